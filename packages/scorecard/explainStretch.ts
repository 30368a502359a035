import type { Period } from '#calendar/period.ts';
import type { Counted, Formula, OverTime } from '#scorecard/formulaSchema.ts';
import { lastMonths, type Span, yearSoFar } from '#scorecard/spans.ts';

/** A part of a formula that is counted from events; channels have their names. */
export interface Counting {
  readonly name?: string;
  readonly formula: Counted;
}

/** The days that a formula counts events of, and what it counts on each. */
export interface Stretch {
  readonly span: Span;
  readonly countings: readonly Counting[];
}

type Part = OverTime | Counted;

const ofPart = (part: Part, name?: string): readonly Counting[] => ('measure' in part ? [] : [{ name, formula: part }]);

const countedKeys = [
  ...['count', 'sum', 'mean', 'minimum', 'maximum', 'percentile'],
  ...['share', 'ratio', 'distinct', 'latest', 'duration'],
];
const isCounted = (formula: Formula): formula is Counted => countedKeys.some((key) => key in formula);

type OfEach = Extract<Extract<Formula, { average: unknown }>['average'], { each: unknown }>;

const spanOfAverage = ({ since, year }: OfEach, { start, end }: Period): Span => {
  if (since === 'period') return { start, end };
  return since === 'year' ? yearSoFar({ start, end }, year) : { start: since, end };
};

const spanOf = (formula: Formula, period: Period): Span => {
  if ('yearToDate' in formula) return yearSoFar(period, formula.year);
  if ('projected' in formula) return yearSoFar(period, formula.projected.year);
  if ('rolling' in formula) return lastMonths(period, formula.rolling.months);
  if ('average' in formula && 'each' in formula.average) return spanOfAverage(formula.average, period);
  return { start: period.start, end: period.end };
};

const countingsOf = (formula: Formula): readonly Counting[] => {
  if ('yearToDate' in formula) return ofPart(formula.yearToDate);
  if ('projected' in formula) return ofPart(formula.projected.of);
  if ('rolling' in formula) return ofPart(formula.rolling.of);
  if ('average' in formula) return 'each' in formula.average ? ofPart(formula.average.of) : [];
  if ('rate' in formula) return ofPart(formula.rate.of);
  if ('channels' in formula) return Object.entries(formula.channels.of).flatMap(([name, of]) => ofPart(of, name));
  if ('top' in formula) return ofPart(formula.top.of);
  return isCounted(formula) ? ofPart(formula) : [];
};

/** No countings where the figure comes from other measures, readings or officers. */
export const stretchOf = (formula: Formula, period: Period): Stretch => ({
  span: spanOf(formula, period),
  countings: countingsOf(formula),
});
