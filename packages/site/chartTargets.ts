import type { RangeRun, Slot, TargetRun } from '#site/chartModel.ts';
import { edges, runsOf } from '#site/chartRuns.ts';
import { boxWidth, tenths } from '#site/chartUnits.ts';

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

export const targetsOf = (slots: readonly Slot[], scale: (value: number) => number): TargetRun[] =>
  runsOf(slots, ({ point }) => point.target).flatMap(({ key, slots: run }) => {
    if (key === undefined) return [];
    const y = tenths(scale(key));
    return [{ text: '', ...edges(run), value: key, y, label: labelOf(run, y) }];
  });

export const rangesOf = (slots: readonly Slot[], scale: (value: number) => number): RangeRun[] =>
  runsOf(slots, ({ point: { targetRange } }) => targetRange && `${targetRange.from} ${targetRange.to}`).flatMap(
    ({ slots: run }) => {
      const point = run[0]?.point;
      if (point?.targetRange === undefined) return [];
      const { from, to } = point.targetRange;
      return [{ text: '', ...edges(run), point, top: tenths(scale(to)), bottom: tenths(scale(from)) }];
    },
  );

/** A flat run for each target, joined by a step where it changed. */
export const targetPathOf = (targets: readonly TargetRun[]): string =>
  targets
    .map(({ left, right, y }, i) => {
      const joins = targets[i - 1]?.right === left;
      return `${joins ? `V${y}` : `M${tenths(left * boxWidth)} ${y}`}H${tenths(right * boxWidth)}`;
    })
    .join('');
