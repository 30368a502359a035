import { londonDay } from '#calendar/day.ts';
import type { Edition, Revision } from '#scorecard/edition.ts';
import { addresses, linksOn } from '#site/addresses.ts';
import { longDay, shortPeriod } from '#site/format.ts';
import { revisionDay, revisionText } from '#site/revisions.tsx';
import { measuresById, measuresSentence, milestonesSentence } from '#site/summary.ts';
import { say, words } from '#site/words.ts';
import { declaration, xml, xmlText } from '#site/xmlText.ts';

/** Readers keep what they have seen; older editions stay under their own addresses. */
export const mostEntries = 100;

interface Entry {
  /** Never changes, whatever becomes of the addresses. */
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly address: string;
  readonly summary: string;
}

const idOf = ({
  organisation,
  scorecard,
  period,
  edition,
}: Pick<Withdrawal, 'organisation' | 'scorecard' | 'period' | 'edition'>): string =>
  `urn:quarterlight:${organisation.id}:${scorecard.id}:${period.id}:${edition}`;

const summaryOf = ({ measures, milestones }: Edition): string => {
  const { main, rest } = measuresSentence(measures);
  return [main, rest, milestonesSentence(milestones)].filter((text) => text !== '').join(' ');
};

const editionEntry = (edition: Edition): Entry => ({
  id: idOf(edition),
  title: say.feedEdition(edition.scorecard.title, edition.period.label, edition.edition),
  updated: edition.publishedAt,
  address: linksOn('edition', edition).strategy,
  summary: `${say.asAt(longDay(edition.asOf))}. ${summaryOf(edition)}`,
});

const revisionId = (edition: Edition, { measure, period, of }: Revision): string =>
  [idOf(edition), 'revision', measure, period, ...(of === undefined ? [] : [of])].join(':');

const revisionEntry = (edition: Edition, revision: Revision): Entry => {
  const { measure: id, period, of } = revision;
  const [measure] = measuresById(edition, [id]);
  const label = of === 'target' ? say.ofTarget(shortPeriod(period)) : shortPeriod(period);
  const links = linksOn('edition', edition);
  return {
    id: revisionId(edition, revision),
    title: say.feedRevision(edition.scorecard.title, measure?.title ?? id, label),
    updated: edition.publishedAt,
    address: measure === undefined ? links.changes : links.measure(id),
    summary: revisionText(edition, revision, measure),
  };
};

/** The same revision in the edition of another period, whose series has the figure too. */
const sameAs = (edition: Edition, revision: Revision): string => {
  const { measure, period, of, from, to } = revision;
  const { organisation, scorecard } = edition;
  return JSON.stringify([organisation.id, scorecard.id, measure, period, of, from, to, revisionDay(edition, revision)]);
};

/** The higher edition of a period before the lower, where both were published on one day. */
const byShelf = (a: Edition, b: Edition): number =>
  a.period.id === b.period.id && a.scorecard.id === b.scorecard.id && a.organisation.id === b.organisation.id
    ? b.edition - a.edition
    : compare(idOf(a), idOf(b));

const newestFirst = (a: Entry, b: Entry): number => compare(b.updated, a.updated);

/** The newest first; of one publication the edition before what it revised, each revision once. */
export const entriesOf = (editions: readonly Edition[], withdrawals: readonly Withdrawal[] = []): readonly Entry[] => {
  const told = new Set<string>();
  const newsOf = (edition: Edition): readonly Revision[] =>
    edition.revisions.filter((revision) => {
      const key = sameAs(edition, revision);
      return !told.has(key) && told.add(key);
    });
  const published = [...editions]
    .sort((a, b) => compare(b.publishedAt, a.publishedAt) || byShelf(a, b))
    .flatMap((edition) => [editionEntry(edition), ...newsOf(edition).map((each) => revisionEntry(edition, each))]);
  const withdrawn = [...withdrawals].sort((a, b) => compare(idOf(a), idOf(b))).map(withdrawalEntry);
  return [...withdrawn, ...published].sort(newestFirst).slice(0, mostEntries);
};

/** An edition whose release was taken back, by whom it had been signed off, and when and why it was. */
export interface Withdrawal {
  readonly organisation: Edition['organisation'];
  readonly scorecard: { readonly id: string; readonly title: string };
  readonly period: { readonly id: string; readonly label: string };
  readonly edition: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly releasedBy: string;
  readonly reason?: string;
}

const withdrawalEntry = (withdrawal: Withdrawal): Entry => {
  const { scorecard, period, edition, at, releasedBy, reason = words.noReasonGiven } = withdrawal;
  return {
    id: `${idOf(withdrawal)}:withdrawn`,
    title: say.feedWithdrawal(scorecard.title, period.label, edition),
    updated: at,
    address: linksOn('edition', withdrawal).strategy,
    summary: say.withdrawnOn(longDay(londonDay(at)), releasedBy, reason),
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const entryElement = ({ id, title, updated, address, summary }: Entry, origin: string) =>
  xml(
    'entry',
    null,
    xml('id', null, id),
    xml('title', null, title),
    xml('updated', null, updated),
    xml('link', { href: `${origin}${address}` }),
    xml('summary', null, summary),
  );

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly address: string;
  /** The page that it is the feed of. */
  readonly page: string;
  readonly entries: readonly Entry[];
  readonly origin?: string;
}

/** Atom (RFC 4287). Without an origin its links are relative to its own address. */
const atom = ({ id, title, author, address, page, entries, origin = '' }: Feed): string => {
  const document = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom' },
    xml('id', null, id),
    xml('title', null, title),
    xml('updated', null, entries[0]?.updated ?? '1970-01-01T00:00:00Z'),
    xml('author', null, xml('name', null, author)),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: `${origin}${address}` }),
    xml('link', { rel: 'alternate', type: 'text/html', href: `${origin}${page}` }),
    ...entries.map((entry) => entryElement(entry, origin)),
  );
  return `${declaration}${xmlText(document)}`;
};

/** What one organisation published, revised and withdrew. */
export const feed = (
  organisation: Edition['organisation'],
  editions: readonly Edition[],
  origin?: string,
  withdrawals: readonly Withdrawal[] = [],
): string =>
  atom({
    id: `urn:quarterlight:${organisation.id}`,
    title: `${organisation.name}: ${words.ourPerformance.toLowerCase()}`,
    author: organisation.name,
    address: addresses.feed(organisation.id),
    page: addresses.organisation(organisation.id),
    entries: entriesOf(editions, withdrawals),
    origin,
  });

/** What every organisation of the installation published, revised and withdrew; each entry says whose it is. */
export const wholeFeed = (
  editions: readonly Edition[],
  origin?: string,
  withdrawals: readonly Withdrawal[] = [],
): string =>
  atom({
    id: 'urn:quarterlight:feed:installation',
    title: words.generalName,
    author: words.generalName,
    address: addresses.wholeFeed,
    page: addresses.home,
    entries: entriesOf(editions.map(named), withdrawals.map(named)),
    origin,
  });

const named = <Told extends Pick<Withdrawal, 'organisation' | 'scorecard'>>(told: Told): Told => ({
  ...told,
  scorecard: { ...told.scorecard, title: say.ofSource(told.organisation.name, told.scorecard.title) },
});
