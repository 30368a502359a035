import type { EditionMeasure } from '#scorecard/edition.ts';
import type { ChartModel, Slot } from '#site/chartModel.ts';
import type { Ink } from '#site/ink.ts';

/**
 * x in percent and y in pixels, so that text keeps its size at any width; only paths are stretched. With the file's ink
 * everything carries its own colours and nothing is left to a style sheet.
 */
export interface DrawingProps {
  readonly model: ChartModel;
  readonly measure: EditionMeasure;
  readonly ink: Ink;
}

/** A period that has a value. */
export type DrawnSlot = Slot & { readonly y: number };

export const drawn = (model: ChartModel): DrawnSlot[] =>
  model.slots.flatMap((slot) => (slot.y === undefined ? [] : [{ ...slot, y: slot.y }]));
