/** Of the words, the one most like it, by pairs of letters that both have; undefined where even that is not like it. */
export const nearestWord = (word: string, words: readonly string[]): string | undefined => {
  const likeness = words.map((each) => ({ each, like: shared(pairsOf(word), pairsOf(each)) }));
  const best = likeness.reduce((a, b) => (b.like > a.like ? b : a), { each: '', like: 0 });
  return best.like >= 0.5 ? best.each : undefined;
};

const pairsOf = (word: string): readonly string[] => {
  const letters = `^${word.toLowerCase().replace(/[^a-z0-9]/g, '')}$`;
  return Array.from({ length: letters.length - 1 }, (_, index) => letters.slice(index, index + 2));
};

const shared = (one: readonly string[], other: readonly string[]): number =>
  (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length);
