import { type Pattern, patternOf } from '#adapter/csv/datePattern.ts';
import { monthNamed } from '#adapter/csv/monthNames.ts';
import { isDay } from '#calendar/day.ts';
import { londonInstant } from '#calendar/localTime.ts';

/** How a column's dates are written. */
export interface DateStyle {
  /** `day-first`, `month-first`, `iso`, `unix`, `unix-ms`, or a pattern such as `dd.MM.yy HH:mm`. */
  readonly order: string;
  readonly twoDigitYears: boolean;
  /** `Europe/London`, `UTC` or an offset such as `+01:00`. */
  readonly zone: string;
}

/** A date as a clock shows it, the time and zone where they were written. */
export interface Moment {
  readonly day: string;
  readonly time?: string | undefined;
  readonly zone?: string | undefined;
}

/** `otherOrder`: the cell can only be read with day and month the other way about, so no cell of the column can be trusted. */
export interface DateProblem {
  readonly problem: string;
  readonly otherOrder?: true;
}

export const dateOrders = ['day-first', 'month-first', 'iso', 'unix', 'unix-ms'] as const;

type Read = Moment | DateProblem | undefined;

/** The moment that a cell tells; undefined for what stands for no date at all: zeros, and the beginnings of computers' calendars. */
export const readDate = (text: string, style: DateStyle): Read => {
  if (/^[0\s/.:-]+$/.test(text)) return undefined;
  const read = readerOf(style.order)(text, style);
  if (!read || 'problem' in read) return read;
  if (/^(1970-01-01|0001-01-01|1899-12-3[01]|1900-01-0[01])$/.test(read.day)) return undefined;
  return isDay(read.day) ? read : { problem: `${text} is no day of the calendar` };
};

type Reader = (text: string, style: DateStyle) => Read;

const readers = new Map<string, Reader>();

const readerOf = (order: string): Reader => {
  const known = readers.get(order) ?? newReader(order);
  readers.set(order, known);
  return known;
};

const newReader = (order: string): Reader => {
  if (order === 'unix' || order === 'unix-ms') return epoch(order === 'unix' ? 1000 : 1);
  if (order === 'iso')
    return (text) => yearFirst(text) ?? { problem: `${text} does not begin with the year, as 2024-02-13 does` };
  if (order === 'day-first' || order === 'month-first') return byOrder;
  const pattern = patternOf(order);
  return (text) => byPattern(text, pattern, order);
};

const epoch =
  (unitMs: number): Reader =>
  (text) => {
    if (!/^\d{1,16}(\.\d+)?$/.test(text))
      return { problem: `${text} is no number of ${unitMs === 1 ? 'milliseconds' : 'seconds'} since 1970` };
    const instant = new Date(Number(text) * unitMs);
    if (Number.isNaN(instant.getTime())) return { problem: `${text} is too far from now` };
    const [day = '', time = ''] = instant.toISOString().split('T');
    return { day, time: time.slice(0, -1), zone: 'Z' };
  };

const byOrder: Reader = (text, style) =>
  yearFirst(text) ?? inNumbers(text, style) ?? inWords(text, style) ?? { problem: notUnderstood(text) };

const notUnderstood = (text: string): string =>
  /^\d{5}(\.\d+)?$/.test(text)
    ? `${text} is a spreadsheet's own number of a day: format the column as a date`
    : `${text} is no date such as 13/02/2024 or 13 Feb 2024`;

const two = (part: string): string => part.padStart(2, '0');

/** Nothing else begins with the year, so this is read whatever the order. */
const yearFirst = (text: string): Read => {
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  const parts = compact ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|,? +)(.+))?$/i.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = '', rest] = parts;
  return withTime(`${year}-${two(month)}-${two(day)}`, rest);
};

const inNumbers = (text: string, { order, twoDigitYears }: DateStyle): Read => {
  const match = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{2}|\d{4})(?:(?:T|,? +)(.+))?$/i.exec(text);
  if (!match) return undefined;
  const [, first = '', , second = '', yearText = '', rest] = match;
  const year = fullYear(yearText, twoDigitYears);
  if (year === undefined)
    return { problem: `${text} has a year of two digits: write it in full, or say twoDigitYears: true` };
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  if (Number(month) > 12 && Number(day) <= 12) return { problem: otherWayAbout(text, order), otherOrder: true };
  return withTime(`${year}-${two(month)}-${two(day)}`, rest);
};

const otherWayAbout = (text: string, order: string): string =>
  order === 'day-first'
    ? `${text} has the month first, and days are read first: say dates: month-first if every date is so`
    : `${text} has the day first, and months are read first: say dates: day-first if every date is so`;

const fullYear = (year: string, twoDigitYears: boolean): string | undefined => {
  if (year.length === 4) return year;
  return twoDigitYears ? `20${year}` : undefined;
};

/** `13 Feb 2024`, `Tue, 13th February 2024 9:41`, `Feb 13, 2024`: with the month in words there is no order to mistake. */
const inWords = (text: string, { twoDigitYears }: DateStyle): Read => {
  const match =
    /^(?:[a-z]{3,9},? +)?(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4}|\d{2})(?:(?:T|,? +)(?<rest>\d.*))?$/i.exec(
      text,
    ) ??
    /^(?:[a-z]{3,9},? +)?(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?:(?:T|,? +)(?<rest>\d.*))?$/i.exec(
      text,
    );
  const { day = '', month = '', year: yearText = '', rest } = match?.groups ?? {};
  const number = monthNamed(month);
  if (!match || number === undefined) return undefined;
  const year = fullYear(yearText, twoDigitYears);
  if (year === undefined)
    return { problem: `${text} has a year of two digits: write it in full, or say twoDigitYears: true` };
  return withTime(`${year}-${two(String(number))}-${two(day)}`, rest);
};

const withTime = (day: string, rest: string | undefined): Read => {
  if (rest === undefined) return { day };
  const read = readTime(rest);
  return 'problem' in read ? { problem: `what follows the day ${noTime}` } : { day, ...read };
};

const noTime = 'is no time such as 09:41 or 09:41:22';

/** `9:41`, `09:41:22.5`, `9:41 pm`, `09:41Z`, `09:41 +01:00`. */
export const readTime = (text: string): { readonly time: string; readonly zone?: string } | DateProblem => {
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? *([ap])?\.?(?:m\.?)? *(Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  const problem = { problem: `${text} ${noTime}` };
  if (!match) return problem;
  const [, hourText = '', minutes = '', seconds = '00', fraction = '', half, zone] = match;
  const hours = hoursOf(Number(hourText), half?.toLowerCase());
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return problem;
  const time = `${two(String(hours))}:${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  return zone === undefined ? { time } : { time, zone: zoneOf(zone.toUpperCase()) };
};

const hoursOf = (hours: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hours <= 23 ? hours : undefined;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'p' ? 12 : 0);
};

const zoneOf = (zone: string): string => {
  if (zone === 'BST') return '+01:00';
  if (/^[+-]/.test(zone)) return zone.replace(/^(...):?/, '$1:');
  return 'Z';
};

const byPattern = (text: string, { pattern, groups }: Pattern, written: string): Read => {
  const match = pattern.exec(text);
  if (!match) return { problem: `${text} is not written as ${written}` };
  const parts = new Map(groups.map((name, index) => [name, match[index + 1]]));
  const part = (name: string): string | undefined => parts.get(name);
  const month = part('month') ?? String(monthNamed(part('monthName') ?? '') ?? 'no');
  const year = part('year') ?? `20${part('shortYear')}`;
  const day = `${year}-${two(month)}-${two(part('day') ?? '')}`;
  const hours = part('hours');
  if (hours === undefined) return { day };
  const fraction = part('fraction');
  const clock = [hours, part('minutes') ?? '00', part('seconds') ?? '00'].map(two).join(':');
  return withTime(day, `${clock}${fraction ? `.${fraction}` : ''}${part('half') ?? ''}${part('zone') ?? ''}`);
};

/** The instant in UTC; undefined for a zone that this does not know. */
export const instantOfMoment = ({ day, time = '00:00:00.000', zone }: Moment, style: DateStyle): string | undefined => {
  const place = zone ?? style.zone;
  if (place === 'Europe/London') return londonInstant(`${day} ${time}`);
  const instant = new Date(`${day}T${time}${place === 'UTC' ? 'Z' : place}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};
