import { type Outcome, tallyOf } from '#intake/outcome.ts';
import { type HttpResponse, jsonResponse } from '#lambda/http.ts';
import { Problem, problemResponse } from '#lambda/problem.ts';

/** 202 as soon as one record was taken, or none was sent; 422, as a problem with the same members, when none was valid. */
export const answer = (outcomes: readonly Outcome[]): HttpResponse => {
  const { leftOut, ...tally } = tallyOf(outcomes);
  const summary = { ...tally, ...(leftOut > 0 && { leftOut }) };
  if (outcomes.length === 0 || tally.rejected.length < outcomes.length) return jsonResponse(202, summary);
  return problemResponse(new Problem(422, 'No event in the request could be accepted.'), summary);
};
