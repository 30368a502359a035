import { addDays, type Day } from '#calendar/day.ts';

export type Frequency = 'month' | 'quarter' | 'half-year' | 'year';

/**
 * A stretch of whole London days with a name. Ids: `2023-24-q3`, `2023-24-h1`, `2023-24` (April year), `2023`
 * (calendar year), `2016-05` (month). Start and end are both included.
 */
export interface Period {
  readonly id: string;
  readonly frequency: Frequency;
  readonly start: Day;
  readonly end: Day;
}

const monthsIn: Record<Frequency, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const april = 3;

const two = (n: number): string => String(n).padStart(2, '0');
const firstDay = (monthIndex: number): Day => `${Math.floor(monthIndex / 12)}-${two((monthIndex % 12) + 1)}-01`;
const monthIndexOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const financialYear = (year: number): string => `${year}-${two((year + 1) % 100)}`;

/** `2023-24` names an April year exactly when the second part is the year after; `2016-05` is then a month. */
const isFinancialYear = (year: number, part: number): boolean => part === (year + 1) % 100;

const idOf = (start: number, frequency: Frequency): string => {
  if (frequency === 'month') return firstDay(start).slice(0, 7);
  const year = Math.floor((start - april) / 12);
  const part = ((start - april) % 12) / monthsIn[frequency] + 1;
  if (frequency === 'year') return financialYear(year);
  return `${financialYear(year)}-${frequency === 'quarter' ? 'q' : 'h'}${part}`;
};

const spanning = (id: string, start: number, frequency: Frequency): Period => ({
  id,
  frequency,
  start: firstDay(start),
  end: addDays(firstDay(start + monthsIn[frequency]), -1),
});

const made: Record<Frequency, Map<number, Period>> = {
  month: new Map(),
  quarter: new Map(),
  'half-year': new Map(),
  year: new Map(),
};

/** Made once each: a scorecard asks for the same few thousands of times. */
const fromMonth = (start: number, frequency: Frequency): Period => {
  const known = made[frequency].get(start);
  if (known) return known;
  const period = spanning(idOf(start, frequency), start, frequency);
  made[frequency].set(start, period);
  return period;
};

const calendarYear = (year: number): Period => spanning(String(year), year * 12, 'year');
const isCalendarYear = (period: Period): boolean => /^\d{4}$/.test(period.id);

const read = (id: string): Period | undefined => {
  const match = /^(\d{4})(?:-(\d{2})(?:-([qh])([1-4]))?)?$/.exec(id);
  if (!match) return undefined;
  const [, yearText, partText, kind, number] = match;
  const year = Number(yearText);
  if (partText === undefined) return calendarYear(year);
  const part = Number(partText);
  if (isFinancialYear(year, part)) return readFinancial(year, kind, Number(number));
  return kind === undefined && part >= 1 && part <= 12 ? fromMonth(year * 12 + part - 1, 'month') : undefined;
};

const readFinancial = (year: number, kind: string | undefined, number: number): Period | undefined => {
  const start = year * 12 + april;
  if (kind === undefined) return fromMonth(start, 'year');
  if (kind === 'q') return fromMonth(start + (number - 1) * 3, 'quarter');
  return number <= 2 ? fromMonth(start + (number - 1) * 6, 'half-year') : undefined;
};

/**
 * Throws a RangeError that lists the forms for anything else. `2001-02` up to `2011-12` could each be a month or an
 * April year; they are read as years, as councils print them.
 */
export const parsePeriod = (id: string): Period => {
  const period = read(id);
  if (!period) throw new RangeError(`not a period: "${id}" (write 2023-24-q3, 2023-24-h1, 2023-24, 2023 or 2016-05)`);
  return period;
};

export const isPeriodId = (id: string): boolean => read(id) !== undefined;

/** When a year begins. Quarters and halves are always those of the April year. */
export type YearBasis = 'april' | 'calendar';

/** The month, the quarter or half of an April year, or the whole of either kind of year, that a day lies in. */
export const periodContaining = (day: Day, frequency: Frequency, year: YearBasis = 'april'): Period => {
  if (frequency === 'year' && year === 'calendar') return calendarYear(Number(day.slice(0, 4)));
  const index = monthIndexOf(day);
  const into = (index - (frequency === 'month' ? 0 : april)) % monthsIn[frequency];
  return fromMonth(index - into, frequency);
};

/** `n` periods later, or earlier when negative. */
export const shiftPeriod = (period: Period, n: number): Period =>
  isCalendarYear(period)
    ? calendarYear(Number(period.id) + n)
    : fromMonth(monthIndexOf(period.start) + n * monthsIn[period.frequency], period.frequency);

/** The same period twelve months before. */
export const yearBefore = (period: Period): Period => shiftPeriod(period, -12 / monthsIn[period.frequency]);

/** As of a day means by its end, so a period is complete on its last day. */
export const isComplete = (period: Period, asOf: Day): boolean => asOf >= period.end;

/** The last day of the newest quarter that is complete as of a day: 30 September for the 30th, and until 30 December. */
export const previousQuarterEnd = (asOf: Day): Day => {
  const current = periodContaining(asOf, 'quarter');
  return isComplete(current, asOf) ? current.end : addDays(current.start, -1);
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthName = (day: Day): string => months[Number(day.slice(5, 7)) - 1] ?? '';
const yearsText = (period: Period): string => period.id.replace(/^(\d{4})-(\d{2}).*$/, '$1–$2');
const partText = (period: Period): string => period.id.slice(-1);

/** For headings: `October to December 2023 (quarter 3)`, `April 2023 to March 2024`, `May 2016`. */
export const periodLabel = (period: Period): string => {
  const from = monthName(period.start);
  const to = `${monthName(period.end)} ${period.end.slice(0, 4)}`;
  if (period.frequency === 'month') return to;
  if (period.frequency === 'year') return `${from} ${period.start.slice(0, 4)} to ${to}`;
  const name = period.frequency === 'quarter' ? `quarter ${partText(period)}` : `half ${partText(period)}`;
  const start = period.start.slice(0, 4) === period.end.slice(0, 4) ? from : `${from} ${period.start.slice(0, 4)}`;
  return `${start} to ${to} (${name})`;
};

/** For axes and table cells: `Q3 2023–24`, `H1 2023–24`, `2023–24`, `2023`, `May 2016`. */
export const shortLabel = (period: Period): string => {
  if (period.frequency === 'month') return `${monthName(period.start).slice(0, 3)} ${period.start.slice(0, 4)}`;
  if (isCalendarYear(period)) return period.id;
  if (period.frequency === 'year') return yearsText(period);
  return `${period.frequency === 'quarter' ? 'Q' : 'H'}${partText(period)} ${yearsText(period)}`;
};
