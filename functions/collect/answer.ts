import { type Outcome, tallyOf } from '#intake/outcome.ts';
import { type HttpResponse, jsonResponse } from '#lambda/http.ts';
import { Problem, problemResponse } from '#lambda/problem.ts';

/** An answer must stay under a function's 6 MB, whatever was sent. */
const mostWarnings = 1_000;

const warned = ({ id, warnings }: Outcome, index: number): readonly object[] =>
  warnings.map((warning) => ({ index, id, ...warning }));

/** 202 as soon as one record was taken, or none was sent; 422, as a problem with the same members, when none was valid. */
export const answer = (outcomes: readonly Outcome[]): HttpResponse => {
  const { leftOut, ...tally } = tallyOf(outcomes);
  const warnings = outcomes.flatMap(warned).slice(0, mostWarnings);
  const summary = { ...tally, ...(leftOut > 0 && { leftOut }), warnings };
  if (outcomes.length === 0 || tally.rejected.length < outcomes.length) return jsonResponse(202, summary);
  return problemResponse(new Problem(422, 'No event in the request could be accepted.'), summary);
};
