import { formatExact, tidy } from '#scorecard/format.ts';
import type { Measure, Unit } from '#scorecard/schema.ts';
import type { Aim } from '#scorecard/target.ts';

export type Judged = 'green' | 'amber' | 'red';

export interface Limit {
  readonly at: number;
  /** A value on the limit is inside. */
  readonly isInside: boolean;
}

/** From one limit to the other; open where there is none. */
export interface Range {
  readonly least?: Limit;
  readonly most?: Limit;
}

/** Amber reaches around green, which is asked first, and red is the rest: no gap and no overlap can be. */
export interface Bands {
  readonly green: Range;
  readonly amber?: Range;
}

type Written = NonNullable<NonNullable<Measure['rating']>['bands']>;
type Judging = Pick<Measure, 'polarity' | 'rating'>;

const inside = (at: number): Limit => ({ at, isInside: true });

const limitOf = (at: number | undefined, beyond: number | undefined): Limit | undefined => {
  if (at !== undefined) return inside(at);
  return beyond === undefined ? undefined : { at: beyond, isInside: false };
};

export const rangeOf = ({ atLeast, above, atMost, below }: Written['green']): Range => ({
  least: limitOf(atLeast, above),
  most: limitOf(atMost, below),
});

/** Where green begins amber has its end, so that of a one-sided amber only the outer limit counts. */
const outer = ({ least, most }: Range, polarity: Measure['polarity']): Range => {
  if (polarity === 'band') return { least, most };
  return polarity === 'lower' ? { most } : { least };
};

const writtenBands = ({ green, amber }: Written, polarity: Measure['polarity']): Bands => ({
  green: rangeOf(green),
  amber: amber && outer(rangeOf(amber), polarity),
});

const toleranceAt = ({ rating }: Judging, at: number): number | undefined => {
  const amber = rating?.amber;
  if (!amber) return undefined;
  return amber.unit === 'points' ? amber.within : (Math.abs(at) * amber.within) / 100;
};

/** The limits as decimals, computed once: comparing with `0.8 − 0.05` would misplace a value that equals it. */
const beyond = (measure: Judging, at: number, side: 1 | -1): Limit | undefined => {
  const tolerance = toleranceAt(measure, at);
  return tolerance === undefined ? undefined : inside(tidy(at + side * tolerance));
};

const around = (measure: Judging, { least, most }: { least?: number; most?: number }): Bands => {
  const green = { least: limitOf(least, undefined), most: limitOf(most, undefined) };
  if (!measure.rating?.amber) return { green };
  const amber = {
    least: least === undefined ? undefined : beyond(measure, least, -1),
    most: most === undefined ? undefined : beyond(measure, most, 1),
  };
  return { green, amber };
};

/** The bands of a measure with this aim; undefined where nothing can be judged. */
export const bandsOf = (measure: Judging, aim: Aim | undefined): Bands | undefined => {
  const { polarity, rating } = measure;
  if (polarity === 'none') return undefined;
  if (rating?.bands) return writtenBands(rating.bands, polarity);
  if (polarity === 'band') return aim?.range && around(measure, { least: aim.range.from, most: aim.range.to });
  if (aim?.value === undefined) return undefined;
  return around(measure, polarity === 'lower' ? { most: aim.value } : { least: aim.value });
};

const isAbove = (value: number, { at, isInside }: Limit): boolean => value > at || (isInside && value === at);
const isBelow = (value: number, { at, isInside }: Limit): boolean => value < at || (isInside && value === at);

export const isWithin = (value: number, { least, most }: Range): boolean =>
  (!least || isAbove(value, least)) && (!most || isBelow(value, most));

export const colourOf = (value: number, { green, amber }: Bands): Judged => {
  if (isWithin(value, green)) return 'green';
  return amber && isWithin(value, amber) ? 'amber' : 'red';
};

/** The limit of a range that a value outside it misses, or the nearest of one that it is inside. */
export const nearestLimit = (value: number, { least, most }: Range): number => {
  if (least && !isAbove(value, least)) return least.at;
  if (most && !isBelow(value, most)) return most.at;
  const ends = [least, most].flatMap((limit) => (limit ? [limit.at] : []));
  return ends.reduce((a, b) => (Math.abs(value - b) < Math.abs(value - a) ? b : a));
};

const isAmberBeyond = (limit: number, { green, amber }: Bands): boolean => {
  if (!amber) return false;
  return limit === green.least?.at ? amber.least?.at !== limit : amber.most?.at !== limit;
};

const nextColour = (colour: Judged, limit: number, bands: Bands): Judged => {
  if (colour === 'amber') return 'green';
  if (colour === 'red') return bands.amber ? 'amber' : 'green';
  return isAmberBeyond(limit, bands) ? 'amber' : 'red';
};

/** To the next better band, or from green to the next worse; left out where the value is exactly on that limit. */
export const toNextBand = (value: number, bands: Bands): { colour: Judged; by: number } | undefined => {
  const colour = colourOf(value, bands);
  const limit = nearestLimit(value, colour === 'red' ? (bands.amber ?? bands.green) : bands.green);
  const by = tidy(Math.abs(value - limit));
  return by === 0 ? undefined : { colour: nextColour(colour, limit, bands), by };
};

const leastText = ({ at, isInside }: Limit, unit: Unit): string =>
  isInside ? `${formatExact(at, unit)} or more` : `more than ${formatExact(at, unit)}`;
const mostText = ({ at, isInside }: Limit, unit: Unit): string =>
  isInside ? `${formatExact(at, unit)} or less` : `less than ${formatExact(at, unit)}`;

/** `80% or more`, `less than 5 days`, `18 to 22`. */
export const rangeText = ({ least, most }: Range, unit: Unit): string => {
  if (least && most && least.isInside && most.isInside) return spanText(least.at, most.at, unit);
  const said = [least && leastText(least, unit), most && mostText(most, unit)];
  return said.filter((text) => text !== undefined).join(' and ');
};

export const spanText = (from: number, to: number, unit: Unit): string =>
  `${formatExact(from, unit)} to ${formatExact(to, unit)}`;
