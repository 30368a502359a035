import { type Day, daysOf } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import type { Partial } from '#metric/partial.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';
import {
  type Expectation,
  expectationOf,
  isWatched,
  type SourceCalendar,
  streamsSent,
} from '#scorecard/sourceCalendar.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

type Calendar = Pick<Organisation, 'expected' | 'division'> & {
  /** Those with a calendar of their own are expected by it; others by their stream's. */
  readonly sources?: readonly Source[];
};

/** The days on which something should have come, and whether it did. */
interface Watched {
  readonly isExpected: Expectation;
  readonly received: ReadonlySet<Day>;
  readonly source?: Source;
}

const divisionOf = ({ division = 'england-and-wales' }: Calendar) => division;

const ofStream = (stream: Stream, calendar: Calendar, { days }: Partial): readonly Watched[] => {
  const written = (calendar.expected as Readonly<Record<string, SourceCalendar | undefined>>)[stream];
  const isExpected = expectationOf(written ?? 'every-day', divisionOf(calendar));
  return isExpected ? [{ isExpected, received: new Set(days) }] : [];
};

/** Of days whose partials were stored before sources were kept nobody knows who sent what. */
const knowsSources = ({ days, sources = {} }: Partial): boolean => {
  const known = new Set(Object.values(sources).flatMap((each) => Object.keys(each)));
  return days.every((day) => known.has(day));
};

/** Each source that sends to the stream by a calendar of its own; undefined where there is none, or they are not known. */
const ofSources = (stream: Stream, calendar: Calendar, partial: Partial): readonly Watched[] | undefined => {
  const senders = (calendar.sources ?? []).filter((source) => source.calendar && streamsSent(source).includes(stream));
  if (senders.length === 0 || !knowsSources(partial)) return undefined;
  return senders.flatMap((source) => {
    const isExpected = source.calendar && expectationOf(source.calendar, divisionOf(calendar));
    return isExpected
      ? [{ source, isExpected, received: new Set(Object.keys(partial.sources?.[source.id] ?? {})) }]
      : [];
  });
};

const watched = ({ value }: Pick<Measure, 'value'>, calendar: Calendar, { partialOf }: Evidence): readonly Watched[] =>
  streamsOf(value)
    .filter(isWatched)
    .flatMap((stream) => {
      const partial = partialOf(stream);
      return ofSources(stream, calendar, partial) ?? ofStream(stream, calendar, partial);
    });

type Counted = Pick<NonNullable<EditionMeasure['coverage']>, 'expectedDays' | 'daysWithData' | 'missing'>;

/** A day is missing where anything that was expected on it is. */
const counted = (all: readonly Watched[], days: readonly Day[]): Counted | undefined => {
  const expected = days.filter((day) => all.some(({ isExpected }) => isExpected(day)));
  if (expected.length === 0) return undefined;
  const missing = expected.filter((day) =>
    all.some(({ isExpected, received }) => isExpected(day) && !received.has(day)),
  );
  return { expectedDays: expected.length, daysWithData: expected.length - missing.length, missing };
};

const bySource = (
  all: readonly Watched[],
  days: readonly Day[],
): NonNullable<EditionMeasure['coverage']>['sources'] => {
  const groups = Map.groupBy(
    all.flatMap((each) => (each.source ? [{ ...each, source: each.source }] : [])),
    ({ source }) => source,
  );
  const rows = [...groups].flatMap(([{ id, title = id }, each]) => {
    const count = counted(each, days);
    return count ? [{ source: id, title, ...count }] : [];
  });
  return rows.length === 0 ? undefined : rows;
};

/**
 * Which of the days that should have brought something did, and where sources have calendars of their own, which days
 * of each; nothing where none should have.
 */
export const coverageOf = (
  measure: Pick<Measure, 'value'>,
  period: Period,
  asOf: Day,
  { calendar, evidence }: { readonly calendar: Calendar; readonly evidence: Evidence },
): EditionMeasure['coverage'] => {
  const all = watched(measure, calendar, evidence);
  const end = period.end < asOf ? period.end : asOf;
  const days = [...daysOf({ start: period.start, end })];
  const whole = counted(all, days);
  const sources = bySource(all, days);
  return whole && { ...whole, ...(sources && { sources }) };
};

type CoverageIn = (measure: Pick<Measure, 'value'>, period: Period) => EditionMeasure['coverage'];

/** Measures of the same streams share it, so that each is worked out once. */
export const coverages = (calendar: Calendar, asOf: Day, evidenceOf: (period: Period) => Evidence): CoverageIn => {
  const known = new Map<string, EditionMeasure['coverage']>();
  return (measure, period) => {
    const key = [period.start, period.end, ...streamsOf(measure.value).toSorted()].join(' ');
    if (!known.has(key)) known.set(key, coverageOf(measure, period, asOf, { calendar, evidence: evidenceOf(period) }));
    return known.get(key);
  };
};
