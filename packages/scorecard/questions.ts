import type { Stream } from '#event/types.ts';
import type { Countable, Duration, Formula, Of, Where } from '#scorecard/formulaSchema.ts';
import type { Step } from '#scorecard/problem.ts';
import { both } from '#scorecard/where.ts';

/** A question that a formula puts to the partials of one stream. */
export interface Asked {
  readonly path: readonly Step[];
  /** Where its conditions stand, if not in `where` beneath. */
  readonly wherePath?: readonly Step[];
  readonly stream: Stream;
  readonly where?: Where;
  readonly number?: string;
  /** An id of which the different ones are counted. */
  readonly id?: string;
  /** What a list is by. */
  readonly rankedBy?: string;
  readonly duration?: Duration;
  /** What a duration is of apart, though no cut of the measure. */
  readonly each?: string;
}

/** `call.waitSeconds` is of the stream call and its number waitSeconds. */
export const numberParts = (number: string): { readonly stream: Stream; readonly name: string } => {
  const [stream = '', name = ''] = number.split('.');
  return { stream: stream as Stream, name };
};

export const streamOf = (countable: Countable): Stream =>
  'count' in countable ? countable.count : numberParts(countable.sum).stream;

type Path = readonly Step[];

const ofNumber = (number: string, where: Where | undefined, path: Path): readonly Asked[] => {
  const { stream, name } = numberParts(number);
  return [{ path, stream, where, number: name }];
};

const ofShare = (stream: Stream, where: Where, of: Where | undefined, path: Path): readonly Asked[] => [
  { path, stream, where: of, wherePath: [...path, 'of'] },
  { path, stream, where: both(of ?? {}, where) },
];

const ofId = (written: string, where: Where | undefined, path: Path): readonly Asked[] => {
  const { stream, name } = numberParts(written);
  return [{ path, stream, where, id: name }];
};

const ofDuration = (duration: Duration, path: Path): readonly Asked[] => [
  { path, stream: duration.of, where: duration.where, duration },
];

const ofTop = ({ of, by }: Of<'top'>, path: Path): readonly Asked[] => [
  { path, wherePath: [...path, 'of', 'where'], stream: of.count, where: of.where, rankedBy: by },
];

const ofAvailability = ({ of, where, each, number }: Of<'availability'>, path: Path): readonly Asked[] => {
  const duration: Duration = { of, from: 'opened', to: 'closed', clock: 'elapsed', statistic: 'mean', where };
  const size = typeof number === 'object' ? questionsOf(number, [...path, 'number']) : [];
  return [{ path, stream: of, where, duration, each }, ...size];
};

/** Any formula, or a part of one that is a formula itself or `{ measure: id }`. */
type Part = Formula | { readonly measure: string };

const under = (parts: Readonly<Record<string, Part>>, path: Path): readonly Asked[] =>
  Object.entries(parts).flatMap(([key, part]) => questionsOf(part, [...path, key]));

const ofNested = (formula: Part, path: Path): readonly Asked[] => {
  if ('ratio' in formula) return under({ of: formula.ratio.of, over: formula.ratio.over }, [...path, 'ratio']);
  if ('rate' in formula) return under({ of: formula.rate.of, over: formula.rate.over }, [...path, 'rate']);
  if ('yearToDate' in formula) return questionsOf(formula.yearToDate, [...path, 'yearToDate']);
  if ('projected' in formula) return under({ of: formula.projected.of }, [...path, 'projected']);
  if ('rolling' in formula) return under({ of: formula.rolling.of }, [...path, 'rolling']);
  if ('channels' in formula) return under(formula.channels.of, [...path, 'channels', 'of']);
  if ('average' in formula && 'each' in formula.average) return under({ of: formula.average.of }, [...path, 'average']);
  return [];
};

/** Everything that a formula asks of partials, with where in the file it asks it. */
export const questionsOf = (formula: Part, path: Path): readonly Asked[] => {
  if ('count' in formula) return [{ path, stream: formula.count, where: formula.where }];
  if ('sum' in formula) return ofNumber(formula.sum, formula.where, path);
  if ('mean' in formula) return ofNumber(formula.mean, formula.where, path);
  if ('minimum' in formula) return ofNumber(formula.minimum, formula.where, path);
  if ('maximum' in formula) return ofNumber(formula.maximum, formula.where, path);
  if ('percentile' in formula) return ofNumber(formula.percentile, formula.where, path);
  if ('latest' in formula) return ofNumber(formula.latest, formula.where, path);
  if ('increment' in formula) return ofNumber(formula.increment, formula.where, path);
  if ('distinct' in formula) return ofId(formula.distinct, formula.where, path);
  if ('duration' in formula) return ofDuration(formula.duration, [...path, 'duration']);
  if ('availability' in formula) return ofAvailability(formula.availability, [...path, 'availability']);
  if ('top' in formula) return ofTop(formula.top, [...path, 'top']);
  if ('share' in formula) return ofShare(formula.share, formula.where, formula.of, path);
  return ofNested(formula, path);
};

/** The streams that a formula reads, each once. */
export const streamsOf = (formula: Formula): readonly Stream[] => [
  ...new Set(questionsOf(formula, []).map(({ stream }) => stream)),
];
