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

/** The candidate most like the name; of equals the first. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const distance = (candidate: string) => editDistance(name.toLowerCase(), candidate.toLowerCase());
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0];
}
