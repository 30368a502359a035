import { daysBetween } from '#calendar/day.ts';
import { parsePeriod } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Slot } from '#site/chartModel.ts';
import { fraction } from '#site/chartUnits.ts';

type Annotation = NonNullable<EditionMeasure['annotations']>[number];

/** A numbered mark on the time axis: x as a share of the width; marks that would touch stand on one another. */
export interface Annotated {
  readonly number: number;
  readonly x: number;
  readonly lane: number;
}

/** On a phone a mark is about as wide as this share of the chart. */
const markShare = 0.07;

const xOf = ({ on }: Annotation, { left, width, point }: Slot): number => {
  const { start, end } = parsePeriod(point.period);
  return fraction(left + (width * (daysBetween(start, on) + 0.5)) / (daysBetween(start, end) + 1));
};

/** The lowest lane whose marks are all far enough away. */
const laneOf = (x: number, placed: readonly Annotated[]): number => {
  const near = placed.filter((other) => Math.abs(other.x - x) < markShare).map(({ lane }) => lane);
  return near.length === 0 ? 0 : ([0, ...near.map((lane) => lane + 1)].find((lane) => !near.includes(lane)) ?? 0);
};

/** Numbered as they are listed; one of a period before the first value is not drawn. */
export const annotatedOf = ({ annotations = [] }: EditionMeasure, slots: readonly Slot[]): readonly Annotated[] => {
  const placed: Annotated[] = [];
  for (const [i, annotation] of annotations.entries()) {
    const slot = slots.find(({ point }) => point.period === annotation.period);
    if (slot === undefined) continue;
    const x = xOf(annotation, slot);
    placed.push({ number: i + 1, x, lane: laneOf(x, placed) });
  }
  return placed;
};
