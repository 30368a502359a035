import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Run, Slot } from '#site/chartModel.ts';
import { edges } from '#site/chartRuns.ts';
import { tenths } from '#site/chartUnits.ts';

/** Between which values the figure varies by chance alone, and round what; y in pixels from the top. */
export interface ProcessRun extends Run {
  readonly mean: number;
  readonly upper: number;
  readonly lower: number;
}

/** From the first point that the limits are worked out of; undefined where there are none. */
export const processOf = (
  { process }: Pick<EditionMeasure, 'process'>,
  slots: readonly Slot[],
  scale: (value: number) => number,
): ProcessRun | undefined => {
  if (process === undefined) return undefined;
  const first = slots.findIndex(({ point }) => point.period === process.from);
  const run = slots.slice(Math.max(first, 0));
  const [mean, upper, lower] = [process.mean, process.upper, process.lower].map((value) => tenths(scale(value)));
  return mean === undefined || upper === undefined || lower === undefined
    ? undefined
    : { text: '', ...edges(run), mean, upper, lower };
};
