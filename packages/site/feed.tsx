import { h } from 'preact';
import type { Edition } from '#scorecard/edition.ts';
import { addresses, type Links, linksOn } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import { furtherPages } from '#site/furtherPages.ts';
import { measuresSentence, milestonesSentence } from '#site/summary.ts';
import { say, words } from '#site/words.ts';
import { xmlText } from '#site/xmlText.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** XML elements that HTML's types do not know. */
const xml = (name: string, attributes: Readonly<Record<string, string>> | null, ...children: preact.ComponentChild[]) =>
  h(name, attributes, ...children);

const idOf = ({ organisation, scorecard, period, edition }: Edition): string =>
  `urn:quarterlight:${organisation.id}:${scorecard.id}:${period.id}:${edition}`;

const summaryOf = ({ measures, milestones }: Edition): string => {
  const { main, rest } = measuresSentence(measures);
  return [main, rest, milestonesSentence(milestones)].filter((text) => text !== '').join(' ');
};

const entry = (edition: Edition, origin: string) =>
  xml(
    'entry',
    null,
    xml('id', null, idOf(edition)),
    xml('title', null, `${edition.scorecard.title}, ${edition.period.label}, edition ${edition.edition}`),
    xml('updated', null, edition.publishedAt),
    xml('link', { href: `${origin}${linksOn('edition', edition).strategy}` }),
    xml('summary', null, `${say.asAt(longDay(edition.asOf))}. ${summaryOf(edition)}`),
  );

/** Atom: one entry an edition, the newest first. Without an origin its links are relative to its own address. */
export const feed = (organisation: Edition['organisation'], editions: readonly Edition[], origin = ''): string => {
  const newest = [...editions].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const address = `${origin}${addresses.feed(organisation.id)}`;
  const document = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom' },
    xml('id', null, `urn:quarterlight:${organisation.id}`),
    xml('title', null, `${organisation.name}: ${words.ourPerformance.toLowerCase()}`),
    xml('updated', null, newest[0]?.publishedAt ?? ''),
    xml('author', null, xml('name', null, organisation.name)),
    xml('link', { rel: 'self', href: address }),
    ...newest.map((edition) => entry(edition, origin)),
  );
  return `${declaration}${xmlText(document)}`;
};

/** The pages of the newest edition. The protocol wants whole addresses, so without an origin there is none. */
export const sitemap = (links: Links, edition: Edition, origin: string, further: readonly string[] = []): string => {
  const pages = [
    links.strategy,
    links.measures,
    links.milestones,
    ...furtherPages(links, edition).map(({ href }) => href),
    ...edition.measures.map(({ id }) => links.measure(id)),
    ...further,
  ];
  const document = xml(
    'urlset',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    ...pages.map((page) => xml('url', null, xml('loc', null, `${origin}${page}`), xml('lastmod', null, edition.asOf))),
  );
  return `${declaration}${xmlText(document)}`;
};
