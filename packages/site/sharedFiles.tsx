import { addresses, linksOn } from '#site/addresses.ts';
import { periodTables } from '#site/csvColumns.ts';
import { tableSchema } from '#site/csvw.ts';
import { shownDashboards } from '#site/dashboardFiles.tsx';
import { catalogueOf, shownOf } from '#site/dataCatalogue.ts';
import { dataPackage, schemaFile } from '#site/dataPackage.ts';
import { DataPage } from '#site/dataPage.tsx';
import { definitionSchemaText } from '#site/definition.ts';
import { page } from '#site/editionFiles.tsx';
import { editionSchema } from '#site/editionSchema.ts';
import { feed, wholeFeed } from '#site/feed.tsx';
import { AccessibilityPage, HowWeRatePage, NotFoundPage, OrganisationsPage } from '#site/generalPages.tsx';
import { licenceOf } from '#site/licence.ts';
import { OverviewPage } from '#site/overviewPage.tsx';
import type { SiteInput } from '#site/renderSite.tsx';
import { feedFile, jsonFile, type SiteFile, textFile, xmlFile } from '#site/siteFile.ts';
import { generalSitemap, robots, sitemapIndex } from '#site/sitemap.ts';
import { type Shell, type View, viewOf } from '#site/view.ts';

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
      feed(organisation, input.recent?.organisation ?? input.scorecards, input.origin, input.withdrawals?.organisation),
    ),
    overview(addresses.organisation(organisation.id)),
    ...dataFiles(shell, input, views),
    ...(isAlone ? [overview(addresses.home)] : []),
  ];
};

/** Without a list of all that is shown, what is at hand: periods of this scorecard, and the others as they are now. */
const knownOf = ({ editions, scorecards }: SiteInput) =>
  [...new Map([...editions, ...scorecards].map((each) => [linksOn('edition', each).strategy, each])).values()].map(
    shownOf,
  );

/** The page of all files, and what programs read in its place. */
const dataFiles = (shell: Shell, input: SiteInput, views: readonly [View, ...View[]]): SiteFile[] => {
  const [first, ...rest] = views;
  const { organisation } = first.edition;
  const shown = input.shown ?? knownOf(input);
  const packaged = {
    organisation,
    catalogue: catalogueOf(organisation, shown),
    licence: licenceOf(input.licence),
    origin: input.origin,
  };
  const editions = [first.edition, ...rest.map(({ edition }) => edition)] as const;
  return [
    page(
      addresses.data(organisation.id),
      <DataPage {...packaged} shell={shell} editions={editions} contact={input.contact} />,
    ),
    jsonFile(addresses.dataPackage(organisation.id), dataPackage(packaged)),
    ...periodTables.map((kind) =>
      jsonFile(addresses.tableSchema(organisation.id, schemaFile(kind)), tableSchema(kind)),
    ),
  ];
};

const sitemapFiles = (organisations: SiteInput['organisations'], origin: string): SiteFile[] => [
  xmlFile(addresses.sitemapIndex, sitemapIndex(organisations, origin)),
  xmlFile(addresses.generalSitemap, generalSitemap(organisations, origin)),
];

/** Pages of the whole installation. */
export const generalFiles = (shell: Shell, input: SiteInput): SiteFile[] => {
  const { organisations, recent, scorecards, origin, withdrawals } = input;
  const props = { shell, organisations };
  return [
    jsonFile(addresses.schema, `${JSON.stringify(editionSchema, null, 1)}\n`),
    jsonFile(addresses.definitionSchema, definitionSchemaText()),
    feedFile(addresses.wholeFeed, wholeFeed(recent?.installation ?? scorecards, origin, withdrawals?.installation)),
    textFile(addresses.robots, robots(origin)),
    ...(origin === undefined ? [] : sitemapFiles(organisations, origin)),
    page(addresses.howWeRate, <HowWeRatePage {...props} />),
    page(addresses.accessibility, <AccessibilityPage {...props} />),
    page(addresses.notFound, <NotFoundPage {...props} />),
    ...(organisations.length === 1 ? [] : [page(addresses.home, <OrganisationsPage {...props} />)]),
  ];
};
