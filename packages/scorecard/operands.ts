import type { Day } from '#calendar/day.ts';
import { type Period, parsePeriod, periodContaining, shiftPeriod, shortLabel } from '#calendar/period.ts';
import type { Formula } from '#scorecard/formulaSchema.ts';
import type { Operand } from '#scorecard/operandSchema.ts';
import type { Step } from '#scorecard/problem.ts';

export const idOf = (operand: Operand): string => (typeof operand === 'string' ? operand : operand.measure);

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

export const isWholePeriods = (months: number, frequency: Period['frequency']): boolean =>
  months % monthsIn[frequency] === 0;

/** The same quarter, month or half of a year as a period is of its own; the year itself of a year. */
export const samePartOf = (year: Period, period: Period): Period | undefined => {
  if (year.frequency === period.frequency) return year;
  if (year.frequency !== 'year') return undefined;
  const first = periodContaining(year.start, period.frequency);
  return Array.from({ length: 12 / monthsIn[period.frequency] + 1 }, (_, i) => shiftPeriod(first, i)).find(
    ({ start }) => start >= year.start && start <= year.end && start.slice(5) === period.start.slice(5),
  );
};

/** The period that an operand is of; undefined where the months before are no whole periods, which `check` refuses. */
export const periodOf = (operand: Operand, period: Period): Period | undefined => {
  if (typeof operand === 'object' && 'in' in operand) return samePartOf(parsePeriod(operand.in), period);
  if (typeof operand === 'string' || !('monthsBefore' in operand)) return period;
  const { monthsBefore } = operand;
  return isWholePeriods(monthsBefore, period.frequency)
    ? shiftPeriod(period, -monthsBefore / monthsIn[period.frequency])
    : undefined;
};

interface Named {
  readonly operand: Operand;
  readonly path: readonly Step[];
}

/** Every value of another measure that a formula takes as it stands, with where in the formula it is named. */
export const operandsOf = (formula: Formula): readonly Named[] => {
  const all = (operands: readonly Operand[], path: readonly Step[]): readonly Named[] =>
    operands.map((operand, i) => ({ operand, path: [...path, i] }));
  if ('combine' in formula) {
    const { add, subtract } = formula.combine;
    return [...all(add, ['combine', 'add']), ...all(subtract, ['combine', 'subtract'])];
  }
  if ('quotient' in formula)
    return (['of', 'over'] as const).map((key) => ({ operand: formula.quotient[key], path: ['quotient', key] }));
  if (!('growth' in formula)) return [];
  const { of, against } = formula.growth;
  const other = typeof against === 'object' ? [{ operand: against, path: ['growth', 'against'] }] : [];
  return [{ operand: of, path: ['growth', 'of'] }, ...other];
};

/** How far back the operands of a formula look from its own period. */
export const monthsBack = (formula: Formula): number =>
  Math.max(
    0,
    ...operandsOf(formula).map(({ operand }) =>
      typeof operand === 'object' && 'monthsBefore' in operand ? operand.monthsBefore : 0,
    ),
  );

const years = (formula: Formula): readonly string[] =>
  'average' in formula && 'in' in formula.average ? formula.average.in : [];

const namedDay = (formula: Formula): readonly Day[] => {
  if (!('average' in formula) || !('each' in formula.average)) return [];
  const { since } = formula.average;
  return since === 'period' || since === 'year' ? [] : [since];
};

/** Where periods are named that do not move with the figure's own: the first days of them. */
export const namedStarts = (formula: Formula): readonly Day[] => [
  ...namedDay(formula),
  ...[
    ...years(formula),
    ...operandsOf(formula).flatMap(({ operand }) =>
      typeof operand === 'object' && 'in' in operand ? [operand.in] : [],
    ),
  ].map((id) => parsePeriod(id).start),
];

/** `“Visits”`, `“Visits” 18 months before`, `“Visits” of the same part of 2019–20`. */
export const operandWords = (operand: Operand, titleOf: (id: string) => string): string => {
  const title = `“${titleOf(idOf(operand))}”`;
  if (typeof operand === 'string') return title;
  if ('monthsBefore' in operand)
    return `${title} ${operand.monthsBefore} ${operand.monthsBefore === 1 ? 'month' : 'months'} before`;
  if (!('in' in operand)) return title;
  const period = parsePeriod(operand.in);
  return `${title} of ${period.frequency === 'year' ? 'the same part of ' : ''}${shortLabel(period)}`;
};
