import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';

/** Up to six values are bars; more are a line. */
const mostBars = 6;
/** A line whose values lie within this share of the highest would look flat from zero. */
const flatShare = 0.2;

export interface Frame {
  readonly values: readonly number[];
  readonly isBars: boolean;
  readonly isCropped: boolean;
}

/** `beside`: what else must have its place, such as the limits of chance. */
export const frameOf = (series: readonly Point[], beside: readonly number[] = []): Frame => {
  const values = series
    .flatMap(({ value, target, targetRange }) => [value, target, targetRange?.from, targetRange?.to])
    .filter((each) => each !== undefined)
    .concat(beside);
  const isBars = series.filter(({ value }) => value !== undefined).length <= mostBars;
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return { values, isBars, isCropped: !isBars && lowest > 0 && (highest - lowest) / highest < flatShare };
};

const topOf = ({ values, isCropped }: Frame, unit: EditionMeasure['unit']): number => {
  const highest = Math.max(...values);
  if (unit === 'percent' && highest > 60 && highest <= 100 && !isCropped) return 100;
  return isCropped || highest <= 0 ? Math.max(highest, 0) : highest * 1.08;
};

const bottomOf = ({ values, isCropped }: Frame): number => {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return isCropped ? Math.max(0, lowest - (highest - lowest) * 0.4) : Math.min(0, lowest);
};

export const scaleOf = (frame: Frame, unit: EditionMeasure['unit'], height: number): ScaleLinear<number, number> => {
  const [bottom, top] = [bottomOf(frame), topOf(frame, unit)];
  return scaleLinear([bottom, top === bottom ? bottom + 1 : top], [height, 0]).nice(5);
};

/** The decimals that tell the ticks apart. */
export const decimalsIn = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => String(Number(tick.toFixed(6))).split('.')[1]?.length ?? 0));
