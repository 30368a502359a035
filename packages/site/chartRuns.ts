import type { Run, Slot } from '#site/chartModel.ts';
import { fraction } from '#site/chartUnits.ts';
import { periodTick } from '#site/format.ts';

/** Neighbours that share something, as one run. */
export const runsOf = <T>(slots: readonly Slot[], keyOf: (slot: Slot) => T): { key: T; slots: Slot[] }[] =>
  slots.reduce<{ key: T; slots: Slot[] }[]>((runs, slot) => {
    const key = keyOf(slot);
    const last = runs.at(-1);
    if (last && last.key === key) last.slots.push(slot);
    else runs.push({ key, slots: [slot] });
    return runs;
  }, []);

/** From the left of the first to the right of the last, as shares of the width. */
export const edges = (slots: readonly Slot[]): { left: number; right: number } => {
  const [first, last] = [slots[0], slots.at(-1)];
  return { left: first?.left ?? 0, right: fraction((last?.left ?? 0) + (last?.width ?? 0)) };
};

export const yearsOf = (slots: readonly Slot[]): Run[] =>
  runsOf(slots, ({ point }) => periodTick(point.period).group)
    .filter(({ key }) => key !== '')
    .map(({ key, slots: inYear }) => ({ text: key, ...edges(inYear) }));
