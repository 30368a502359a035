import type { Day } from '#calendar/day.ts';
import { type Period, parsePeriod, periodLabel } from '#calendar/period.ts';
import { CannotAnswer } from '#metric/cannotAnswer.ts';
import type { Basis, Input } from '#scorecard/basis.ts';
import type { Status } from '#scorecard/edition.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import type { Figure } from '#scorecard/figure.ts';
import { recordedList } from '#scorecard/list.ts';
import { streamsOf } from '#scorecard/questions.ts';
import { type Records, recordedFigure } from '#scorecard/records.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Span } from '#scorecard/spans.ts';
import { suppressedReport } from '#scorecard/suppression.ts';
import { measureAt } from '#scorecard/versions.ts';
import { workOut } from '#scorecard/workOut.ts';

/** All that is known of one measure in one period. */
export interface Report extends Figure {
  readonly period: Period;
  readonly status: Status;
  readonly qualifier?: string;
  /** Where an officer typed the value in: from what. */
  readonly source?: string;
  /** The change that was recorded where the value was not. */
  readonly recordedChange?: number;
  /** What the formula gave, where an officer recorded another value and why. */
  readonly overridden?: { readonly value: number; readonly reason: string };
  /** Of a list: parts were recorded, and no whole. */
  readonly partsOnly?: boolean;
  /** Left out because it is from too few people. */
  readonly isSuppressed?: boolean;
  /** Present exactly when there is no value. */
  readonly noValueReason?: string;
}

export interface Reading {
  readonly asOf: Day;
  readonly evidenceOf: (span: Span) => Evidence;
  readonly records: Records;
  readonly isComplete: (period: Period) => boolean;
}

/** Of every measure of a scorecard, each period worked out once and only when it is asked for. */
export interface Resolver {
  readonly reportOf: (measure: Measure, period: Period) => Report;
  readonly basisOf: (period: Period) => Basis;
}

const wrongPeriod = (measure: Measure, records: Records): string | undefined => {
  const wrong = records.periods(measure.id).find((id) => parsePeriod(id).frequency !== measure.frequency);
  return wrong && `A figure was recorded for ${wrong}, but this measure has one figure a ${measure.frequency}.`;
};

/** A formula with `from` says nothing of the periods before it. */
const hasBegun = ({ from }: Measure, period: Period): boolean =>
  from === undefined || period.start >= parsePeriod(from).start;

const hasParts = (measure: Measure, period: Period, { records }: Reading): boolean =>
  records.cuts(measure.id, period.id).length > 0;

const whyNoValue = (measure: Measure, figure: Figure, period: Period, reading: Reading): string => {
  const label = periodLabel(period);
  if (hasParts(measure, period, reading)) return 'Only the parts were published, not a figure for the whole.';
  if (figure.because !== undefined) return figure.because;
  if (figure.denominator === 0) return `There was nothing to measure in ${label}: the number divided by is 0.`;
  if ('recorded' in measure.value) return wrongPeriod(measure, reading.records) ?? `Nothing was recorded for ${label}.`;
  if (!hasBegun(measure, period))
    return `Nothing was recorded for ${label}, and the formula begins with ${periodLabel(parsePeriod(measure.from ?? ''))}.`;
  const { partialOf } = reading.evidenceOf(period);
  const silent = streamsOf(measure.value).filter((stream) => partialOf(stream).days.length === 0);
  return silent.length > 0 ? `No data was received for ${label}.` : `There was nothing to measure in ${label}.`;
};

/** What the days cannot answer leaves one measure out, never a whole night. */
export const unlessUnanswered = <Value>(work: () => Value, otherwise: (because: string) => Value): Value => {
  try {
    return work();
  } catch (error) {
    if (error instanceof CannotAnswer) return otherwise(`This cannot be worked out yet: ${error.message}.`);
    throw error;
  }
};

/** The basis, and what the values taken from it were like. */
const watching = (
  basis: Basis,
): { readonly basis: Basis; readonly seen: Pick<Figure, 'isProvisional' | 'isEstimated'> } => {
  const seen = { isProvisional: false, isEstimated: false };
  const inputOf: Basis['inputOf'] = (id, at) => {
    const input = basis.inputOf(id, at);
    if (input?.isProvisional) seen.isProvisional = true;
    if (input?.isEstimated) seen.isEstimated = true;
    return input;
  };
  return { basis: { ...basis, inputOf }, seen };
};

const computedOf = ({ value, unit }: Measure, period: Period, { basisOf }: Resolver): Figure => {
  const { basis, seen } = watching(basisOf(period));
  return unlessUnanswered<Figure>(
    () => ({ ...workOut(value, unit, basis).get(''), ...seen }),
    (because) => ({ because }),
  );
};

type Typed = NonNullable<ReturnType<Records['of']>['value']>;

const recordedReport = (
  typed: Typed,
  figure: Figure,
  computed: Figure,
  rest: { period: Period; status: Status },
): Report => ({
  ...figure,
  ...rest,
  status: typed.status ?? rest.status,
  qualifier: typed.qualifier,
  source: typed.source,
  ...(typed.reason !== undefined &&
    computed.value !== undefined && { overridden: { value: computed.value, reason: typed.reason } }),
});

const typedList = (measure: Measure, period: Period, { records }: Reading): Figure =>
  'top' in measure.value || 'recorded' in measure.value ? recordedList(measure, period.id, records) : {};

/** What the formula gives; where it gives nothing, or an officer said why it is wrong, what was recorded. */
const reportFrom = (measure: Measure, period: Period, computed: Figure, reading: Reading): Report => {
  const { value: typed, change } = reading.records.of(measure.id, period.id);
  const status = reading.isComplete(period) ? 'confirmed' : 'provisional';
  const figure = typed ? recordedFigure(typed, measure.unit) : {};
  if (computed.value !== undefined && (figure.value === undefined || typed?.reason === undefined))
    return { ...computed, period, status: computed.isProvisional ? 'provisional' : status };
  if (typed && figure.value !== undefined) return recordedReport(typed, figure, computed, { period, status });
  const list = computed.ranking ? computed : typedList(measure, period, reading);
  if (list.ranking) return { ...list, period, status, noValueReason: list.because };
  const rest = typed ? figure : computed;
  return {
    ...rest,
    period,
    status: 'not-published',
    recordedChange: change?.improvement,
    source: change?.source,
    partsOnly: hasParts(measure, period, reading),
    noValueReason: change
      ? 'Only the change was published, not the value.'
      : whyNoValue(measure, rest, period, reading),
  };
};

const inputFrom = (measure: Measure, report: Report): Input => ({
  measure,
  value: report.value,
  isSuppressed: isWithheld(report),
  isProvisional: report.value !== undefined && report.status === 'provisional',
  isEstimated: isEstimate(report),
});

const inCircle = ({ title }: Measure): Figure => ({ because: `“${title}” is worked out from itself.` });

export const resolverOf = (measures: readonly Measure[], reading: Reading): Resolver => {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const known = new Map<string, Report>();
  const open = new Set<string>();
  const make = (measure: Measure, period: Period): Report => {
    // `check` refuses circles; here they must only come to an end.
    if (open.has(measure.id)) return reportFrom(measure, period, inCircle(measure), reading);
    open.add(measure.id);
    const report = reportFrom(
      measure,
      period,
      hasBegun(measure, period) ? computedOf(measure, period, resolver) : {},
      reading,
    );
    open.delete(measure.id);
    known.set(`${measure.id} ${period.id}`, report);
    return report;
  };
  const resolver: Resolver = {
    reportOf: (measure, period) => known.get(`${measure.id} ${period.id}`) ?? make(measureAt(measure, period), period),
    basisOf: (period) => ({
      period,
      asOf: reading.asOf,
      evidenceOf: reading.evidenceOf,
      inputOf: (id, at) => {
        const measure = byId.get(id);
        return measure && inputFrom(measure, suppressedReport(measureAt(measure, at), resolver.reportOf(measure, at)));
      },
    }),
  };
  return resolver;
};

/** `over` is no estimate: it says what is certain. */
const estimates = ['about', 'approximately', 'around', 'estimate', 'estimated'];

export const isEstimate = ({ qualifier, errorPercent, isEstimated = false }: Report): boolean =>
  isEstimated || errorPercent !== undefined || estimates.includes(qualifier?.toLowerCase() ?? '');

/** Because it is from too few people, or would tell of such a figure. */
export const isWithheld = ({ value, isSuppressed, isTelling }: Report): boolean =>
  isSuppressed === true || (value === undefined && isTelling === true);

export const isReported = ({ value, recordedChange, ranking, partsOnly = false }: Report): boolean =>
  value !== undefined || recordedChange !== undefined || ranking !== undefined || partsOnly;
