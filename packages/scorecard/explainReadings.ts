import { type Day, daysOf } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import type { Period } from '#calendar/period.ts';
import type { Evidences } from '#scorecard/explainDays.ts';
import { latestOf } from '#scorecard/formula.ts';
import type { Formula, Of, Where } from '#scorecard/formulaSchema.ts';
import { readingReachMonths } from '#scorecard/overTime.ts';
import { numberParts } from '#scorecard/questions.ts';

/** What a gauge showed at the last reading of a day. */
export interface ExplainedReading {
  readonly day: Day;
  readonly value: number;
}

interface Asked {
  readonly number: string;
  readonly where: Where;
}

const askedOfSize = (number: Of<'availability'>['number']): Asked | undefined =>
  typeof number === 'object' && 'latest' in number ? { number: number.latest, where: number.where ?? {} } : undefined;

const askedOf = (formula: Formula): Asked | undefined => {
  if ('increment' in formula) return { number: formula.increment, where: formula.where ?? {} };
  if ('availability' in formula) return askedOfSize(formula.availability.number);
  if (!('rate' in formula) || 'measure' in formula.rate.over) return undefined;
  return { number: formula.rate.over.latest, where: formula.rate.over.where ?? {} };
};

/** The readings that a growth or a rate rests on: those of the period, and the last one before it. */
export const readingsOf = (
  formula: Formula,
  period: Period,
  { evidenceOf, partials, asOf }: Evidences,
): readonly ExplainedReading[] => {
  const asked = askedOf(formula);
  if (!asked) return [];
  const start = addMonths(period.start, -readingReachMonths);
  const end = period.end < asOf ? period.end : asOf;
  const { stream } = numberParts(asked.number);
  const days = new Set(partials.filter((partial) => partial.stream === stream).map(({ day }) => day));
  const readings = [...daysOf({ start, end })]
    .filter((day) => days.has(day))
    .flatMap((day) => {
      const value = latestOf(asked.number, asked.where, evidenceOf({ start: day, end: day })).get('')?.value;
      return value === undefined ? [] : [{ day, value }];
    });
  const before = readings.findLast(({ day }) => day < period.start);
  return [...(before ? [before] : []), ...readings.filter(({ day }) => day >= period.start)];
};
