import { parsePeriod } from '#calendar/period.ts';
import type { Fact } from '#event/types.ts';
import { mintNext, nextNumber, type Shelf } from '#functions/assess/mint.ts';
import type { Edition, Revision } from '#scorecard/edition.ts';
import { foldRecords } from '#scorecard/records.ts';
import { releasedOf, seenOf } from '#scorecard/release.ts';
import { asRevisionOf, type Now } from '#scorecard/revisions.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { restatedBy } from '#scorecard/versions.ts';
import type { EditionHead, Editions } from '#store/editions.ts';

interface Settling {
  readonly scorecard: Scorecard;
  readonly records: readonly Fact[];
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly editions: Editions;
}

/** The one that is shown now, and the one that readers saw before it; where there were two. */
const lastTwo = (
  records: readonly Fact[],
  heads: readonly EditionHead[],
): readonly [EditionHead, EditionHead] | undefined => {
  const shown = releasedOf(records, heads).at(-1);
  const before = seenOf(records, heads).findLast(({ figuresHash }) => figuresHash !== shown?.figuresHash);
  return shown && before && [shown, before];
};

const withoutDay = (revisions: readonly Revision[]): string => JSON.stringify(revisions.map(({ on, ...rest }) => rest));

const nowOf = ({ scorecard, records, publishedAt }: Settling, { asOf }: Edition): Now => {
  const measures = scorecard.groups.flatMap((group) => group.measures);
  return {
    publishedAt,
    reasonOf: foldRecords(records, asOf).reasonOf,
    restated: (id, key, period) => {
      const measure = measures.find((each) => each.id === id);
      return measure && restatedBy(measure, key, parsePeriod(period));
    },
  };
};

/**
 * A draft is compared with what was released when it was made. Where another one was released in between, what readers
 * are shown must say what changed since: the same figures, with those revisions, under the next number.
 */
export const settleReleased = (shelf: Shelf, settling: Settling): Promise<number | undefined> =>
  mintNext(
    shelf,
    async (heads) => {
      const pair = lastTwo(settling.records, heads);
      if (!pair) return undefined;
      const [shown, before] = await Promise.all(pair.map((head) => settling.editions.read(head)));
      if (!shown || !before) return undefined;
      const settled = asRevisionOf(shown, before, nowOf(settling, shown));
      if (withoutDay(settled.revisions) === withoutDay(shown.revisions)) return undefined;
      return { ...settled, edition: nextNumber(heads) };
    },
    settling.editions,
  );
