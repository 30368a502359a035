import { parsePeriod, shortLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { formatExact, formatTolerance, formatValue, rounded } from '#scorecard/format.ts';
import type { Unit } from '#scorecard/schema.ts';

export type Measured = Pick<EditionMeasure, 'unit' | 'decimals'>;

/** `82.7%`, `1,204`, `31 seconds`, `£1,000`. Rounds once, half away from zero. */
export const figure = (value: number, { unit, decimals }: Measured): string => formatValue(value, unit, decimals);

/** A target has the decimals that somebody gave it. */
export const targetFigure = (value: number, { unit }: Measured): string => formatExact(value, unit);

/** The number apart from a unit that is a word, for setting the first large: `31` and `seconds`, `82.7%` and nothing. */
export const figureParts = (value: number, measure: Measured): { readonly number: string; readonly unit: string } => {
  const [number = '', unit = ''] = figure(value, measure).split(' ');
  return { number, unit };
};

/** A plain number, as an axis or an unrated list has it. */
export const plain = (value: number, decimals = 0): string => formatValue(value, 'count', decimals);

/** A relative change, without its sign: `18.8%`. */
export const relative = (percent: number): string => formatValue(Math.abs(percent), 'percent', 1);

/** A difference without its sign: `10.8 points` of a percentage, `22`, `3 seconds`; `less than 0.1 points` for a trace. */
export const difference = (change: number, { unit, decimals }: Measured): string => {
  const size = rounded(Math.abs(change), decimals);
  if (size === 0 && change !== 0) return `less than ${difference(10 ** -decimals, { unit, decimals })}`;
  return unit === 'percent'
    ? `${plain(size, decimals)} ${size === 1 ? 'point' : 'points'}`
    : figure(size, { unit, decimals });
};

/** As `difference`, with the decimals that it has: what is left to the next rating must not round to nothing. */
export const distance = (by: number, { unit, decimals }: Measured): string =>
  rounded(by, decimals) === 0 ? formatTolerance(by, unit) : difference(by, { unit, decimals });

const onAxis: Partial<Record<Unit, Unit>> = { percent: 'percent', pounds: 'pounds', pence: 'pence' };

/** A number on an axis: words such as `seconds` stand in the subtitle. */
export const axisFigure = (value: number, unit: Unit, decimals: number): string =>
  formatValue(value, onAxis[unit] ?? 'count', decimals);

const dates = {
  long: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
  instant: new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  }),
};

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** `15 December 2023`. */
export const longDay = (day: string): string => dates.long.format(midnight(day));
/** `15 Dec 2023`. */
export const shortDay = (day: string): string => dates.short.format(midnight(day));
/** `Dec`. */
export const monthName = (day: string): string => dates.month.format(midnight(day));
/** The London day of an instant: `15 December 2023`. */
export const longInstant = (instant: string): string => dates.instant.format(new Date(instant));

const labels = new Map<string, string>();

/** `Q3 2023–24`. Worked out once each: a site asks for the same few thousands of times. */
export const shortPeriod = (id: string): string => {
  const label = labels.get(id) ?? shortLabel(parsePeriod(id));
  labels.set(id, label);
  return label;
};

/** `Q3` and `2023–24`; a year or a month has no group or its year. */
export const periodTick = (id: string): { readonly short: string; readonly group: string } => {
  const [short = '', group = ''] = shortPeriod(id).split(' ');
  return { short, group };
};
