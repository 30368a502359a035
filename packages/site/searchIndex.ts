import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { linksOn } from '#site/addresses.ts';
import { ratingWords } from '#site/words.ts';

/** Title, address, status, and the words of its definition that the title has not: as short as can be sent. */
type Entry = readonly [string, string, string, string];

/** Words that are in every other definition tell nothing. */
const common = new Set(
  'all and are been but can for from had has have how its not number one our out per than that the their them there these they this those was were what when where which who will with within'.split(
    ' ',
  ),
);

/** Without capitals and accents, as the script in the browser folds what is typed. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A definition of more says nothing that is looked for. */
const mostWords = 60;

const definitionWords = ({ title, definition = '', code = '' }: EditionMeasure): string => {
  const known = new Set(wordsOf(title));
  const all = wordsOf(`${code} ${definition}`).filter((word) => word.length > 2 && !common.has(word));
  return [...new Set(all)]
    .filter((word) => !known.has(word))
    .slice(0, mostWords)
    .join(' ');
};

const entryOf = (edition: Edition, measure: EditionMeasure): Entry => [
  measure.title,
  linksOn('current', edition).measure(measure.id),
  ratingWords[measure.rating.colour].word,
  definitionWords(measure),
];

/** What the script in the browser searches: the measures that a scorecard shows now. */
export const searchIndex = (edition: Edition): string =>
  `${JSON.stringify(edition.measures.map((measure) => entryOf(edition, measure)))}\n`;
