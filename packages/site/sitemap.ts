import { addresses } from '#site/addresses.ts';
import type { Listed } from '#site/generalPages.tsx';
import { declaration, xml, xmlText } from '#site/xmlText.ts';

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

interface Mapped {
  readonly address: string;
  /** London day. */
  readonly changed?: string;
}

/** The protocol wants whole addresses, so without an origin there are no site maps. */
export const sitemap = (pages: readonly Mapped[], origin: string): string => {
  const urls = pages.map(({ address, changed }) =>
    xml(
      'url',
      null,
      xml('loc', null, `${origin}${address}`),
      ...(changed === undefined ? [] : [xml('lastmod', null, changed)]),
    ),
  );
  return `${declaration}${xmlText(xml('urlset', namespace, ...urls))}`;
};

/** Pages of no scorecard in particular. */
export const generalSitemap = (organisations: readonly Listed[], origin: string): string =>
  sitemap(
    [
      addresses.home,
      ...organisations.flatMap(({ id }) => [addresses.organisation(id), addresses.data(id)]),
      addresses.howWeRate,
      addresses.accessibility,
    ].map((address) => ({ address })),
    origin,
  );

/** Where all site maps are: that of the general pages, and one for each scorecard. */
export const sitemapIndex = (organisations: readonly Listed[], origin: string): string => {
  const maps = organisations.flatMap(({ id, scorecards }) => scorecards.map((each) => addresses.sitemap(id, each.id)));
  const entries = [addresses.generalSitemap, ...maps].map((address) =>
    xml('sitemap', null, xml('loc', null, `${origin}${address}`)),
  );
  return `${declaration}${xmlText(xml('sitemapindex', namespace, ...entries))}`;
};

/** Everything is for everybody to read. */
export const robots = (origin: string | undefined): string =>
  ['User-agent: *', 'Allow: /', ...(origin === undefined ? [] : [`Sitemap: ${origin}${addresses.sitemapIndex}`])]
    .map((line) => `${line}\n`)
    .join('');
