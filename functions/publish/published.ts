import { isComplete, parsePeriod } from '#calendar/period.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import { inParallel } from '#store/inParallel.ts';

const endOf = ({ period }: EditionHead): string => parsePeriod(period).end;
const isOver = (head: EditionHead): boolean => isComplete(parsePeriod(head.period), head.asOf);

/** The last complete period, or while there is none the newest. */
export const currentHead = (heads: readonly EditionHead[]): EditionHead | undefined => {
  const newest = heads.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  return newest.find(isOver) ?? newest[0];
};

/** Of each that is shown, the one of its period that was published before it. */
export const headsBefore = (shown: readonly EditionHead[], published: readonly EditionHead[]): readonly EditionHead[] =>
  shown.flatMap(({ period, edition }) => {
    const older = published.filter((head) => head.period === period && head.edition < edition);
    return older.toSorted((a, b) => b.edition - a.edition)[0] ?? [];
  });

/** So many editions are told of in a feed. */
export const mostRecent = 20;

const keyOf = ({ organisation, scorecard, period, edition }: EditionHead): string =>
  `${organisation} ${scorecard} ${period} ${edition}`;

const newestFirst = (a: EditionHead, b: EditionHead): number =>
  a.asOf === b.asOf ? (keyOf(a) < keyOf(b) ? -1 : 1) : a.asOf < b.asOf ? 1 : -1;

/** A night of a period that is not over says little that the next will not: of such a period only the newest. */
const isWorthTelling = (head: EditionHead, heads: readonly EditionHead[]): boolean =>
  isOver(head) ||
  !heads.some(
    ({ organisation, scorecard, period, edition }) =>
      organisation === head.organisation &&
      scorecard === head.scorecard &&
      period === head.period &&
      edition > head.edition,
  );

export const recentHeads = (published: readonly EditionHead[]): readonly EditionHead[] =>
  published
    .filter((head) => isWorthTelling(head, published))
    .toSorted(newestFirst)
    .slice(0, mostRecent);

export type ReadAll = (heads: readonly EditionHead[]) => Promise<readonly Edition[]>;

/** Reads each edition once, however often it is asked for. */
export const readerOf = (editions: Pick<Editions, 'read'>): ReadAll => {
  const known = new Map<string, Promise<Edition>>();
  const readOnce = (head: EditionHead): Promise<Edition> => {
    const reading = known.get(keyOf(head)) ?? readBody(head, editions);
    known.set(keyOf(head), reading);
    return reading;
  };
  return (heads) => inParallel(heads, readOnce);
};

const readBody = async (head: EditionHead, editions: Pick<Editions, 'read'>): Promise<Edition> => {
  const edition = await editions.read(head);
  if (edition === undefined) throw new Error(`edition ${head.period}#${head.edition} has a head but no body`);
  return edition;
};
