import type { Day } from '#calendar/day.ts';
import type { Unit } from '#scorecard/schema.ts';

/** Decimal places where the scorecard file does not say. */
const decimalsOfUnit: Record<Unit, number> = {
  percent: 1,
  count: 0,
  seconds: 0,
  minutes: 1,
  hours: 1,
  days: 1,
  pence: 0,
  pounds: 0,
  score: 1,
  fte: 1,
};

export const decimalsOf = (measure: { readonly unit: Unit; readonly decimals?: number }): number =>
  measure.decimals ?? decimalsOfUnit[measure.unit];

const shifted = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/**
 * Half away from zero, on the decimal that a reader would see: 32.5 gives 33, −32.5 gives −33 and 1.005 to two places
 * 1.01, although the nearest binary number lies below it.
 */
export const rounded = (value: number, decimals: number): number => {
  const size = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals);
  return value < 0 && size !== 0 ? -size : size;
};

/** Without the noise of binary fractions: 78.2 − 80 is −1.8. */
export const tidy = (value: number): number => Number(value.toFixed(10));

const digitsOf = (value: number, decimals: number): string => {
  const [whole = '', fraction] = rounded(Math.abs(value), decimals).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = rounded(value, decimals) < 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

const suffix: Record<Unit, string> = {
  percent: '%',
  count: '',
  seconds: ' seconds',
  minutes: ' minutes',
  hours: ' hours',
  days: ' days',
  pence: 'p',
  pounds: '',
  score: '',
  fte: ' FTE',
};

const withUnit = (digits: string, unit: Unit): string => {
  if (unit === 'pounds') return digits.startsWith('−') ? `−£${digits.slice(1)}` : `£${digits}`;
  return `${digits}${digits === '1' ? suffix[unit].replace(/s$/, '') : suffix[unit]}`;
};

/** A figure as people read it: `78.2%`, `1,204`, `3.1 minutes`, `£1,000`. Rounds once. */
export const formatValue = (value: number, unit: Unit, decimals: number): string =>
  withUnit(digitsOf(value, decimals), unit);

/** Nobody chooses a target with more decimals than this: it was worked out. */
const mostChosen = 4;

/** A target worked out from figures, such as 95.652174, as people would say it; a small one keeps its digits. */
const placesOf = (value: number): number =>
  Math.abs(value) >= 1 && rounded(value, mostChosen) !== rounded(value, 6) ? 2 : 6;

/** A number that somebody chose, such as a target: as many decimals as it has, at least none: `80%`, `99.99%`. */
export const formatExact = (value: number, unit: Unit): string =>
  withUnit(trimmed(digitsOf(value, placesOf(value))), unit);

/** As `formatValue`, with more decimals where rounding would hide on which side of the limit the value lies. */
export const formatBeside = (value: number, limit: number, unit: Unit, decimals: number): string => {
  let places = decimals;
  while (places < 10 && value !== limit && rounded(value, places) === rounded(limit, places)) places += 1;
  return formatValue(value, unit, places);
};

/** A tolerance: `5 points` of a percentage, `10 seconds`, `0.5`. */
export const formatTolerance = (size: number, unit: Unit): string => {
  if (unit !== 'percent') return formatExact(size, unit);
  return `${trimmed(digitsOf(size, 6))} ${size === 1 ? 'point' : 'points'}`;
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** `December`. */
export const longMonth = (day: Day): string => months[Number(day.slice(5, 7)) - 1] ?? '';

/** `31 December 2023`. */
export const longDate = (day: Day): string => `${Number(day.slice(8, 10))} ${longMonth(day)} ${day.slice(0, 4)}`;

/** `a`, `a or b`, `a, b or c`. */
export const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
