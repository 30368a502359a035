import type { Stream } from '#event/types.ts';
import { CannotAnswer } from '#metric/cannotAnswer.ts';
import { distinctOf as countDistinct } from '#metric/distinct.ts';
import { count as countOf, percentile as percentileOf, sum as sumOf } from '#metric/histogram.ts';
import { latestReading } from '#metric/latest.ts';
import type { Histogram, Partial } from '#metric/partial.ts';
import { type Tally, tally } from '#metric/query.ts';
import { declarationOf } from '#metric/streams.ts';
import { countUnknown, knownWhole, whyUnknown } from '#metric/unseen.ts';
import { type Conversion, conversionOf } from '#scorecard/conversion.ts';
import { durationFigures } from '#scorecard/duration.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import { type Figure, type Figures, mapped, only, parted } from '#scorecard/figure.ts';
import type { Countable, Counted, Formula, OverTime, Where } from '#scorecard/formulaSchema.ts';
import { numberParts, streamOf } from '#scorecard/questions.ts';
import type { Unit } from '#scorecard/schemaWords.ts';
import { both } from '#scorecard/where.ts';

type Ask = Evidence & { readonly by?: string };

const hasData = (stream: Stream, { partialOf }: Ask): boolean => partialOf(stream).days.length > 0;

/** A stream that brought nothing in the whole period is unknown, not zero. */
const tallied = (stream: Stream, where: Where | undefined, ask: Ask, number?: string): ReadonlyMap<string, Tally> =>
  hasData(stream, ask)
    ? tally(ask.partialOf(stream), { where: where ?? {}, number, by: ask.by, unseen: ask.unseen, until: ask.until })
    : new Map();

const ofHistogram = (number: string, where: Where | undefined, ask: Ask, figure: (h: Histogram) => Figure): Figures => {
  const { stream, name } = numberParts(number);
  return mapped(tallied(stream, where, ask, name), ({ histogram = [] }) => figure(histogram));
};

const meanOf = (histogram: Histogram, { times, over }: Conversion): Figure => {
  const [numerator, denominator] = [sumOf(histogram), countOf(histogram)];
  if (denominator === 0) return {};
  return { value: (numerator * times) / (denominator * over), numerator, denominator };
};

/** One of the values themselves, and how many there were. */
const oneOf = (value: number | undefined, histogram: Histogram, { times, over }: Conversion): Figure =>
  value === undefined ? {} : { value: (value * times) / over, denominator: countOf(histogram) };

const valuesIn = (partial: Partial, dimension: string): readonly string[] => {
  const place = declarationOf(partial.stream).readings?.indexOf(dimension) ?? -1;
  return [...new Set((partial.readings ?? []).map(({ key }) => key[place] ?? ''))].sort();
};

export const latestOf = (number: string, where: Where, { partialOf, until, by }: Ask): Figures => {
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

const seenOf = (countable: Countable, ask: Ask): ReadonlyMap<string, number> => {
  if ('count' in countable) return mapped(tallied(countable.count, countable.where, ask), ({ count }) => count);
  const { stream, name } = numberParts(countable.sum);
  return mapped(tallied(stream, countable.where, ask, name), ({ histogram = [] }) => sumOf(histogram));
};

const questionOf = (countable: Countable, { unseen }: Ask) => ({
  where: countable.where ?? {},
  unseen,
  ...('sum' in countable && { number: numberParts(countable.sum).name }),
});

/** As counted, before any conversion. What cannot be seen is not known: it is no 0, and it is no total. */
export const numbersOf = (countable: Countable, ask: Ask): ReadonlyMap<string, number> => {
  const stream = streamOf(countable);
  const unknown = countUnknown(ask.partialOf(stream), { ...questionOf(countable, ask), by: ask.by }, ask.until);
  if (ask.by === undefined && unknown.size > 0) throw new CannotAnswer(whyUnknown(stream, unknown.get('') ?? 0));
  return new Map([...seenOf(countable, ask)].filter(([cut]) => !unknown.has(cut)));
};

/** The whole, less what nothing is known of. */
const wholeOf = (of: Countable, over: Countable, ask: Ask): Countable =>
  streamOf(of) === streamOf(over)
    ? { ...over, where: knownWhole(streamOf(of), questionOf(of, ask), questionOf(over, ask)) }
    : over;

const partOf = (of: Countable, over: Countable, unit: Unit, ask: Ask): Figures => {
  if (!hasData(streamOf(of), ask)) return new Map();
  const parts = seenOf(of, ask);
  const conversion = conversionOf('sum' in of && !('sum' in over) ? of.sum : undefined, unit);
  return new Map(
    [...seenOf(wholeOf(of, over, ask), ask)].map(([cut, whole]) => [
      cut,
      parted(parts.get(cut) ?? 0, whole, unit, conversion),
    ]),
  );
};

const distinctOf = (id: string, where: Where | undefined, ask: Ask): Figures => {
  const { stream, name } = numberParts(id);
  if (!hasData(stream, ask) || ask.by !== undefined) return new Map();
  const { count, errorPercent } = countDistinct(ask.partialOf(stream), { where: where ?? {}, of: name }, ask.until);
  return only({ value: count, errorPercent });
};

const inUnit = (value: number, { times, over }: Conversion): Figure => ({ value: (value * times) / over });

type OfNumber = Extract<Counted, { mean: string } | { minimum: string } | { maximum: string } | { percentile: string }>;

const ofValues = (formula: OfNumber, unit: Unit, ask: Ask): Figures => {
  const figures = (number: string, figure: (h: Histogram, conversion: Conversion) => Figure): Figures =>
    ofHistogram(number, formula.where, ask, (h) => figure(h, conversionOf(number, unit)));
  if ('mean' in formula) return figures(formula.mean, meanOf);
  if ('minimum' in formula) return figures(formula.minimum, (h, conversion) => oneOf(h[0]?.[0], h, conversion));
  if ('maximum' in formula) return figures(formula.maximum, (h, conversion) => oneOf(h.at(-1)?.[0], h, conversion));
  return figures(formula.percentile, (h, conversion) => oneOf(percentileOf(h, formula.at), h, conversion));
};

export const figuresOf = (formula: Counted, unit: Unit, ask: Ask): Figures => {
  if ('count' in formula) return mapped(numbersOf(formula, ask), (value) => ({ value }));
  if ('sum' in formula)
    return mapped(numbersOf(formula, ask), (value) => inUnit(value, conversionOf(formula.sum, unit)));
  if ('latest' in formula) return latestOf(formula.latest, formula.where ?? {}, ask);
  if ('ratio' in formula) return partOf(formula.ratio.of, formula.ratio.over, unit, ask);
  if ('distinct' in formula) return distinctOf(formula.distinct, formula.where, ask);
  if ('duration' in formula) return durationFigures(formula.duration, unit, ask);
  if (!('share' in formula)) return ofValues(formula, unit, ask);
  const over = { count: formula.share, where: formula.of };
  return partOf({ count: formula.share, where: both(formula.of ?? {}, formula.where) }, over, unit, ask);
};

/** The one figure of a formula; empty where there is nothing to measure. */
export const evaluate = (formula: Counted, unit: Unit, evidence: Evidence): Figure =>
  figuresOf(formula, unit, evidence).get('') ?? {};

/** A share, a percentage or a score of an unfinished period can be judged; a total of one cannot. */
const isTotal = (unit: Unit | undefined): boolean => unit !== 'percent' && unit !== 'score';

/** Totals grow as a period goes on, so an unfinished one can be judged by nothing. */
export const accumulates = (formula: Formula, unit?: Unit): boolean => {
  if ('yearToDate' in formula) return accumulatesOver(formula.yearToDate, unit);
  if ('rolling' in formula) return accumulatesOver(formula.rolling.of, unit);
  if ('rate' in formula) return true;
  if ('combine' in formula || 'channels' in formula) return isTotal(unit);
  return 'count' in formula || 'sum' in formula || 'distinct' in formula || 'increment' in formula;
};

const accumulatesOver = (of: OverTime, unit: Unit | undefined): boolean => 'measure' in of || accumulates(of, unit);
