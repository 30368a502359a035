import { type Period, parsePeriod } from '#calendar/period.ts';
import type { Colour, MeasureRating } from '#scorecard/edition.ts';
import { decimalsOf, formatBeside, formatExact, formatTolerance, tidy } from '#scorecard/format.ts';
import type { Measure } from '#scorecard/schema.ts';

export type Judged = 'green' | 'amber' | 'red';

/** What rating needs of a measure. */
export type Rated = Pick<Measure, 'unit' | 'decimals' | 'polarity' | 'target' | 'rating'>;

/** Where green and amber end; without `amber` whatever misses the target is red. */
export interface Limits {
  readonly green: number;
  readonly amber?: number;
}

const contains = (outer: Period, inner: Period): boolean => outer.start <= inner.start && outer.end >= inner.end;
const lengthOf = (period: Period): number => Date.parse(period.end) - Date.parse(period.start);

/**
 * The target of a period: its own, or else that of the shortest period around it, so that a year's target serves its
 * quarters. A year written as `2023` is longer than none and shorter than nothing: the April year goes first.
 */
export const targetFor = (target: Measure['target'], period: Period): number | undefined => {
  if (target === undefined || typeof target === 'number') return target;
  if (target[period.id] !== undefined) return target[period.id];
  const around = Object.keys(target)
    .map(parsePeriod)
    .filter((each) => contains(each, period))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id < b.id ? 1 : -1));
  return around[0] && target[around[0].id];
};

/** The limits as decimals, computed once: comparing with `0.8 − 0.05` would misplace a value that equals it. */
export const limitsOf = ({ polarity, rating }: Pick<Rated, 'polarity' | 'rating'>, target: number): Limits => {
  const amber = rating?.amber;
  if (!amber) return { green: target };
  const tolerance = amber.unit === 'points' ? amber.within : (Math.abs(target) * amber.within) / 100;
  return { green: target, amber: tidy(polarity === 'lower' ? target + tolerance : target - tolerance) };
};

/** A value on a limit belongs to the better side. */
export const colourOf = (value: number, limits: Limits, polarity: 'higher' | 'lower'): Judged => {
  const meets = (limit: number): boolean => (polarity === 'higher' ? value >= limit : value <= limit);
  if (meets(limits.green)) return 'green';
  return limits.amber !== undefined && meets(limits.amber) ? 'amber' : 'red';
};

/** To the next better band, or from green to the next worse; left out where the value is exactly on that limit. */
const toNextBand = (value: number, limits: Limits, colour: Judged): MeasureRating['toNextBand'] => {
  const hasAmber = limits.amber !== undefined;
  const limit = colour === 'red' ? (limits.amber ?? limits.green) : limits.green;
  const by = tidy(Math.abs(value - limit));
  if (by === 0) return undefined;
  if (colour === 'amber') return { colour: 'green', by };
  if (colour === 'red') return { colour: hasAmber ? 'amber' : 'green', by };
  return { colour: hasAmber ? 'amber' : 'red', by };
};

const toleranceText = (measure: Rated): string => {
  const amber = measure.rating?.amber;
  if (!amber) return '';
  return amber.unit === 'percent'
    ? `${formatExact(amber.within, 'percent')}`
    : formatTolerance(amber.within, measure.unit);
};

const reasonFor = (measure: Rated, value: number, limits: Limits, colour: Judged): string => {
  const nearest = colour === 'red' ? (limits.amber ?? limits.green) : limits.green;
  const shown = formatBeside(value, nearest, measure.unit, decimalsOf(measure));
  const target = formatExact(limits.green, measure.unit);
  const missed = measure.polarity === 'lower' ? 'above' : 'below';
  const aim = measure.polarity === 'lower' ? 'or less' : 'or more';
  if (colour === 'green') return `Green: ${shown} meets the target of ${target} ${aim}.`;
  const miss = `${shown} is ${missed} the target of ${target}`;
  if (colour === 'amber') return `Amber: ${miss} but within ${toleranceText(measure)} of it.`;
  return limits.amber === undefined ? `Red: ${miss}.` : `Red: ${miss} by more than ${toleranceText(measure)}.`;
};

const ruleText = (measure: Rated, limits: Limits): string => {
  const [better, worse] = measure.polarity === 'lower' ? ['or less', 'above'] : ['or more', 'below'];
  const green = formatExact(limits.green, measure.unit);
  if (limits.amber === undefined) return `Green at ${green} ${better}; red ${worse} that.`;
  const amber = formatExact(limits.amber, measure.unit);
  return `Green at ${green} ${better}; amber at ${amber} ${better}; red ${worse} that.`;
};

const unrated = (colour: Colour, reason: string): MeasureRating => ({ colour, reason });

const whyUnrated = ({ polarity, target }: Rated): string => {
  if (target === undefined) return 'No target is set for this measure.';
  if (polarity === 'band') return 'A measure that belongs in a band is not judged yet.';
  if (polarity === 'none') return 'This measure is published without a judgement.';
  return 'No target is set for this period.';
};

/** The colour of a value with its reason. "No target" and "not reported" are two states, and neither is green. */
export const rate = (measure: Rated, value: number, target: number | undefined): MeasureRating => {
  const { polarity } = measure;
  if (target === undefined || polarity === 'none' || polarity === 'band')
    return unrated('no-target', whyUnrated(measure));
  const limits = limitsOf(measure, target);
  const colour = colourOf(value, limits, polarity);
  const { version = '1', owner } = measure.rating ?? {};
  return {
    colour,
    reason: reasonFor(measure, value, limits, colour),
    rule: { text: ruleText(measure, limits), version, ...(owner && { owner }) },
    toNextBand: toNextBand(value, limits, colour),
  };
};

export const notReported = (reason: string): MeasureRating => unrated('not-reported', reason);
