import { type Cell, keyOf } from '#oracle/cells.ts';
import type { Edition } from '#scorecard/edition.ts';

export interface Compared extends Omit<Cell, 'number'> {
  readonly published?: number;
  readonly recomputed?: number;
  readonly equal: boolean;
}

/** Of what two orders of adding up may leave of a fraction. */
const tolerance = 1e-9;
/** Differences are published with ten decimals, as people subtract. */
const lastDecimal = 6e-11;

const isAlike = (a: number | undefined, b: number | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b;
  if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
  return Math.abs(a - b) <= Math.max(lastDecimal, tolerance * Math.max(Math.abs(a), Math.abs(b)));
};

const compared = ({ number: published, ...cell }: Cell, recomputed: number | undefined): Compared => ({
  ...cell,
  published,
  recomputed,
  equal: isAlike(published, recomputed),
});

const ownPeriod = ({ scorecard, measure, period }: Omit<Cell, 'part'>): string => `${scorecard} ${measure} ${period}`;

/** Periods of which an edition publishes all there is of a measure, not the value alone. */
export const ownPeriodsOf = (editions: readonly Edition[]): ReadonlySet<string> =>
  new Set(
    editions.flatMap(({ scorecard, measures }) =>
      measures.map(({ id, period }) => ownPeriod({ scorecard: scorecard.id, measure: id, period })),
    ),
  );

/**
 * Every published figure with the one worked out anew, and every one worked out anew that should have been published:
 * all parts of a measure's own periods.
 */
export const compare = (
  published: readonly Cell[],
  own: ReadonlySet<string>,
  recomputed: readonly Cell[],
): readonly Compared[] => {
  const anew = new Map(recomputed.map((cell) => [keyOf(cell), cell.number]));
  const keys = new Set(published.map(keyOf));
  const unpublished = recomputed.filter((cell) => own.has(ownPeriod(cell)) && !keys.has(keyOf(cell)));
  const distinct = new Map(published.map((cell) => [`${keyOf(cell)} ${cell.number}`, cell]));
  return [
    ...[...distinct.values()].map((cell) => compared(cell, anew.get(keyOf(cell)))),
    ...unpublished.map(({ number, ...cell }) => ({ ...cell, recomputed: number, equal: false })),
  ];
};
