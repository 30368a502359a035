import * as z from 'zod';
import { name, number } from '#event/field.ts';

interface Answer {
  readonly score?: number;
  readonly answer?: string;
  readonly min?: number;
  readonly max?: number;
}

const scaleProblem = ({ score, answer, min, max }: Answer): readonly [field: string, message: string] | undefined => {
  if (score === undefined && answer === undefined) return ['score', 'must be given, or else answer'];
  if (score !== undefined && min === undefined) return ['min', 'must be given with a score: the lowest score there is'];
  if (score !== undefined && max === undefined)
    return ['max', 'must be given with a score: the highest score there is'];
  if (min !== undefined && max !== undefined && min >= max) return ['min', 'must be less than max'];
  return isWithin(score, min, max) ? undefined : ['score', `must lie between min and max, ${min} and ${max}`];
};

const isWithin = (score: number | undefined, min: number | undefined, max: number | undefined): boolean =>
  score === undefined || (score >= (min ?? score) && score <= (max ?? score));

/** `survey.responded`: one person's answer to one question, as a score on a scale or as the name of an answer. */
export const surveyResponded = z
  .object({
    surveyId: name,
    score: number.optional(),
    answer: name.optional(),
    min: number.optional(),
    max: number.optional(),
    subjectId: name.optional(),
    service: name.optional(),
  })
  .check(({ value, issues }) => {
    const problem = scaleProblem(value);
    if (problem) issues.push({ code: 'custom', input: value, path: [problem[0]], message: problem[1] });
  });
