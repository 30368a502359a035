import { type Period, parsePeriod, periodContaining, shiftPeriod, shortLabel } from '#calendar/period.ts';
import { formatExact, tidy } from '#scorecard/format.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Target, TargetPath } from '#scorecard/targetSchema.ts';

/** What a value is to be: a number, or anything from one number to another. */
export interface Aim {
  readonly value?: number;
  readonly range?: { readonly from: number; readonly to: number };
  /** The period that the target is of, where it is of one. */
  readonly of?: Period;
  /** How it came about, as a sentence for the rule. */
  readonly note?: string;
  /** The earlier figure that stands here in place of a target. */
  readonly prior?: { readonly basis: Measure['compare']; readonly period: string; readonly label: string };
}

const contains = (outer: Period, inner: Period): boolean => outer.start <= inner.start && outer.end >= inner.end;
const lengthOf = (period: Period): number => Date.parse(period.end) - Date.parse(period.start);

type ByPeriod = Extract<Target, Record<string, unknown>> & Readonly<Record<string, unknown>>;

/**
 * The period whose target serves: its own, or else the shortest around it, so that a year's target serves its
 * quarters. A year written as `2023` is longer than none and shorter than nothing: the April year goes first.
 */
const servedBy = (ids: readonly string[], period: Period): Period | undefined => {
  if (ids.includes(period.id)) return period;
  return ids
    .map(parsePeriod)
    .filter((each) => contains(each, period))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id < b.id ? 1 : -1))[0];
};

const aimAt = (written: unknown, more: Partial<Aim>): Aim | undefined => {
  if (typeof written === 'number') return { value: written, ...more };
  return written ? { range: written as NonNullable<Aim['range']>, ...more } : undefined;
};

interface PathPoint {
  readonly period: Period;
  readonly value: number;
}

const pointsOf = ({ from, via, to }: TargetPath): readonly PathPoint[] =>
  [from, ...via, to].map(({ period, value }) => ({ period: parsePeriod(period), value }));

const yearOf = (period: Period): 'april' | 'calendar' => (period.start.slice(5, 7) === '01' ? 'calendar' : 'april');

/** Whole periods from one to the other. */
const stepsBetween = (from: Period, to: Period): number => {
  let steps = 0;
  for (let each = from; each.start < to.start; each = shiftPeriod(each, 1)) steps += 1;
  return steps;
};

const between = (a: PathPoint, b: PathPoint, period: Period): number => {
  const [done, whole] = [stepsBetween(a.period, period), stepsBetween(a.period, b.period)];
  return tidy((a.value * (whole - done) + b.value * done) / whole);
};

const onPath = (path: TargetPath, period: Period): { readonly value: number; readonly of: Period } | undefined => {
  const points = pointsOf(path);
  const first = points[0]?.period;
  if (!first) return undefined;
  const of = periodContaining(period.start, first.frequency, first.frequency === 'year' ? yearOf(first) : 'april');
  const before = points.findLast((point) => point.period.start <= of.start);
  const after = points.find((point) => point.period.start > of.start);
  if (!before) return undefined;
  return { value: path.path === 'steps' || !after ? before.value : between(before, after, of), of };
};

const pathNote = (path: TargetPath, unit: Measure['unit']): string => {
  const said = pointsOf(path).map(({ period, value }) => `${formatExact(value, unit)} in ${shortLabel(period)}`);
  const how = path.path === 'steps' ? 'goes in steps' : 'follows a straight line';
  return `The target ${how} from ${said.slice(0, -1).join(' by ')} to ${said.at(-1)}.`;
};

const isPath = (target: object): target is TargetPath => 'path' in target;

type Aiming = Pick<Measure, 'target' | 'unit' | 'baseline'>;

/** The baseline is not judged by itself, nor is what came before it. */
const isAfterBaseline = ({ baseline }: Aiming, period: Period): boolean =>
  baseline === undefined || period.start > parsePeriod(baseline.period).end;

const maintaining = (value: number | undefined): Aim | undefined =>
  value === undefined ? undefined : { value, note: 'The target is to maintain this.' };

/**
 * What a measure aims at in a period; undefined where no target is set, or where the period's own is left blank. A
 * target to maintain the baseline is the baseline's value, from the period after it.
 */
export const aimOf = (measure: Aiming, period: Period, baseline?: number): Aim | undefined => {
  const { target, unit } = measure;
  if (target === undefined) return undefined;
  if (typeof target === 'number') return { value: target };
  if ('maintain' in target) {
    if (target.maintain !== 'baseline') return maintaining(target.maintain as number);
    return isAfterBaseline(measure, period) ? maintaining(baseline) : undefined;
  }
  if (isPath(target)) {
    const at = onPath(target, period);
    return at && { ...at, note: pathNote(target, unit) };
  }
  if ('from' in target) return aimAt(target, {});
  const of = servedBy(Object.keys(target), period);
  return of && aimAt((target as ByPeriod)[of.id], { of });
};
