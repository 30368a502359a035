import { type Period, parsePeriod, shortLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Version } from '#scorecard/versionSchema.ts';

type Versioned = Pick<Measure, 'versions'>;
type Changing = 'definition' | 'value' | 'target' | 'rating';

const startOf = ({ from }: Version): string => parsePeriod(from).start;
const oldestFirst = ({ versions = [] }: Versioned): readonly Version[] =>
  [...versions].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));

/** The newest that had begun; or a later one that restates what went before it. */
const inForce = (measure: Versioned, key: Changing, period: Period): Version | undefined => {
  const changes = oldestFirst(measure).filter((version) => version[key] !== undefined);
  return changes.findLast((version) => version.restate || startOf(version) <= period.start);
};

const keys: readonly Changing[] = ['definition', 'value', 'target', 'rating'];

/** A target and an earlier figure do not both judge: the newer of the two holds, and a rating where they are of one age. */
const judgedOnce = (measure: Measure, period: Period): Measure => {
  if (!measure.rating?.against || measure.target === undefined) return measure;
  const [target, rating] = (['target', 'rating'] as const).map((key) => inForce(measure, key, period)?.from);
  const isTargetNewer =
    target !== undefined && (rating === undefined || parsePeriod(rating).start < parsePeriod(target).start);
  return isTargetNewer
    ? { ...measure, rating: { ...measure.rating, against: undefined } }
    : { ...measure, target: undefined };
};

/** The measure as it was defined for a period. */
export const measureAt = (measure: Measure, period: Period): Measure => {
  if (!measure.versions) return measure;
  const changed = keys.flatMap((key) => {
    const version = inForce(measure, key, period);
    return version ? [[key, version[key]]] : [];
  });
  return judgedOnce({ ...measure, ...Object.fromEntries(changed) }, period);
};

/** Every form that a measure ever had: the first, and each later one whole. */
export const everyVersion = (measure: Measure): readonly Measure[] => [
  measure,
  ...oldestFirst(measure).map((version) => measureAt({ ...measure, versions: [version] }, parsePeriod(version.from))),
];

const redefines = ({ definition, value }: Version): boolean => (definition ?? value) !== undefined;

const breaksOf = (measure: Versioned): readonly Version[] => {
  const definitions = oldestFirst(measure).filter(redefines);
  return definitions.slice(definitions.findLastIndex(({ restate }) => restate) + 1);
};

/** The change of definition that begins with a period. */
export const breakAt = (measure: Versioned, period: Period): Version | undefined =>
  breaksOf(measure).find((version) => startOf(version) === period.start);

/** The newest change of definition after one period begins and until another does: the two are not comparable. */
export const breakBetween = (measure: Versioned, then: Period, now: Period): Version | undefined =>
  breaksOf(measure).findLast((version) => startOf(version) > then.start && startOf(version) <= now.start);

/** The note of the version that restated a period before its own beginning. */
export const restatedBy = (measure: Versioned, key: Changing, period: Period): string | undefined => {
  const version = inForce(measure, key, period);
  return version?.restate && startOf(version) > period.start ? version.note : undefined;
};

/** Those that hold for a period, or did before it; the oldest first. */
export const begun = (measure: Versioned, period: Period): readonly Version[] =>
  oldestFirst(measure).filter((version) => version.restate || startOf(version) <= period.start);

/** The versions that hold for a period, or did before it, as they are published. */
export const versionsOf = (measure: Versioned, period: Period): EditionMeasure['versions'] => {
  const known = begun(measure, period);
  if (known.length === 0) return undefined;
  return known.map(({ from, note, restate }) => ({
    from,
    label: shortLabel(parsePeriod(from)),
    note,
    ...(restate && { restate }),
  }));
};
