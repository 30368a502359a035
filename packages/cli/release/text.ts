import { counted } from '#cli/output.ts';
import type { Edition } from '#scorecard/edition.ts';
import { measureCounts, milestoneCounts } from '#site/summary.ts';

const countsOf = (counts: readonly { readonly key: string; readonly count: number }[]): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${count} ${key}`)
    .join(', ');

/** How many there are of each colour, and how many figures are revised. */
export const countsText = ({ measures, milestones, revisions }: Edition): readonly string[] => [
  `${counted(measures.length, 'measure')}: ${countsOf(measureCounts(measures))}`,
  ...(milestones.length > 0
    ? [`${counted(milestones.length, 'milestone')}: ${countsOf(milestoneCounts(milestones))}`]
    : []),
  ...(revisions.length > 0
    ? [counted(revisions.length, 'revision of what was published', 'revisions of what was published')]
    : []),
];
