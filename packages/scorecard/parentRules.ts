import { suggestion } from '#scorecard/issueWords.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { leastPoints } from '#scorecard/process.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';

interface Placed {
  readonly measure: Measure;
  readonly path: readonly Step[];
}

const placed = ({ groups }: Scorecard): readonly Placed[] =>
  groups.flatMap(({ measures }, g) => measures.map((measure, i) => ({ measure, path: ['groups', g, 'measures', i] })));

const childrenOf = ({ rating }: Measure): readonly string[] => rating?.from?.measures ?? [];

type MeasureOf = (id: string) => Measure | undefined;

const reaches = (id: string, goal: string, measureOf: MeasureOf, passed: readonly string[] = []): boolean => {
  if (id === goal) return true;
  const measure = measureOf(id);
  if (!measure || passed.includes(id)) return false;
  return childrenOf(measure).some((child) => reaches(child, goal, measureOf, [...passed, id]));
};

const isJudged = ({ target, rating, versions = [] }: Measure): boolean =>
  target !== undefined ||
  rating?.bands !== undefined ||
  rating?.from !== undefined ||
  rating?.against !== undefined ||
  versions.some((version) => version.target !== undefined || version.rating !== undefined);

const ofChild = (parent: Measure, id: string, path: readonly Step[], all: readonly Measure[]): readonly Finding[] => {
  const measureOf: MeasureOf = (wanted) => all.find((each) => each.id === wanted);
  const child = measureOf(id);
  const say = (message: string, mend: string): readonly Finding[] => [{ path, message, mend }];
  if (!child)
    return say(
      `there is no measure "${id}" in this scorecard`,
      suggestion(
        id,
        all.map((each) => each.id),
      ),
    );
  if (reaches(id, parent.id, measureOf)) return say(`"${parent.id}" would be judged by itself`, 'remove it');
  return isJudged(child)
    ? []
    : say(`"${id}" has no target, so it never has a colour`, 'remove it, or give it a target');
};

const ofParent = ({ measure, path }: Placed, all: readonly Measure[]): readonly Finding[] =>
  childrenOf(measure).flatMap((id, i) => ofChild(measure, id, [...path, 'rating', 'from', 'measures', i], all));

const ofProcess = ({ measure, path }: Placed, { history }: Scorecard): readonly Finding[] =>
  measure.noChange && 'method' in measure.noChange && history < leastPoints
    ? [
        {
          path: [...path, 'noChange'],
          message: `process limits need ${leastPoints} figures, and history keeps ${history}`,
          mend: `write history: ${leastPoints} or more at the top of the file`,
        },
      ]
    : [];

/** What measures ask of one another, and of the scorecard. */
export const parentFindings = (scorecard: Scorecard): readonly Finding[] => {
  const all = placed(scorecard);
  const measures = all.map(({ measure }) => measure);
  return all.flatMap((each) => [...ofParent(each, measures), ...ofProcess(each, scorecard)]);
};
