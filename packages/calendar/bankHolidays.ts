import shippedHolidays from '#calendar/bankHolidays.json' with { type: 'json' };
import { type Day, daysBetween } from '#calendar/day.ts';

/** GOV.UK's names for the parts of the United Kingdom that have bank holidays of their own. */
export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Division = (typeof divisions)[number];

export interface BankHoliday {
  readonly title: string;
  readonly date: Day;
  /** `Substitute day`, or nothing. */
  readonly notes: string;
  /** Whether flags are flown. */
  readonly bunting: boolean;
}

/** As published at https://www.gov.uk/bank-holidays.json. */
export type HolidayData = Readonly<
  Record<Division, { readonly division: string; readonly events: readonly BankHoliday[] }>
>;

const divisionNames: Record<Division, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
const warningDays = 180;

export const shipped: HolidayData = shippedHolidays;

export const bankHolidays = (division: Division, data: HolidayData = shipped): readonly BankHoliday[] =>
  data[division].events;

const yearOf = (day: Day): string => day.slice(0, 4);
const monthDay = (day: Day): string => day.slice(5);

/**
 * The first and the last day whose bank holidays are known. A list that begins with the new year, or ends with
 * Christmas, is taken to hold the whole of that year.
 */
export const holidayCoverage = (division: Division, data: HolidayData = shipped): { start: Day; end: Day } => {
  const dates = bankHolidays(division, data).map((event) => event.date);
  const first = dates.reduce((a, b) => (a < b ? a : b));
  const last = dates.reduce((a, b) => (a > b ? a : b));
  return {
    start: monthDay(first) <= '01-04' ? `${yearOf(first)}-01-01` : first,
    end: monthDay(last) >= '12-25' ? `${yearOf(last)}-12-31` : last,
  };
};

/** A warning from 180 days before the last day that is known; undefined until then. */
export const holidaysRunOut = (division: Division, asOf: Day, data: HolidayData = shipped): string | undefined => {
  const { end } = holidayCoverage(division, data);
  if (daysBetween(asOf, end) > warningDays) return undefined;
  return `The bank holidays of ${divisionNames[division]} are known only until ${end}, and working days after that cannot be counted`;
};
