/** How many letters must be put in, taken out or changed to turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let i = 0; i < to.length; i++) {
      const changed = (above[i] ?? 0) + (to[i] === letter ? 0 : 1);
      line.push(Math.min(changed, (above[i + 1] ?? 0) + 1, (line[i] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}

/** The candidates most like the name, the nearest first; of equals the first. */
export function nearestFew(name: string, candidates: readonly string[], most: number): readonly string[] {
  const distance = (candidate: string) => editDistance(name.toLowerCase(), candidate.toLowerCase());
  const far = candidates.map((candidate) => ({ candidate, away: distance(candidate) }));
  return far
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The candidate most like the name; of equals the first. */
export const nearest = (name: string, candidates: readonly string[]): string | undefined =>
  nearestFew(name, candidates, 1)[0];

const mostMistakes = 3;

/** The candidate that was probably meant; undefined where none is like the name. */
export function probably(name: string, candidates: readonly string[]): string | undefined {
  const close = nearest(name, candidates);
  return close !== undefined && editDistance(name.toLowerCase(), close.toLowerCase()) <= mostMistakes
    ? close
    : undefined;
}
