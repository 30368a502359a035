import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { type Annotated, annotatedOf } from '#site/annotated.ts';
import { hasValue, incompleteOf, lineOf } from '#site/chartLine.ts';
import { yearsOf } from '#site/chartRuns.ts';
import { decimalsIn, frameOf, scaleOf } from '#site/chartScale.ts';
import { rangesOf, targetPathOf, targetsOf } from '#site/chartTargets.ts';
import { fraction, tenths } from '#site/chartUnits.ts';
import { periodTick } from '#site/format.ts';
import { type ProcessRun, processOf } from '#site/processLine.ts';

/** Where everything of a trend chart goes: x as a share of the width, y in pixels from the top. */
export interface ChartModel {
  readonly height: number;
  readonly isBars: boolean;
  /** The axis does not start at zero. */
  readonly isCropped: boolean;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly tickDecimals: number;
  readonly baseline: number;
  readonly slots: readonly Slot[];
  readonly years: readonly Run[];
  /** In a box 1,000 wide. */
  readonly linePath: string;
  /** The step into a period that is not finished. */
  readonly incompletePath: string;
  readonly targetPath: string;
  readonly targets: readonly TargetRun[];
  readonly ranges: readonly RangeRun[];
  readonly annotated: readonly Annotated[];
  readonly process?: ProcessRun;
  readonly last?: Slot;
}

/** One period on the axis. */
export interface Slot {
  readonly point: Point;
  readonly index: number;
  readonly left: number;
  readonly middle: number;
  readonly width: number;
  readonly tick: string;
  readonly y?: number;
}

export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A stretch with one target, and where its label is furthest from the data. */
export interface TargetRun extends Run {
  readonly value: number;
  readonly y: number;
  readonly label: { readonly y: number; readonly isAtEnd: boolean };
}

/** A stretch with one target band, from the higher of its ends down to the lower. */
export interface RangeRun extends Run {
  readonly point: Point;
  readonly top: number;
  readonly bottom: number;
}

const slotsOf = (series: readonly Point[], scale: (value: number) => number): Slot[] =>
  series.map((point, index) => ({
    point,
    index,
    left: fraction(index / series.length),
    middle: fraction((index + 0.5) / series.length),
    width: fraction(1 / series.length),
    tick: periodTick(point.period).short,
    y: point.value === undefined ? undefined : tenths(scale(point.value)),
  }));

/** Periods before the first value are left out of the picture; those after it show as gaps. The table has them all. */
const fromFirstValue = (series: readonly Point[]): readonly Point[] => {
  const first = series.findIndex(({ value }) => value !== undefined);
  return first < 0 ? [] : series.slice(first);
};

const limitsOf = ({ process }: EditionMeasure): readonly number[] =>
  process === undefined ? [] : [process.lower, process.upper];

/** Whether there is anything to draw. */
export const hasChart = ({ series }: EditionMeasure): boolean => series.some(({ value }) => value !== undefined);

/** Of three complaints the axis names no half. */
const isWhole = ({ unit, series }: EditionMeasure): boolean =>
  unit === 'count' && series.every(({ value = 0 }) => Number.isInteger(value));

/** undefined when the series has no value at all. */
export const chartModel = (measure: EditionMeasure, height = 320): ChartModel | undefined => {
  const series = fromFirstValue(measure.series);
  if (series.length === 0) return undefined;
  const frame = frameOf(series, limitsOf(measure));
  const scale = scaleOf(frame, measure.unit, height);
  const slots = slotsOf(series, scale);
  const targets = targetsOf(slots, scale);
  const ticks = scale.ticks(5).filter((tick) => !isWhole(measure) || Number.isInteger(tick));
  return {
    height,
    isBars: frame.isBars,
    isCropped: frame.isCropped,
    ticks: ticks.map((value) => ({ value, y: tenths(scale(value)) })),
    tickDecimals: decimalsIn(ticks),
    baseline: tenths(scale(Math.max(0, scale.domain()[0] ?? 0))),
    slots,
    years: yearsOf(slots),
    linePath: lineOf(slots),
    incompletePath: incompleteOf(slots),
    targetPath: targetPathOf(targets),
    targets,
    ranges: rangesOf(slots, scale),
    annotated: annotatedOf(measure, slots),
    process: processOf(measure, slots, scale),
    last: slots.filter(hasValue).at(-1),
  };
};
