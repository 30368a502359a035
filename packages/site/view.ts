import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { Paper } from '#scorecard/paperSchema.ts';
import type { Readiness } from '#scorecard/readiness.ts';
import { type Links, linksOn, type Shelf, type Tables, tablesOn } from '#site/addresses.ts';
import { printed } from '#site/printed.ts';
import type { Dress } from '#site/theme.ts';

/** What the shell of every page needs besides its content. */
export interface Shell {
  /** Addresses of the assets, with their hashes. */
  readonly css: string;
  readonly script: string;
  readonly icon: string;
  /** The organisation's own colours, logo and links. */
  readonly dress?: Dress;
  /** `https://…` without a slash at the end; where it is not known, pages have no canonical address. */
  readonly origin?: string;
  /** On pages that are not published, and are not to be. */
  readonly draft?: Draft;
}

/** What a draft is made of, and what is still to do before it is published, by period. */
export interface Draft {
  readonly banner: string;
  readonly readiness: ReadonlyMap<string, Readiness>;
  /** What is published of the periods before, newest first: papers say what has moved since. */
  readonly older: readonly Edition[];
}

/** An edition on one of its shelves, and the others that a reader can turn to. */
export interface View {
  readonly shell: Shell;
  readonly shelf: Shelf;
  readonly edition: Edition;
  readonly links: Links;
  readonly tables: Tables;
  /** The highest edition of each period, the newest period first. */
  readonly editions: readonly Edition[];
  /** Of the same period, what was published before. */
  readonly before?: Edition;
  /** The newest period that was over before this one began, as it was known then. */
  readonly periodBefore?: Edition;
  readonly contact?: string;
  /** Published once, and no longer among what the site shows. */
  readonly withdrawn?: boolean;
  /** The scorecard's committee papers, of whatever period. */
  readonly papers?: readonly Paper[];
  /** The scorecard's dashboards that have a month to show; none beside an edition kept for good. */
  readonly dashboards?: readonly Dashboard[];
}

export const viewOf = (
  shell: Shell,
  shelf: Shelf,
  edition: Edition,
  others: Pick<View, 'editions' | 'before' | 'periodBefore' | 'contact' | 'papers' | 'dashboards'>,
): View => ({
  ...others,
  shell,
  shelf,
  edition: printed(edition),
  links: linksOn(shelf, edition),
  tables: tablesOn(shelf, edition),
  editions: others.editions.map(printed),
  before: others.before && printed(others.before),
  periodBefore: others.periodBefore && printed(others.periodBefore),
});
