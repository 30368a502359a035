import { bankHolidays, type Division, holidayCoverage } from '#calendar/bankHolidays.ts';
import { type Day, daysOf, isWeekday } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';

type Calendar = Pick<Organisation, 'expected' | 'division'>;

/** Monday to Friday but for bank holidays. Of days whose bank holidays are not known nothing is expected. */
const workingDays = (division: Division): ((day: Day) => boolean) => {
  const { start, end } = holidayCoverage(division);
  const holidays = new Set(bankHolidays(division).map(({ date }) => date));
  return (day) => day >= start && day <= end && isWeekday(day) && !holidays.has(day);
};

/** On which days a stream should bring something; undefined where any day may be without. */
const expectation = (stream: Stream, { expected, division }: Calendar): ((day: Day) => boolean) | undefined => {
  switch ((expected as Readonly<Record<string, string | undefined>>)[stream]) {
    case 'any-day':
      return undefined;
    case 'weekdays':
      return isWeekday;
    case 'working-days':
      return workingDays(division ?? 'england-and-wales');
    default:
      return () => true;
  }
};

/** The days on which a stream should have brought something, and whether they did. */
interface Watched {
  readonly isExpected: (day: Day) => boolean;
  readonly received: ReadonlySet<Day>;
}

/** Readings are not watched: one of them is enough. */
const watched = ({ value }: Pick<Measure, 'value'>, calendar: Calendar, { partialOf }: Evidence): readonly Watched[] =>
  streamsOf(value).flatMap((stream) => {
    const isExpected = stream === 'gauge' ? undefined : expectation(stream, calendar);
    return isExpected ? [{ isExpected, received: new Set(partialOf(stream).days) }] : [];
  });

/** Which of the days that should have brought something did; nothing where none should have. */
export const coverageOf = (
  measure: Pick<Measure, 'value'>,
  period: Period,
  asOf: Day,
  { calendar, evidence }: { readonly calendar: Calendar; readonly evidence: Evidence },
): EditionMeasure['coverage'] => {
  const streams = watched(measure, calendar, evidence);
  const end = period.end < asOf ? period.end : asOf;
  const days = [...daysOf({ start: period.start, end })].filter((day) =>
    streams.some(({ isExpected }) => isExpected(day)),
  );
  if (days.length === 0) return undefined;
  const missing = days.filter((day) =>
    streams.some(({ isExpected, received }) => isExpected(day) && !received.has(day)),
  );
  return { expectedDays: days.length, daysWithData: days.length - missing.length, missing };
};
