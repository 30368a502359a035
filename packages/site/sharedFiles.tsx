import { addresses } from '#site/addresses.ts';
import { shownDashboards } from '#site/dashboardFiles.tsx';
import { page } from '#site/editionFiles.tsx';
import { editionSchema } from '#site/editionSchema.ts';
import { feed, wholeFeed } from '#site/feed.tsx';
import { AccessibilityPage, HowWeRatePage, NotFoundPage, OrganisationsPage } from '#site/generalPages.tsx';
import { OverviewPage } from '#site/overviewPage.tsx';
import type { SiteInput } from '#site/renderSite.tsx';
import { feedFile, jsonFile, type SiteFile, textFile, xmlFile } from '#site/siteFile.ts';
import { generalSitemap, robots, sitemapIndex } from '#site/sitemap.ts';
import { type Shell, viewOf } from '#site/view.ts';

const isNotEmpty = <T,>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

/** The organisation's own pages, which every one of its scorecards writes alike. */
export const overviewFiles = (shell: Shell, input: SiteInput): SiteFile[] => {
  const views = input.scorecards.map((edition) =>
    viewOf(shell, 'current', edition, {
      editions: [],
      contact: input.contact,
      dashboards: shownDashboards(input.dashboards, [edition]),
    }),
  );
  if (!isNotEmpty(views)) return [];
  const { organisation } = views[0].edition;
  const isAlone = input.organisations.length === 1;
  const overview = (address: string) => page(address, <OverviewPage shell={shell} views={views} address={address} />);
  return [
    feedFile(
      addresses.feed(organisation.id),
      feed(organisation, input.recent?.organisation ?? input.scorecards, input.origin),
    ),
    overview(addresses.organisation(organisation.id)),
    ...(isAlone ? [overview(addresses.home)] : []),
  ];
};

const sitemapFiles = (organisations: SiteInput['organisations'], origin: string): SiteFile[] => [
  xmlFile(addresses.sitemapIndex, sitemapIndex(organisations, origin)),
  xmlFile(addresses.generalSitemap, generalSitemap(organisations, origin)),
];

/** Pages of the whole installation. */
export const generalFiles = (shell: Shell, { organisations, recent, scorecards, origin }: SiteInput): SiteFile[] => {
  const props = { shell, organisations };
  return [
    jsonFile(addresses.schema, `${JSON.stringify(editionSchema, null, 1)}\n`),
    feedFile(addresses.wholeFeed, wholeFeed(recent?.installation ?? scorecards, origin)),
    textFile(addresses.robots, robots(origin)),
    ...(origin === undefined ? [] : sitemapFiles(organisations, origin)),
    page(addresses.howWeRate, <HowWeRatePage {...props} />),
    page(addresses.accessibility, <AccessibilityPage {...props} />),
    page(addresses.notFound, <NotFoundPage {...props} />),
    ...(organisations.length === 1 ? [] : [page(addresses.home, <OrganisationsPage {...props} />)]),
  ];
};
