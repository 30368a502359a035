import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import type { EditionHead, Editions } from '#store/editions.ts';

/** One period of one scorecard, whose editions are numbered from 1. */
export type Shelf = Pick<EditionHead, 'organisation' | 'scorecard' | 'period'>;

const mostAttempts = 5;

const headsOf = async (editions: Editions, { organisation, scorecard, period }: Shelf): Promise<EditionHead[]> => {
  const heads = await editions.heads(organisation, scorecard);
  return heads.filter((head) => head.period === period).sort((a, b) => b.edition - a.edition);
};

/**
 * The highest says the same, or the newest as of the same day does: a night run again publishes nothing new. An older
 * one as of that day may say the same and yet have been overtaken, by a night that was late or a correction taken back.
 */
const isKnown = (heads: readonly EditionHead[], asOf: string, hash: string): boolean => {
  const ofThatDay = heads.find((head) => head.asOf === asOf);
  return heads[0]?.figuresHash === hash || ofThatDay?.figuresHash === hash;
};

/**
 * Mints what `build` makes of the highest edition so far, under the next number, unless its figures are known already:
 * then undefined. Another night may take the number first; what it published is then the edition before.
 */
export async function mintIfNew(
  shelf: Shelf,
  build: (before: Edition | undefined) => Edition,
  editions: Editions,
): Promise<number | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const heads = await headsOf(editions, shelf);
    const before = heads[0] && (await editions.read(heads[0]));
    const edition = build(before);
    const hash = figuresHashOf(edition);
    if (isKnown(heads, edition.asOf, hash)) return undefined;
    if (await editions.mint(edition, hash)) return edition.edition;
  }
  throw new Error(`${shelf.organisation}/${shelf.scorecard} ${shelf.period}: others kept taking the next number`);
}
