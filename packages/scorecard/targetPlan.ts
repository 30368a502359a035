import { type Period, parsePeriod, shiftPeriod, shortLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Measure } from '#scorecard/schema.ts';
import { aimOf } from '#scorecard/target.ts';

type Plan = NonNullable<EditionMeasure['targetPlan']>;

const alongPath = (from: Period, to: Period): readonly Period[] =>
  from.start > to.start ? [] : [from, ...alongPath(shiftPeriod(from, 1), to)];

const byStart = (a: Period, b: Period): number => (a.start < b.start ? -1 : 1);

/** The periods that a target is written for; none where it is one for all. */
const periodsOf = (target: NonNullable<Measure['target']>): readonly Period[] => {
  if (typeof target === 'number' || 'maintain' in target) return [];
  if ('path' in target) {
    const { from, to } = target as Extract<typeof target, { path: unknown }>;
    return alongPath(parsePeriod(from.period), parsePeriod(to.period));
  }
  return 'from' in target ? [] : Object.keys(target).map(parsePeriod).sort(byStart);
};

/** Every target that is set, those of years to come too; a period whose target is left blank stays in the list. */
export const targetPlanOf = (measure: Measure): Plan | undefined => {
  const periods = measure.target === undefined ? [] : periodsOf(measure.target);
  if (periods.length === 0) return undefined;
  return periods.map((period) => {
    const { value, range } = aimOf(measure, period) ?? {};
    return { period: period.id, label: shortLabel(period), value, range };
  });
};

/** What the measure began from: as the file says, or else the figure of that period. */
export const baselineOf = (
  { baseline }: Measure,
  valueIn: (period: Period) => number | undefined,
): EditionMeasure['baseline'] => {
  if (!baseline) return undefined;
  const period = parsePeriod(baseline.period);
  return { period: period.id, label: shortLabel(period), value: baseline.value ?? valueIn(period) };
};
