import type { Edition } from '#scorecard/edition.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import { editionKeys } from '#store/names.ts';

interface Stored {
  readonly head: EditionHead;
  readonly json: string;
}

type Place = Pick<EditionHead, 'organisation' | 'scorecard' | 'period' | 'edition'>;

const sortOf = ({ period, edition }: Place) => editionKeys.sort(period, edition);
const keyOf = (place: Place) => `${editionKeys.partition(place.organisation, place.scorecard)}#${sortOf(place)}`;

const headOf = (edition: Edition, figuresHash: string): EditionHead => ({
  organisation: edition.organisation.id,
  scorecard: edition.scorecard.id,
  period: edition.period.id,
  edition: edition.edition,
  asOf: edition.asOf,
  figuresHash,
});

export function memoryEditions({ write = plainWrite }: { readonly write?: Write } = {}): Editions {
  const stored = new Map<string, Stored>();

  const mint = (edition: Edition, figuresHash: string): boolean => {
    const head = headOf(edition, figuresHash);
    const json = JSON.stringify(edition);
    const holder = stored.get(keyOf(head)) ?? { head, json };
    stored.set(keyOf(head), holder);
    return holder.json === json;
  };

  return {
    async heads(organisation, scorecard) {
      return [...stored.values()]
        .map(({ head }) => head)
        .filter((head) => head.organisation === organisation && head.scorecard === scorecard)
        .toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
    },
    async read(place) {
      const found = stored.get(keyOf(place));
      return found && (JSON.parse(found.json) as Edition);
    },
    mint: (edition, figuresHash) => write(() => mint(edition, figuresHash)),
  };
}
