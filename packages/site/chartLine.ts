import { line } from 'd3-shape';
import type { Slot } from '#site/chartModel.ts';
import { boxWidth, tenths } from '#site/chartUnits.ts';

const isFinished = ({ point }: Slot): boolean => point.complete;
export const hasValue = ({ y }: Slot): boolean => y !== undefined;

const path = (slots: readonly Slot[], isDrawn: (slot: Slot) => boolean): string =>
  line<Slot>(
    ({ middle }) => tenths(middle * boxWidth),
    ({ y }) => y ?? 0,
  ).defined(isDrawn)([...slots]) ?? '';

/** Stretches that may be read across: a definition that changes begins another. */
const unbroken = (slots: readonly Slot[]): Slot[][] =>
  slots.reduce<Slot[][]>((stretches, slot) => {
    if (slot.point.break !== undefined || stretches.length === 0) stretches.push([]);
    stretches.at(-1)?.push(slot);
    return stretches;
  }, []);

/** Broken at gaps and where a definition changed; without what is not finished. */
export const lineOf = (slots: readonly Slot[]): string =>
  unbroken(slots)
    .map((stretch) => path(stretch, (slot) => hasValue(slot) && isFinished(slot)))
    .join('');

/** A step into each unfinished period from the one before it. */
export const incompleteOf = (slots: readonly Slot[]): string =>
  slots
    .filter((slot) => hasValue(slot) && !isFinished(slot) && slot.point.break === undefined)
    .map((slot) => path(slots.slice(Math.max(0, slot.index - 1), slot.index + 1), hasValue))
    .join('');
