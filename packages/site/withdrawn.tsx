import { addresses, pathOf } from '#site/addresses.ts';
import { page } from '#site/editionFiles.tsx';
import { feed } from '#site/feed.tsx';
import { WithdrawnPage } from '#site/generalPages.tsx';
import { type SiteInput, shellOf } from '#site/renderSite.tsx';
import { type Assets, csvFile, feedFile, jsonFile, type SiteFile, xmlFile } from '#site/siteFile.ts';
import { words } from '#site/words.ts';

export interface Place {
  readonly organisation: string;
  readonly scorecard: string;
}

const text = `${words.withdrawn}. ${words.withdrawnText}`;
const emptySitemap = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>\n`;

/** Of an organisation that shows nothing any more: what it withdrew, when and why. */
const lastFeed = ({ organisation: id }: Place, { withdrawals, origin }: SiteInput): string => {
  const taken = withdrawals?.organisation ?? [];
  return feed(taken[0]?.organisation ?? { id, name: id }, [], origin, taken);
};

const fileOf = (address: string): string => pathOf(address).slice(1);

/** Where readers of a page that is gone are sent: to the scorecard, or to what is left of its organisation. */
const homeOf = ({ organisation, scorecard }: Place, { editions, scorecards }: SiteInput): string => {
  if (editions.length > 0) return addresses.current(organisation, scorecard);
  return scorecards.length > 0 ? addresses.organisation(organisation) : addresses.home;
};

const withdrawnPage = (path: string, place: Place, input: SiteInput, assets: Assets): SiteFile => {
  const { organisations, origin } = input;
  const address = `/${path.replace(/index\.html$/, '')}`;
  const props = { shell: shellOf(assets, origin), organisations, address, home: homeOf(place, input) };
  return page(address, <WithdrawnPage {...props} />);
};

/** What stands where a file was that a scorecard no longer has: nothing of the figures that were in it. */
export const withdrawnFile = (path: string, place: Place, input: SiteInput, assets: Assets): SiteFile => {
  if (path.endsWith('.json')) return jsonFile(path, `${JSON.stringify({ schema: 'withdrawn-1', reason: text })}\n`);
  if (path.endsWith('.csv')) return csvFile(path, `${JSON.stringify(text)}\r\n`);
  if (path === fileOf(addresses.feed(place.organisation))) return feedFile(path, lastFeed(place, input));
  if (path.endsWith('.xml')) return xmlFile(path, emptySitemap);
  return withdrawnPage(path, place, input, assets);
};

/** Files that all scorecards of an organisation share, and that none is left to write; nothing while one is. */
export const overviewPaths = (organisation: string, { scorecards }: SiteInput): readonly string[] =>
  scorecards.length > 0
    ? []
    : [addresses.organisation, addresses.feed, addresses.data, addresses.dataPackage].map((addressOf) =>
        fileOf(addressOf(organisation)),
      );
