import type { Direction } from '#scorecard/edition.ts';

/** What the lists of most improved and most worsened need of a measure. */
export interface Ranked {
  readonly id: string;
  readonly title: string;
  readonly improvement?: { readonly value: number };
  readonly direction?: Direction;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A list never says of a measure what its own direction of travel denies. */
const denied: Record<1 | -1, readonly (Direction | undefined)[]> = {
  1: ['no-change', 'deteriorating'],
  [-1]: ['no-change', 'improving'],
};

const ranked = (measures: readonly Ranked[], side: 1 | -1): string[] =>
  measures
    .filter(({ direction }) => !denied[side].includes(direction))
    .map(({ id, title, improvement }) => ({ id, title, size: side * (improvement?.value ?? 0) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || byText(a.title, b.title) || byText(a.id, b.id))
    .map(({ id }) => id);

/** Ids of what improved, the largest first; equal sizes by title. Zero, no data and no noticeable change are in neither list. */
export const mostImproved = (measures: readonly Ranked[]): string[] => ranked(measures, 1);

/** Ids of what worsened, the largest first; equal sizes by title. */
export const mostWorsened = (measures: readonly Ranked[]): string[] => ranked(measures, -1);
