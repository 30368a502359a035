import type { EditionMeasure } from '#scorecard/edition.ts';

interface Share {
  readonly name: string;
  /** In percent of the whole; absent where it is withheld. */
  readonly share?: number;
  readonly count?: number;
  /** Of a channel: the figure is the share of those that have this. */
  readonly inFigure?: boolean;
}

/** What a whole is made of: contacts by channel, or what people answered. */
export interface Shares {
  readonly measure: EditionMeasure;
  readonly kind: 'channels' | 'answers';
  /** The dimension of the cut. */
  readonly by: string;
  readonly rows: readonly Share[];
  /** How many the shares are of; absent where that was not published. */
  readonly base?: number;
}

type Cut = EditionMeasure['cuts'][number];

const kinds: Readonly<Record<string, Shares['kind']>> = {
  channel: 'channels',
  answer: 'answers',
  score: 'answers',
  response: 'answers',
};

const rowOf = ({ name, value, count, share, inFigure }: Cut['rows'][number], { unit }: EditionMeasure): Share => ({
  name,
  share: share ?? (unit === 'percent' ? value : undefined),
  count: count ?? (unit === 'count' ? value : undefined),
  inFigure,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Shares that were typed in are rounded, so they need not add up to 100 exactly. */
const isWhole = (rows: readonly Share[], { rows: from }: Cut): boolean => {
  const known = rows.flatMap(({ share }) => share ?? []);
  if (from.some(({ suppressed }) => suppressed)) return known.length > 0;
  return known.length === rows.length && Math.abs(sum(known) - 100) <= 1;
};

const baseOf = (rows: readonly Share[], { rows: from }: Cut): number | undefined => {
  const denominators = new Set(from.map(({ denominator }) => denominator));
  const [only] = denominators;
  if (denominators.size === 1 && only !== undefined) return only;
  const counts = rows.flatMap(({ count }) => count ?? []);
  return counts.length === rows.length ? sum(counts) : undefined;
};

/** The cuts of a measure that are parts of one whole, each with its share of it. */
export const sharesOf = (measure: EditionMeasure): readonly Shares[] =>
  measure.cuts.flatMap((cut) => {
    const kind = kinds[cut.by];
    const rows = cut.rows.map((row) => rowOf(row, measure));
    if (kind === undefined || !isWhole(rows, cut)) return [];
    return [{ measure, kind, by: cut.by, rows, base: baseOf(rows, cut) }];
  });

const mostSeries = 4;

/** The eye tells four parts apart: the three largest, in their order, and all others as one. */
export const drawnShares = (
  rows: readonly Share[],
  others: (count: number) => string,
): readonly Required<Pick<Share, 'name' | 'share'>>[] => {
  const known = rows.flatMap(({ name, share }) => (share === undefined ? [] : [{ name, share }]));
  if (known.length <= mostSeries) return known;
  const largest = [...known].sort((a, b) => b.share - a.share).slice(0, mostSeries - 1);
  const rest = known.filter((row) => !largest.includes(row));
  return [
    ...known.filter((row) => largest.includes(row)),
    { name: others(rest.length), share: sum(rest.map(({ share }) => share)) },
  ];
};
