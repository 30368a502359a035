import { parsePeriod } from '#calendar/period.ts';
import { againstFindings } from '#scorecard/againstRules.ts';
import { bandFindings } from '#scorecard/bandRules.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';
import { targetFindings } from '#scorecard/targetRules.ts';
import { wrongStart } from '#scorecard/timingRules.ts';
import type { Version } from '#scorecard/versionSchema.ts';
import { measureAt } from '#scorecard/versions.ts';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const inOrder = (versions: readonly Version[]): readonly Finding[] =>
  versions.flatMap(({ from }, i) => {
    const before = versions[i - 1];
    return before && parsePeriod(before.from).start >= parsePeriod(from).start
      ? [found(['versions', i, 'from'], `it is not after ${before.from}`, 'write the oldest version first')]
      : [];
  });

/** Of a version only what it changes itself is its fault. */
const ofVersion = (measure: Measure, version: Version, i: number): readonly Finding[] => {
  const at = measureAt({ ...measure, versions: [version] }, parsePeriod(version.from));
  return [...targetFindings(at), ...bandFindings(at), ...againstFindings(at)]
    .filter(({ path }) => String(path[0]) in version)
    .map((finding) => ({ ...finding, path: ['versions', i, ...finding.path] }));
};

/** What the schema cannot say of the versions of a measure. */
export const versionFindings = (measure: Measure): readonly Finding[] => {
  const versions = measure.versions ?? [];
  const wrong = versions.flatMap(({ from }, i) => wrongStart(measure, from, ['versions', i, 'from']) ?? []);
  if (wrong.length > 0) return wrong;
  return [...inOrder(versions), ...versions.flatMap((version, i) => ofVersion(measure, version, i))];
};
