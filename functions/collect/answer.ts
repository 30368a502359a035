import type { Refusal } from '#event/reason.ts';
import { type HttpResponse, jsonResponse } from '#lambda/http.ts';
import { Problem, problemResponse } from '#lambda/problem.ts';

/** What became of one event of a request. */
export interface Outcome {
  readonly id: string | undefined;
  readonly result: 'accepted' | 'duplicate' | Refusal;
  readonly warnings: readonly Refusal[];
}

/** An answer must stay under a function's 6 MB, whatever was sent. */
const mostWarnings = 1_000;

const counted = (outcomes: readonly Outcome[], result: Outcome['result']): number =>
  outcomes.filter((outcome) => outcome.result === result).length;

const rejected = ({ id, result }: Outcome, index: number): readonly object[] =>
  typeof result === 'string' ? [] : [{ index, id, ...result }];

const warned = ({ id, warnings }: Outcome, index: number): readonly object[] =>
  warnings.map((warning) => ({ index, id, ...warning }));

export const summaryOf = (outcomes: readonly Outcome[]) => ({
  accepted: counted(outcomes, 'accepted'),
  duplicates: counted(outcomes, 'duplicate'),
  rejected: outcomes.flatMap(rejected),
  warnings: outcomes.flatMap(warned).slice(0, mostWarnings),
});

/** 202 as soon as one event was taken, or none was sent; 422, as a problem with the same members, when none was valid. */
export const answer = (outcomes: readonly Outcome[]): HttpResponse => {
  const summary = summaryOf(outcomes);
  if (outcomes.length === 0 || summary.rejected.length < outcomes.length) return jsonResponse(202, summary);
  return problemResponse(new Problem(422, 'No event in the request could be accepted.'), summary);
};
