import * as z from 'zod';
import { dimensions, name, number, oneOf, period, prose, wholeNumber } from '#event/field.ts';
import { recordedStatuses } from '#event/vocabulary.ts';

const forms = 'exactly one of value, numerator with denominator, improvement, or rank';

interface Figures {
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly improvement?: number;
  readonly rank?: number;
}

const figureProblem = (figures: Figures): readonly [field: string, message: string] | undefined => {
  const { value, numerator, denominator, improvement, rank } = figures;
  if (numerator !== undefined && denominator === undefined) return ['denominator', 'must be given with a numerator'];
  if (denominator !== undefined && numerator === undefined) return ['numerator', 'must be given with a denominator'];
  const given = Object.entries({ value, numerator, improvement, rank }).filter(([, figure]) => figure !== undefined);
  if (given.length === 0) return ['value', `must be given, or another form: ${forms}`];
  return given[1] && [given[1][0], `must be given alone: ${forms}`];
};

/** `measure.recorded`: a figure that an officer typed in, or a spreadsheet held. */
export const measureRecorded = z
  .object({
    scorecard: name,
    measure: name,
    period,
    value: number.optional(),
    numerator: number.optional(),
    denominator: number.min(0, 'must not be negative').optional(),
    /** Where only the change is known: relative, in percent, positive for better. */
    improvement: number.optional(),
    rank: wholeNumber(1, 1_000_000).optional(),
    /** `own` when left out; else `forecast`, `budget`, or a comparator's name. */
    series: name.optional(),
    cut: dimensions.optional(),
    /** Printed before the figure: `over`, `about`. */
    qualifier: name.optional(),
    /** Why it stands although a formula gives another value. */
    reason: prose.optional(),
    status: oneOf(recordedStatuses),
    source: name,
    /** A role, never a person's name. */
    recordedBy: name,
  })
  .check(({ value, issues }) => {
    const problem = figureProblem(value);
    if (problem) issues.push({ code: 'custom', input: value, path: [problem[0]], message: problem[1] });
  });
