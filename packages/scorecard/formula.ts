import type { Stream } from '#event/types.ts';
import { count as countOf, percentile as percentileOf, sum as sumOf } from '#metric/histogram.ts';
import { latestReading } from '#metric/latest.ts';
import type { Histogram, Partial } from '#metric/partial.ts';
import { type Tally, tally } from '#metric/query.ts';
import { declarationOf } from '#metric/streams.ts';
import { type Conversion, conversionOf } from '#scorecard/conversion.ts';
import type { Countable, Formula, Unit, Where } from '#scorecard/schema.ts';
import { both } from '#scorecard/where.ts';

/** In the measure's unit; numerator and denominator as counted. Nothing to measure: no value. */
export interface Figure {
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** What a formula is worked out from: partials merged over the period, and the moment up to which things happened. */
export interface Evidence {
  readonly partialOf: (stream: Stream) => Partial;
  readonly until: Date;
}

/** Figures by the value of the dimension cut by; under `''` when not cut. */
type Figures = ReadonlyMap<string, Figure>;
type Ask = Evidence & { readonly by?: string };

/** `call.waitSeconds` is of the stream call and its number waitSeconds. */
export const numberParts = (number: string): { readonly stream: Stream; readonly name: string } => {
  const [stream = '', name = ''] = number.split('.');
  return { stream: stream as Stream, name };
};

const hasData = (stream: Stream, { partialOf }: Ask): boolean => partialOf(stream).days.length > 0;

/** A stream that brought nothing in the whole period is unknown, not zero. */
const tallied = (stream: Stream, where: Where | undefined, ask: Ask, number?: string): ReadonlyMap<string, Tally> =>
  hasData(stream, ask)
    ? tally(ask.partialOf(stream), { where: where ?? {}, number, by: ask.by, until: ask.until })
    : new Map();

const mapped = <In, Out>(map: ReadonlyMap<string, In>, change: (value: In) => Out): ReadonlyMap<string, Out> =>
  new Map([...map].map(([cut, value]) => [cut, change(value)]));

const ofHistogram = (number: string, where: Where | undefined, ask: Ask, figure: (h: Histogram) => Figure): Figures => {
  const { stream, name } = numberParts(number);
  return mapped(tallied(stream, where, ask, name), ({ histogram = [] }) => figure(histogram));
};

const meanOf = (histogram: Histogram, { times, over }: Conversion): Figure => {
  const [numerator, denominator] = [sumOf(histogram), countOf(histogram)];
  if (denominator === 0) return {};
  return { value: (numerator * times) / (denominator * over), numerator, denominator };
};

const percentileAt = (histogram: Histogram, at: number, { times, over }: Conversion): Figure => {
  const value = percentileOf(histogram, at);
  return value === undefined ? {} : { value: (value * times) / over, denominator: countOf(histogram) };
};

const valuesIn = (partial: Partial, dimension: string): readonly string[] => {
  const place = declarationOf(partial.stream).readings?.indexOf(dimension) ?? -1;
  return [...new Set((partial.readings ?? []).map(({ key }) => key[place] ?? ''))].sort();
};

const latestOf = (number: string, where: Where, { partialOf, until, by }: Ask): Figures => {
  const partial = partialOf(numberParts(number).stream);
  const cuts = by === undefined ? [''] : valuesIn(partial, by);
  const conditionsOf = (cut: string): Where => (by === undefined ? where : both(where, { [by]: cut }));
  return new Map(
    cuts.flatMap((cut) => {
      const reading = latestReading(partial, conditionsOf(cut), until);
      return reading ? [[cut, { value: reading.value }]] : [];
    }),
  );
};

const numbersOf = (countable: Countable, ask: Ask): ReadonlyMap<string, number> => {
  if ('count' in countable) return mapped(tallied(countable.count, countable.where, ask), ({ count }) => count);
  const { stream, name } = numberParts(countable.sum);
  return mapped(tallied(stream, countable.where, ask, name), ({ histogram = [] }) => sumOf(histogram));
};

export const streamOf = (countable: Countable): Stream =>
  'count' in countable ? countable.count : numberParts(countable.sum).stream;

/** A part over a whole: `(100 × of) ÷ over` for a percent. An empty whole has no value. */
const parted = (numerator: number, denominator: number, unit: Unit, { times, over }: Conversion): Figure => {
  if (denominator === 0) return { numerator, denominator };
  const scale = unit === 'percent' ? 100 : times;
  return { value: (scale * numerator) / (denominator * over), numerator, denominator };
};

const partOf = (of: Countable, over: Countable, unit: Unit, ask: Ask): Figures => {
  if (!hasData(streamOf(of), ask)) return new Map();
  const parts = numbersOf(of, ask);
  const conversion = conversionOf('sum' in of && !('sum' in over) ? of.sum : undefined, unit);
  return new Map(
    [...numbersOf(over, ask)].map(([cut, whole]) => [cut, parted(parts.get(cut) ?? 0, whole, unit, conversion)]),
  );
};

const inUnit = (value: number, { times, over }: Conversion): Figure => ({ value: (value * times) / over });

export const figuresOf = (formula: Formula, unit: Unit, ask: Ask): Figures => {
  if ('recorded' in formula) return new Map();
  if ('count' in formula) return mapped(numbersOf(formula, ask), (value) => ({ value }));
  if ('sum' in formula)
    return mapped(numbersOf(formula, ask), (value) => inUnit(value, conversionOf(formula.sum, unit)));
  if ('mean' in formula)
    return ofHistogram(formula.mean, formula.where, ask, (h) => meanOf(h, conversionOf(formula.mean, unit)));
  if ('percentile' in formula) {
    const { percentile, at, where } = formula;
    return ofHistogram(percentile, where, ask, (h) => percentileAt(h, at, conversionOf(percentile, unit)));
  }
  if ('latest' in formula) return latestOf(formula.latest, formula.where ?? {}, ask);
  if ('ratio' in formula) return partOf(formula.ratio.of, formula.ratio.over, unit, ask);
  const over = { count: formula.share, where: formula.of };
  return partOf({ count: formula.share, where: both(formula.of ?? {}, formula.where) }, over, unit, ask);
};

/** The one figure of a formula; empty where there is nothing to measure. */
export const evaluate = (formula: Formula, unit: Unit, evidence: Evidence): Figure =>
  figuresOf(formula, unit, evidence).get('') ?? {};

/** The streams that a formula reads, each once. */
export const streamsOf = (formula: Formula): readonly Stream[] => {
  if ('recorded' in formula) return [];
  if ('count' in formula || 'sum' in formula) return [streamOf(formula)];
  if ('mean' in formula) return [numberParts(formula.mean).stream];
  if ('percentile' in formula) return [numberParts(formula.percentile).stream];
  if ('latest' in formula) return [numberParts(formula.latest).stream];
  if ('share' in formula) return [formula.share];
  return [...new Set([streamOf(formula.ratio.of), streamOf(formula.ratio.over)])];
};

/** Counts and sums grow as a period goes on, so an unfinished one can be judged by nothing. */
export const accumulates = (formula: Formula): boolean => 'count' in formula || 'sum' in formula;
