import { endOfDay } from '#calendar/day.ts';
import { parsePeriod, periodLabel } from '#calendar/period.ts';
import type { Fact } from '#event/types.ts';
import { takenBack, withdrawnOf } from '#scorecard/release.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { linksOn, pathOf } from '#site/addresses.ts';
import type { Withdrawal } from '#site/feed.tsx';
import type { EditionHead } from '#store/editions.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Website } from '#store/website.ts';

/** An edition that readers saw and that was taken back; whose it is its configuration says. */
export type Taken = Omit<Withdrawal, 'organisation'>;

interface Taking {
  readonly scorecard: Scorecard;
  readonly heads: readonly EditionHead[];
  readonly records: readonly Fact[];
  readonly website: Pick<Website, 'get'>;
}

/** Nobody signs off what is not there yet: a release that says another time is dated by its edition. */
const takenFrom = (head: EditionHead, { scorecard: { id, title }, records }: Taking): readonly Taken[] => {
  const release = takenBack(records, head);
  if (release === undefined) return [];
  const { at, releasedBy, reason } = release;
  const published = endOfDay(head.asOf).toISOString();
  const period = { id: head.period, label: periodLabel(parsePeriod(head.period)) };
  const told = { scorecard: { id, title }, period, edition: head.edition, releasedBy, reason };
  return [{ ...told, at: at < published ? published : at }];
};

/** Where an edition stays for good. */
const pageOf = ({ organisation, scorecard, period, edition }: EditionHead): string => {
  const place = { organisation: { id: organisation }, scorecard: { id: scorecard }, period: { id: period }, edition };
  return pathOf(linksOn('edition', place).strategy).slice(1);
};

/** Those of the withdrawn that readers ever saw. */
export const everShown = async (heads: readonly EditionHead[], website: Pick<Website, 'get'>) => {
  const pages = await inParallel(heads, (head) => website.get(pageOf(head)));
  return heads.filter((_, i) => pages[i] !== undefined);
};

export const withdrawnFrom = async (taking: Taking): Promise<readonly Taken[]> => {
  const seen = await everShown(withdrawnOf(taking.records, taking.heads), taking.website);
  return seen.flatMap((head) => takenFrom(head, taking));
};
