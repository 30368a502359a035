import type { Edition } from '#scorecard/edition.ts';
import type { Links } from '#site/addresses.ts';
import { sharesOf } from '#site/shares.ts';
import { isPlanned } from '#site/targetStretches.ts';
import { words } from '#site/words.ts';

/** Pages that only some scorecards have: one without anything to show is not made and not linked, but for changes. */
export type FurtherSection = 'plan' | 'targets' | 'channels' | 'budget' | 'changes';

const has: Record<FurtherSection, (edition: Edition) => boolean> = {
  plan: ({ milestones, alignment = [] }) => milestones.length + alignment.length > 0,
  targets: ({ measures }) => measures.some(isPlanned),
  channels: ({ measures }) => measures.some((measure) => sharesOf(measure).length > 0),
  budget: ({ budgets = [] }) => budgets.length > 0,
  changes: () => true,
};

const texts: Record<FurtherSection, string> = {
  plan: words.plan,
  targets: words.targetsByYear,
  channels: words.channels,
  budget: words.budget,
  changes: words.changes,
};

const order: readonly FurtherSection[] = ['plan', 'targets', 'channels', 'budget', 'changes'];

export interface FurtherPage {
  readonly section: FurtherSection;
  readonly text: string;
  readonly href: string;
}

/** Those that the edition has, in the order of the navigation. */
export const furtherPages = (links: Links, edition: Edition): readonly FurtherPage[] =>
  order
    .filter((section) => has[section](edition))
    .map((section) => ({ section, text: texts[section], href: links[section] }));

/** Where an edition has such a page; undefined where it has none. */
export const furtherPageIn =
  (section: FurtherSection) =>
  (links: Links, edition: Edition): string | undefined =>
    has[section](edition) ? links[section] : undefined;
