import { bankHolidays, type Division, holidayCoverage } from '#calendar/bankHolidays.ts';
import { type Day, isWeekday } from '#calendar/day.ts';
import { isOpen, openingCalendar } from '#calendar/openingHours.ts';
import { type EventType, type Stream, streamOfType } from '#event/types.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

export type SourceCalendar = NonNullable<Source['calendar']>;

export type Expectation = (day: Day) => boolean;

/** Monday to Friday but for bank holidays. Of days whose bank holidays are not known nothing is expected. */
const workingDays = (division: Division): Expectation => {
  const { start, end } = holidayCoverage(division);
  const holidays = new Set(bankHolidays(division).map(({ date }) => date));
  return (day) => day >= start && day <= end && isWeekday(day) && !holidays.has(day);
};

/** On which days something should come; undefined where any day may be without. */
export const expectationOf = (calendar: SourceCalendar, division: Division): Expectation | undefined => {
  if (typeof calendar === 'object') {
    const opening = openingCalendar(calendar.hours, calendar);
    return (day) => isOpen(opening, day);
  }
  if (calendar === 'any-day') return undefined;
  if (calendar === 'weekdays') return isWeekday;
  return calendar === 'working-days' ? workingDays(division) : () => true;
};

/** Readings are not watched, since one of them is enough; nor is what officers type in. */
export const isWatched = (stream: Stream): boolean => stream !== 'gauge' && stream !== 'record';

/** The streams that a source says it sends to. */
export const streamsSent = ({ types = [] }: Pick<Source, 'types'>): readonly Stream[] =>
  types.flatMap((type) => (Object.hasOwn(streamOfType, type) ? [streamOfType[type as EventType]] : []));
