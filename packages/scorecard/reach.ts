import type { Day } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { outageReachMonths } from '#scorecard/availability.ts';
import type { Formula } from '#scorecard/formulaSchema.ts';
import { monthsBack, namedStarts } from '#scorecard/operands.ts';
import { readingReachMonths } from '#scorecard/overTime.ts';
import { referencesOf } from '#scorecard/references.ts';
import type { Measure } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';

type MeasureOf = (id: string) => Measure | undefined;

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** How many months before its period a formula looks by itself. */
const ownReach = (value: Formula, { frequency }: Measure): number => {
  if ('yearToDate' in value || 'projected' in value) return 12;
  if ('rolling' in value) return value.rolling.months;
  if ('increment' in value || 'rate' in value) return readingReachMonths;
  if ('availability' in value) return outageReachMonths;
  if ('growth' in value) return Math.max(12, monthsBack(value));
  if (!('average' in value)) return monthsBack(value);
  const { average } = value;
  if ('each' in average) return average.since === 'year' ? 12 : 0;
  if ('in' in average) return 0;
  return average.periods * (average.step === 'year' ? 12 : monthsIn[frequency]);
};

/** How many months before its period a measure looks, by way of others too. */
export const reachMonths = (measure: Measure, measureOf: MeasureOf, passed: readonly string[] = []): number => {
  if (passed.includes(measure.id)) return 0;
  const inputs = referencesOf(measure.value).flatMap(({ id }) => {
    const input = measureOf(id);
    return input ? everyVersion(input) : [];
  });
  const further = inputs.map((input) => reachMonths(input, measureOf, [...passed, measure.id]));
  return ownReach(measure.value, measure) + Math.max(0, ...further);
};

/** The first days that formulas name whatever their own period is, less how far the measures named there look back. */
export const namedDays = (measure: Measure, measureOf: MeasureOf, passed: readonly string[] = []): readonly Day[] => {
  if (passed.includes(measure.id)) return [];
  const inputs = referencesOf(measure.value).flatMap(({ id }) => {
    const input = measureOf(id);
    return input ? everyVersion(input) : [];
  });
  const further = Math.max(0, ...inputs.map((input) => reachMonths(input, measureOf, [...passed, measure.id])));
  return [
    ...namedStarts(measure.value).map((day) => addMonths(day, -further)),
    ...inputs.flatMap((input) => namedDays(input, measureOf, [...passed, measure.id])),
  ];
};
