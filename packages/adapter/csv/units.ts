import type { NumberFormat } from '#adapter/csv/config.ts';
import { type NumberProblem, readNumber, type Written } from '#adapter/csv/numbers.ts';

const secondsIn: Readonly<Record<string, number>> = { milliseconds: 0.001, seconds: 1, minutes: 60, hours: 3600 };
export const clockUnits = ['hh:mm:ss', 'mm:ss', 'hh:mm'] as const;

/** What cells of a length of time may be in. */
export const durationUnits = [...Object.keys(secondsIn), ...clockUnits];
export const moneyUnits = ['pence', 'pounds'];
/** What cells of any other number may be in: `fraction` is 0.85 for 85 percent. */
export const numberUnits = [
  'percent',
  'fraction',
  'count',
  'seconds',
  'minutes',
  'hours',
  'days',
  'pence',
  'pounds',
  'score',
  'fte',
];

type Read = number | NumberProblem;
const isProblem = (read: Written | NumberProblem): read is NumberProblem => 'problem' in read;

/** Away from what arithmetic with binary fractions adds: 0.29 of a hundred is 29. */
const exact = (value: number): number => Number(value.toPrecision(15));

/** Whole seconds. Three parts with colons are hours, minutes and seconds; two could be either, so the unit must say. */
export const readSeconds = (text: string, unit: string | undefined, format: NumberFormat): Read => {
  if (text.includes(':')) return clockSeconds(text, unit);
  if (unit && !(unit in secondsIn)) return { problem: `${text} is not written as ${unit}` };
  const read = readNumber(text, format);
  if (isProblem(read)) return read;
  if (read.mark) return { problem: `${text} is no length of time` };
  return Math.round(exact(read.value * (secondsIn[unit ?? 'seconds'] ?? 1)));
};

const clockSeconds = (text: string, unit: string | undefined): Read => {
  const match = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return { problem: `${text} is no length of time such as 00:01:20` };
  const [, hours, middle = '', last = '', fraction = ''] = match;
  if (Number(last) > 59) return { problem: `${text} is no length of time: it has more than 59 at its end` };
  if (hours === undefined && unit === 'hh:mm') return Number(middle) * 3600 + Number(last) * 60;
  if (hours === undefined && unit !== 'mm:ss' && unit !== 'hh:mm:ss')
    return { problem: `${text} may be minutes and seconds or hours and minutes: say unit: "mm:ss" or "hh:mm"` };
  if (hours !== undefined && Number(middle) > 59)
    return { problem: `${text} is no length of time: it has more than 59 minutes` };
  return Number(hours ?? 0) * 3600 + Number(middle) * 60 + Math.round(Number(`${last}.${fraction || '0'}`));
};

/** Whole pence. A pound sign says pounds. */
export const readPence = (text: string, unit: string | undefined, format: NumberFormat): Read => {
  const read = readNumber(text, format);
  if (isProblem(read)) return read;
  if (read.mark === '%') return { problem: `${text} is no amount of money` };
  if (unit === 'pence' && read.mark === '£') return { problem: `${text} is in pounds, and unit: pence was said` };
  const pence = exact(read.value * (unit === 'pounds' || read.mark === '£' ? 100 : 1));
  return Number.isInteger(pence)
    ? pence
    : { problem: `${text} is no whole number of pence: say unit: pounds if it is in pounds` };
};

/** A number in its own unit; marks must agree with it. */
export const readPlain = (text: string, unit: string | undefined, format: NumberFormat): Read => {
  if (text.includes(':') && (unit === 'seconds' || unit === 'minutes' || unit === 'hours'))
    return clockNumber(text, unit);
  const read = readNumber(text, format);
  if (isProblem(read)) return read;
  if (unit === 'fraction')
    return read.mark ? { problem: `${text} has a mark, and unit: fraction means 0.85` } : exact(read.value * 100);
  if (read.mark === '%' && unit !== 'percent')
    return { problem: `${text} is a percentage, and this is not: ${sayUnit(unit, 'percent')}` };
  if (read.mark === '£' && unit === 'pence') return exact(read.value * 100);
  if (read.mark === '£' && unit !== 'pounds')
    return { problem: `${text} is money, and this is not: ${sayUnit(unit, 'pounds')}` };
  return read.value;
};

const sayUnit = (unit: string | undefined, meant: string): string =>
  unit ? `its unit is ${unit}` : `say unit: ${meant} if it is meant`;

const clockNumber = (text: string, unit: string): Read => {
  const seconds = clockSeconds(text, undefined);
  return typeof seconds === 'number' ? exact(seconds / (secondsIn[unit] ?? 1)) : seconds;
};
