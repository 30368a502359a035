import { parsePeriod } from '#calendar/period.ts';
import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import type { EditionHead, Editions } from '#store/editions.ts';

/** One period of one scorecard, whose editions are numbered from 1. */
export type Shelf = Pick<EditionHead, 'organisation' | 'scorecard' | 'period'>;

const mostAttempts = 5;

/** The highest first. */
const headsOn = (heads: readonly EditionHead[], period: string): readonly EditionHead[] =>
  heads.filter((head) => head.period === period).sort((a, b) => b.edition - a.edition);

/**
 * The highest says the same, or the newest as of the same day does: a night run again publishes nothing new. An older
 * one as of that day may say the same and yet have been overtaken, by a night that was late or a correction taken back.
 */
const isKnown = (heads: readonly EditionHead[], asOf: string, hash: string): boolean => {
  const ofThatDay = heads.find((head) => head.asOf === asOf);
  return heads[0]?.figuresHash === hash || ofThatDay?.figuresHash === hash;
};

/**
 * Another night may take the number first: then `make` is asked again, with the period's heads, the highest first, and
 * those of all periods. Undefined when it makes none.
 */
export async function mintNext(
  shelf: Shelf,
  make: (heads: readonly EditionHead[], all: readonly EditionHead[]) => Promise<Edition | undefined>,
  editions: Editions,
): Promise<number | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const all = await editions.heads(shelf.organisation, shelf.scorecard);
    const edition = await make(headsOn(all, shelf.period), all);
    if (edition === undefined) return undefined;
    if (await editions.mint(edition, figuresHashOf(edition))) return edition.edition;
  }
  throw new Error(`${shelf.organisation}/${shelf.scorecard} ${shelf.period}: others kept taking the next number`);
}

export const nextNumber = ([highest]: readonly EditionHead[]): number => (highest?.edition ?? 0) + 1;

/**
 * Makes an edition under its number, compared with the one before: what readers saw last of its period, or else of the
 * newest period before it. That is the highest, unless editions wait for a release.
 */
export type Build = (before: Edition | undefined, number: number) => Edition;
export type LastShown = (heads: readonly EditionHead[]) => EditionHead | undefined;

const highestOf: LastShown = ([highest]) => highest;

/** Periods that were over before this one began, the newest first. */
const periodsBefore = (period: string, heads: readonly EditionHead[]): readonly string[] => {
  const { start } = parsePeriod(period);
  const known = [...new Set(heads.map((head) => head.period))].map((id) => parsePeriod(id));
  return known
    .filter(({ end }) => end < start)
    .sort((a, b) => (a.end < b.end ? 1 : -1))
    .map(({ id }) => id);
};

/** What a new edition of a period is compared with, of all heads of its scorecard. */
export const headBefore = (
  period: string,
  all: readonly EditionHead[],
  lastShown: LastShown = highestOf,
): EditionHead | undefined =>
  [period, ...periodsBefore(period, all)].reduce<EditionHead | undefined>(
    (found, id) => found ?? lastShown(headsOn(all, id)),
    undefined,
  );

/** Mints what is built under the next number, unless its figures are known already: then undefined. */
export const mintIfNew = (
  shelf: Shelf,
  build: Build,
  editions: Editions,
  lastShown?: LastShown,
): Promise<number | undefined> =>
  mintNext(
    shelf,
    async (heads, all) => {
      const before = headBefore(shelf.period, all, lastShown);
      const edition = build(before && (await editions.read(before)), nextNumber(heads));
      return isKnown(heads, edition.asOf, figuresHashOf(edition)) ? undefined : edition;
    },
    editions,
  );
