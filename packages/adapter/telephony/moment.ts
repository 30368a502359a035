import { londonInstant } from '#calendar/localTime.ts';

const earliestMs = Date.UTC(2000, 0, 1);
const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?Z|[+-]\d{2}:?\d{2})$/i;
/** `Sun, 24 Aug 2025 13:49:54 +0000`. */
const inMail = /^([a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|gmt|utc)$/i;

/**
 * Milliseconds since 1970 of whatever a telephone system calls a time: seconds, milliseconds or microseconds since
 * 1970, ISO 8601, a mail's date, or a London clock's time. Undefined for anything else and for anything before 2000,
 * since 0 and 1970 are how these systems write that something never happened.
 */
export const momentOf = (value: unknown): number | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const ms = /^\d{1,17}(\.\d{1,9})?$/.test(text) ? msSinceEpoch(Number(text)) : msOfText(text);
  return ms !== undefined && ms >= earliestMs ? ms : undefined;
};

/** By its size: in seconds it would lie beyond the year 5000. */
const msSinceEpoch = (number: number): number => {
  if (number >= 1e14) return Math.round(number / 1000);
  return number >= 1e11 ? Math.round(number) : Math.round(number * 1000);
};

const msOfText = (text: string): number | undefined => {
  const instant = zoned.test(text) ? isoOf(text) : inMail.test(text) ? text : londonInstant(text);
  const ms = instant === undefined ? Number.NaN : Date.parse(instant);
  return Number.isNaN(ms) ? undefined : ms;
};

const isoOf = (text: string): string => text.toUpperCase().replace(' ', 'T').replace(' ', '').replace(',', '.');

/** Whole seconds, of a number or its text; undefined when it is none or is negative. */
export const secondsOf = (value: unknown): number | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Math.round(Number(text)) : undefined;
};
