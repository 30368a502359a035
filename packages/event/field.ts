import * as z from 'zod';
import { isPeriodId } from '#calendar/period.ts';

/**
 * The kinds of field that events are made of. Every message begins with "must", because a reason is made of it:
 * "data.queue must be …", or "data.queue is missing; it must be …".
 */

/** What neither a database key nor a page can carry: half a surrogate pair, and control characters but for white space. */
const isPlain = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text);
const isOneLine = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);

const text = (most: number, isAllowed: (text: string) => boolean) => {
  const error = `must be text of 1 to ${most.toLocaleString('en-GB')} characters without control characters`;
  return z.string({ error }).min(1, error).max(most, error).refine(isAllowed, error);
};

/** What names a thing: an id that the sender chose, a queue, a service, a channel's network. */
export const name = text(200, isOneLine);
export const path = text(2_000, isOneLine);
export const prose = text(10_000, isPlain);

/** The name of a dimension that the sender chose, such as `age band`. A letter first, so never `__proto__`. */
const dimensionRule = 'must be an object of at most 20 names, each beginning with a letter, with text values';
const dimensionName = z.string().regex(/^[A-Za-z][A-Za-z0-9 _-]{0,79}$/);
export const dimensions = z
  .record(dimensionName, name, { error: dimensionRule })
  .refine((values) => Object.keys(values).length <= 20, dimensionRule);

export const flag = z.boolean({ error: 'must be true or false' });

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}` });

const earliest = '2000-01-01T00:00:00.000Z';
const timeRule = 'must be a time with a zone, such as 2024-03-31T09:30:00Z or 2024-03-31T10:30:00+01:00';
const zoned = z.iso.datetime({ offset: true, error: timeRule });

/** RFC 3339, in either case; kept in UTC with milliseconds, so that equal instants are equal text. */
export const instant = z
  .string({ error: timeRule })
  .toUpperCase()
  .pipe(zoned)
  .transform((time) => new Date(time).toISOString())
  .refine((time) => time >= earliest, 'must be in the year 2000 or later');

const dayRule = 'must be a date, such as 2024-03-31, between 2000 and 2099';
export const day = z.iso.date({ error: dayRule }).refine((date) => date >= '2000' && date < '2100', dayRule);

const periodRule = 'must be a period: 2023-24-q3, 2023-24-h1, 2023-24, 2023 or 2016-05';
export const period = z.string({ error: periodRule }).refine(isPeriodId, periodRule);

const secondsRule = 'must be whole seconds from 0 to 86400';
export const seconds = z.int({ error: secondsRule }).min(0, secondsRule).max(86_400, secondsRule);

const numberRule = 'must be a number between -1e15 and 1e15';
export const number = z.number({ error: numberRule }).min(-1e15, numberRule).max(1e15, numberRule);

export const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
};

const aBillionPoundsInPence = 100_000_000_000;
export const pence = wholeNumber(0, aBillionPoundsInPence);
