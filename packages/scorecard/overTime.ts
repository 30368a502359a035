import { addDays } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { periodLabel } from '#calendar/period.ts';
import { accumulationOf } from '#scorecard/accumulation.ts';
import type { Basis } from '#scorecard/basis.ts';
import { divided, times } from '#scorecard/decimal.ts';
import { type Figure, type Figures, mapped, only } from '#scorecard/figure.ts';
import { rounded, tidy } from '#scorecard/format.ts';
import { figuresOf, latestOf } from '#scorecard/formula.ts';
import type { Formula, Of, OverTime, Total, Where } from '#scorecard/formulaSchema.ts';
import { withValues } from '#scorecard/inputs.ts';
import type { Unit } from '#scorecard/schemaWords.ts';
import { lastMonths, monthsIn, type Span, tiles, wholePart, wholeWeeks, yearSoFar } from '#scorecard/spans.ts';

/** Another measure's values over a span: added up, or the last where each is the year's total so far. */
const measureOver = (id: string, span: Span, basis: Basis): Figure => {
  const measure = basis.inputOf(id, basis.period)?.measure;
  const periods = measure && tiles(span, measure.frequency);
  if (!measure || !periods)
    return {
      because: `The periods of “${measure?.title ?? id}” do not make up the days from ${span.start} to ${span.end}.`,
    };
  const wanted = accumulationOf(measure) === 'year-to-date' ? periods.slice(-1) : periods;
  return withValues(
    wanted.map((period) => ({ id, period })),
    basis,
    (values) => ({ value: tidy(values.reduce((sum, value) => sum + value, 0)) }),
  );
};

/** A formula, or another measure, over any span. */
export const over = (of: OverTime, unit: Unit, span: Span, basis: Basis, by?: string): Figures =>
  'measure' in of ? only(measureOver(of.measure, span, basis)) : figuresOf(of, unit, { ...basis.evidenceOf(span), by });

type YearToDate = Extract<Formula, { yearToDate: unknown }>;

export const yearToDate = ({ yearToDate: of, year }: YearToDate, unit: Unit, basis: Basis, by?: string): Figures =>
  over(of, unit, yearSoFar(basis.period, year), basis, by);

export const rolling = ({ months, of }: Of<'rolling'>, unit: Unit, basis: Basis, by?: string): Figures =>
  over(of, unit, lastMonths(basis.period, months), basis, by);

/** Whole months that are over; of another measure, its whole periods. */
const monthsSoFar = (of: Total, span: Span, basis: Basis): Span | undefined => {
  const frequency = 'measure' in of ? basis.inputOf(of.measure, basis.period)?.measure.frequency : undefined;
  return wholePart(span, basis.asOf, frequency ?? 'month');
};

const noMonth = ({ period }: Basis): Figure => ({ because: `No whole month of ${periodLabel(period)} is over yet.` });

const roundedTo = (value: number, to: number | undefined): number =>
  to === undefined ? value : tidy(rounded(tidy(value / to), 0) * to);

const overMonths = (
  of: Total,
  unit: Unit,
  span: Span,
  basis: Basis,
  { by, work }: { readonly by?: string; readonly work: (total: number, months: number) => Figure },
): Figures => {
  const soFar = monthsSoFar(of, span, basis);
  if (!soFar) return only(noMonth(basis));
  const months = monthsIn(soFar);
  return mapped(over(of, unit, soFar, basis, by), (figure) =>
    figure.value === undefined ? figure : work(figure.value, months),
  );
};

/** The whole year at the pace of its months so far. */
export const projected = ({ of, year, roundTo }: Of<'projected'>, unit: Unit, basis: Basis, by?: string): Figures =>
  overMonths(of, unit, yearSoFar(basis.period, year), basis, {
    by,
    work: (total, months) => ({ value: roundedTo(divided(times(12, total), months), roundTo) }),
  });

type OfEach = Extract<Of<'average'>, { each: unknown }>;

const averagedSpan = ({ since, year }: OfEach, { period }: Basis): Span => {
  if (since === 'period') return period;
  return since === 'year' ? yearSoFar(period, year) : { start: since, end: period.end };
};

const shared = (total: number, parts: number): Figure => ({
  value: divided(total, parts),
  numerator: total,
  denominator: parts,
});

const averageWeek = (average: OfEach, unit: Unit, basis: Basis, by?: string): Figures => {
  const soFar = wholeWeeks(averagedSpan(average, basis), basis.asOf);
  if (!soFar) return only({ because: `No whole week of ${periodLabel(basis.period)} is over yet.` });
  return mapped(over(average.of, unit, soFar.span, basis, by), ({ value, ...rest }) =>
    value === undefined ? rest : shared(value, soFar.weeks),
  );
};

/** A total shared out over the whole months, or weeks of seven days, that are over. */
export const averageEach = (average: OfEach, unit: Unit, basis: Basis, by?: string): Figures =>
  average.each === 'week'
    ? averageWeek(average, unit, basis, by)
    : overMonths(average.of, unit, averagedSpan(average, basis), basis, { by, work: shared });

/** How long ago a reading may have been taken to stand for now. */
export const readingReachMonths = 24;

const reachingBack = (period: Span): Span => ({ start: addMonths(period.start, -readingReachMonths), end: period.end });

interface ReadingOf {
  readonly number: string;
  readonly where: Where;
}

/** The newest reading by the end of the period, which need not be of the period. */
export const standing = ({ number, where }: ReadingOf, basis: Basis, by?: string): Figures =>
  latestOf(number, where, { ...basis.evidenceOf(reachingBack(basis.period)), by });

/** The last reading less the last before the period; unknown without a reading in the period or one before it. */
export const incrementOf = ({ number, where }: ReadingOf, basis: Basis, by?: string): Figures => {
  const before = { start: reachingBack(basis.period).start, end: addDays(basis.period.start, -1) };
  const opening = latestOf(number, where, { ...basis.evidenceOf(before), by });
  const during = latestOf(number, where, { ...basis.evidenceOf(basis.period), by });
  const closing = standing({ number, where }, basis, by);
  const label = periodLabel(basis.period);
  if (by === undefined && !during.has('')) return only({ because: `No reading was taken in ${label}.` });
  if (by === undefined && !opening.has('')) return only({ because: `No reading is known from before ${label}.` });
  return new Map(
    [...during.keys()].flatMap((cut) => {
      const [last, first] = [closing.get(cut)?.value, opening.get(cut)?.value];
      return last === undefined || first === undefined ? [] : [[cut, { value: tidy(last - first) }]];
    }),
  );
};
