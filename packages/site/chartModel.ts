import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { periodTick } from '#site/format.ts';

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
  /** In a box 1,000 wide. Broken at gaps and where a definition changed. */
  readonly linePath: string;
  /** The step into a period that is not finished. */
  readonly incompletePath: string;
  readonly targetPath: string;
  readonly targets: readonly TargetRun[];
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

const boxWidth = 1000;
const round = (n: number): number => Math.round(n * 10) / 10;
const fraction = (n: number): number => Math.round(n * 1e4) / 1e4;

export const mostBars = 6;
/** A line whose values lie within this share of the highest would look flat from zero. */
const flatShare = 0.2;

type Scale = (value: number) => number;

interface Frame {
  readonly values: readonly number[];
  readonly isBars: boolean;
  readonly isCropped: boolean;
}

const frameOf = (series: readonly Point[]): Frame => {
  const values = series.flatMap(({ value, target }) => [value, target]).filter((each) => each !== undefined);
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

const scaleOf = (frame: Frame, unit: EditionMeasure['unit'], height: number) => {
  const [bottom, top] = [bottomOf(frame), topOf(frame, unit)];
  return scaleLinear([bottom, top === bottom ? bottom + 1 : top], [height, 0]).nice(5);
};

const decimalsIn = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => String(Number(tick.toFixed(6))).split('.')[1]?.length ?? 0));

const slotsOf = (series: readonly Point[], scale: Scale): Slot[] =>
  series.map((point, index) => ({
    point,
    index,
    left: fraction(index / series.length),
    middle: fraction((index + 0.5) / series.length),
    width: fraction(1 / series.length),
    tick: periodTick(point.period).short,
    y: point.value === undefined ? undefined : round(scale(point.value)),
  }));

/** Neighbours that share something, as one run. */
const runsOf = <T>(slots: readonly Slot[], keyOf: (slot: Slot) => T): { key: T; slots: Slot[] }[] =>
  slots.reduce<{ key: T; slots: Slot[] }[]>((runs, slot) => {
    const key = keyOf(slot);
    const last = runs.at(-1);
    if (last && last.key === key) last.slots.push(slot);
    else runs.push({ key, slots: [slot] });
    return runs;
  }, []);

const edges = (slots: readonly Slot[]): { left: number; right: number } => {
  const [first, last] = [slots[0], slots.at(-1)];
  return { left: first?.left ?? 0, right: fraction((last?.left ?? 0) + (last?.width ?? 0)) };
};

const yearsOf = (slots: readonly Slot[]): Run[] =>
  runsOf(slots, ({ point }) => periodTick(point.period).group)
    .filter(({ key }) => key !== '')
    .map(({ key, slots: inYear }) => ({ text: key, ...edges(inYear) }));

const isFinished = ({ point }: Slot): boolean => point.complete;
const hasValue = ({ y }: Slot): boolean => y !== undefined;

const path = (slots: readonly Slot[], isDrawn: (slot: Slot) => boolean): string =>
  line<Slot>(
    ({ middle }) => round(middle * boxWidth),
    ({ y }) => y ?? 0,
  ).defined(isDrawn)([...slots]) ?? '';

/** Stretches that may be read across: a definition that changes begins another. */
const unbroken = (slots: readonly Slot[]): Slot[][] =>
  slots.reduce<Slot[][]>((stretches, slot) => {
    if (slot.point.break !== undefined || stretches.length === 0) stretches.push([]);
    stretches.at(-1)?.push(slot);
    return stretches;
  }, []);

const lineOf = (slots: readonly Slot[]): string =>
  unbroken(slots)
    .map((stretch) => path(stretch, (slot) => hasValue(slot) && isFinished(slot)))
    .join('');

/** A step into each unfinished period from the one before it. */
const incompleteOf = (slots: readonly Slot[]): string =>
  slots
    .filter((slot) => hasValue(slot) && !isFinished(slot) && slot.point.break === undefined)
    .map((slot) => path(slots.slice(Math.max(0, slot.index - 1), slot.index + 1), hasValue))
    .join('');

/** A label of some 90 pixels lies over about this many periods at the end of its run. */
const slotsUnderLabel = 2;
const aboveLine = -9;
const belowLine = 21;

/** Where the data runs: at the points, and at quarters of the way from each to the next. */
const heights = (slots: readonly Slot[]): number[] =>
  slots.flatMap(({ y }, i) => {
    if (y === undefined) return [];
    const next = slots[i + 1]?.y ?? y;
    return [0, 0.25, 0.5, 0.75].map((share) => y + share * (next - y));
  });

/** Pixels between a label's middle and the nearest data over or under it. */
const clearance = (labelY: number, slots: readonly Slot[]): number =>
  Math.min(60, ...heights(slots).map((y) => Math.abs(labelY - 5 - y)));

/** Of both ends of the line and both sides of it, the place with most room; the start and above, where all are alike. */
const labelOf = (run: readonly Slot[], lineY: number): TargetRun['label'] => {
  const places = [false, true].flatMap((isAtEnd) =>
    [aboveLine, belowLine].map((offset) => {
      const under = isAtEnd ? run.slice(-slotsUnderLabel) : run.slice(0, slotsUnderLabel);
      return { y: lineY + offset, isAtEnd, room: clearance(lineY + offset, under) };
    }),
  );
  const { y, isAtEnd } = places.reduce((best, place) => (place.room > best.room ? place : best));
  return { y, isAtEnd };
};

const targetsOf = (slots: readonly Slot[], scale: Scale): TargetRun[] =>
  runsOf(slots, ({ point }) => point.target).flatMap(({ key, slots: run }) => {
    if (key === undefined) return [];
    const y = round(scale(key));
    return [{ text: '', ...edges(run), value: key, y, label: labelOf(run, y) }];
  });

/** A flat run for each target, joined by a step where it changed. */
const targetPathOf = (targets: readonly TargetRun[]): string =>
  targets
    .map(({ left, right, y }, i) => {
      const joins = targets[i - 1]?.right === left;
      return `${joins ? `V${y}` : `M${round(left * boxWidth)} ${y}`}H${round(right * boxWidth)}`;
    })
    .join('');

/** Periods before the first value are left out of the picture; those after it show as gaps. The table has them all. */
const fromFirstValue = (series: readonly Point[]): readonly Point[] => {
  const first = series.findIndex(({ value }) => value !== undefined);
  return first < 0 ? [] : series.slice(first);
};

/** undefined when the series has no value at all: there is nothing to draw. */
export const chartModel = (measure: EditionMeasure, height = 320): ChartModel | undefined => {
  const series = fromFirstValue(measure.series);
  if (series.length === 0) return undefined;
  const frame = frameOf(series);
  const scale = scaleOf(frame, measure.unit, height);
  const slots = slotsOf(series, scale);
  const targets = targetsOf(slots, scale);
  const ticks = scale.ticks(5);
  return {
    height,
    isBars: frame.isBars,
    isCropped: frame.isCropped,
    ticks: ticks.map((value) => ({ value, y: round(scale(value)) })),
    tickDecimals: decimalsIn(ticks),
    baseline: round(scale(Math.max(0, scale.domain()[0] ?? 0))),
    slots,
    years: yearsOf(slots),
    linePath: lineOf(slots),
    incompletePath: incompleteOf(slots),
    targetPath: targetPathOf(targets),
    targets,
    last: slots.filter(hasValue).at(-1),
  };
};
