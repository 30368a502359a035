const usualLimit = 3;

/** How many letters must be changed, added or left out to make one word the other. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/** The word that was probably meant; undefined when none is like it. */
export function nearest(word: string, words: readonly string[], farthest = usualLimit): string | undefined {
  const [best] = words
    .map((candidate) => ({ candidate, away: distance(word, candidate) }))
    .filter(({ away }) => away <= farthest)
    .sort((one, other) => one.away - other.away);
  return best?.candidate;
}
