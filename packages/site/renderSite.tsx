import { createHash } from 'node:crypto';
import type { Edition } from '#scorecard/edition.ts';
import {
  addresses,
  ganttFile,
  latestFolder,
  linksOn,
  linksUnder,
  measureFiles,
  pathOf,
  type Shelf,
  tablesOn,
} from '#site/addresses.ts';
import { chartFile } from '#site/chartFile.tsx';
import { measuresCsv, milestonesCsv, seriesCsv } from '#site/csv.ts';
import { editionJson } from '#site/editionJson.ts';
import { editionSchema } from '#site/editionSchema.ts';
import { feed, sitemap } from '#site/feed.tsx';
import { ganttDrawing } from '#site/ganttFile.tsx';
import {
  AccessibilityPage,
  HowWeRatePage,
  type Listed,
  NotFoundPage,
  OrganisationsPage,
  WithdrawnPage,
} from '#site/generalPages.tsx';
import { pageText } from '#site/layout.tsx';
import { MeasurePage } from '#site/measurePage.tsx';
import { MeasuresPage } from '#site/measuresPage.tsx';
import { MilestonesPage } from '#site/milestonesPage.tsx';
import { OverviewPage } from '#site/overviewPage.tsx';
import {
  type Assets,
  cssAsset,
  csvFile,
  feedFile,
  htmlFile,
  jsonFile,
  type SiteFile,
  scriptAsset,
  svgAsset,
  svgFile,
  xmlFile,
} from '#site/siteFile.ts';
import { icon } from '#site/sprite.tsx';
import { StrategyPage } from '#site/strategyPage.tsx';
import { type Shell, type View, viewOf } from '#site/view.ts';

export interface SiteInput {
  /** The highest edition of each period of one scorecard; at least one. */
  readonly editions: readonly Edition[];
  /** The edition that each scorecard of the organisation shows now, this one included, in their order. */
  readonly scorecards: readonly Edition[];
  /** Every organisation with something to read, in the order of the list. */
  readonly organisations: readonly Listed[];
  /** Who to ask about the organisation's figures. */
  readonly contact?: string;
  /** `https://…` without a slash at the end, where it is known. */
  readonly origin?: string;
}

/** In the order that they must be written in, so that no page names what is not there yet. */
export interface Site {
  readonly assets: readonly SiteFile[];
  /** Editions with their data: every shelf but the current one. */
  readonly editions: readonly SiteFile[];
  /** Where readers come in: written last. */
  readonly entries: readonly SiteFile[];
  /** Entries that other scorecards write too. */
  readonly shared: readonly SiteFile[];
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const assetFiles = ({ css, script }: Assets) => ({
  css: cssAsset(addresses.asset('site', hashOf(css), 'css'), css),
  script: scriptAsset(addresses.asset('site', hashOf(script), 'js'), script),
  icon: svgAsset(addresses.asset('icon', hashOf(icon), 'svg'), icon),
});

const page = (address: string, element: preact.JSX.Element): SiteFile => htmlFile(pathOf(address), pageText(element));

/** The same pages for every shelf; only their addresses differ. */
const pagesOf = (view: View): SiteFile[] => [
  ...view.edition.measures.map((measure) =>
    page(view.links.measure(measure.id), <MeasurePage view={view} measure={measure} />),
  ),
  page(view.links.measures, <MeasuresPage view={view} />),
  page(view.links.milestones, <MilestonesPage view={view} />),
  page(view.links.strategy, <StrategyPage view={view} />),
  jsonFile(view.links.editionJson, editionJson(view.edition)),
];

const tables = (shelf: Shelf, edition: Edition): SiteFile[] => [
  csvFile(tablesOn(shelf, edition).measures, measuresCsv(edition)),
  csvFile(tablesOn(shelf, edition).milestones, milestonesCsv(edition)),
];

const optionalSvg = (address: string, drawing: string | undefined): SiteFile[] =>
  drawing === undefined ? [] : [svgFile(address, drawing)];

/** The files that figures link to, beside the edition that they are of. */
const figures = (edition: Edition): SiteFile[] => [
  ...edition.measures.flatMap((measure) => {
    const files = measureFiles(edition, measure.id);
    return [csvFile(files.csv, seriesCsv(edition, measure)), ...optionalSvg(files.svg, chartFile(edition, measure))];
  }),
  ...optionalSvg(ganttFile(edition), ganttDrawing(edition)),
];

const byNewest = (a: Edition, b: Edition): number => (a.period.end < b.period.end ? 1 : -1);

/** What a scorecard shows now: its last complete period, or while there is none its newest. */
const currentEdition = (editions: readonly Edition[]): Edition | undefined => {
  const newest = [...editions].sort(byNewest);
  return newest.find(({ period }) => period.complete) ?? newest[0];
};

interface Rendering {
  readonly shell: Shell;
  readonly input: SiteInput;
  readonly newestFirst: readonly Edition[];
}

const viewOn = ({ shell, input, newestFirst }: Rendering, shelf: Shelf, edition: Edition): View =>
  viewOf(shell, shelf, edition, { editions: newestFirst, contact: input.contact });

const editionFiles = (rendering: Rendering, edition: Edition): SiteFile[] => [
  ...figures(edition),
  ...tables('edition', edition),
  ...tables('period', edition),
  ...pagesOf(viewOn(rendering, 'edition', edition)),
  ...pagesOf(viewOn(rendering, 'period', edition)),
];

const entryFiles = (rendering: Rendering, current: Edition): SiteFile[] => {
  const view = viewOn(rendering, 'current', current);
  const latest = linksUnder(latestFolder(current));
  return [
    ...pagesOf(view),
    page(latest.strategy, <StrategyPage view={view} />),
    jsonFile(latest.editionJson, editionJson(current)),
    ...(rendering.input.origin === undefined ? [] : [siteMapFile(current, rendering.input.origin)]),
  ];
};

const siteMapFile = (current: Edition, origin: string): SiteFile =>
  xmlFile(
    addresses.sitemap(current.organisation.id, current.scorecard.id),
    sitemap(linksOn('current', current), current, origin),
  );

const isNotEmpty = <T,>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

const overviewFiles = ({ shell, input }: Rendering): SiteFile[] => {
  const views = input.scorecards.map((edition) =>
    viewOf(shell, 'current', edition, { editions: [], contact: input.contact }),
  );
  if (!isNotEmpty(views)) return [];
  const { organisation } = views[0].edition;
  const isAlone = input.organisations.length === 1;
  const overview = (address: string) => page(address, <OverviewPage shell={shell} views={views} address={address} />);
  return [
    feedFile(addresses.feed(organisation.id), feed(organisation, input.scorecards, input.origin)),
    overview(addresses.organisation(organisation.id)),
    ...(isAlone ? [overview(addresses.home)] : []),
  ];
};

const generalFiles = ({ shell, input: { organisations } }: Rendering): SiteFile[] => {
  const props = { shell, organisations };
  return [
    jsonFile(addresses.schema, `${JSON.stringify(editionSchema, null, 1)}\n`),
    page(addresses.howWeRate, <HowWeRatePage {...props} />),
    page(addresses.accessibility, <AccessibilityPage {...props} />),
    page(addresses.notFound, <NotFoundPage {...props} />),
    ...(organisations.length === 1 ? [] : [page(addresses.home, <OrganisationsPage {...props} />)]),
  ];
};

const shellOf = (assets: Assets, origin: string | undefined): Shell => {
  const { css, script, icon: iconFile } = assetFiles(assets);
  return { css: `/${css.path}`, script: `/${script.path}`, icon: `/${iconFile.path}`, origin };
};

/** What stands at the path of a page that a scorecard no longer has. */
export const withdrawnPage = (
  path: string,
  { editions, organisations, origin }: SiteInput,
  assets: Assets,
): SiteFile => {
  const address = `/${path.replace(/index\.html$/, '')}`;
  const [edition] = editions;
  const home = edition === undefined ? addresses.home : linksOn('current', edition).strategy;
  const props = { shell: shellOf(assets, origin), organisations, address, home };
  return page(address, <WithdrawnPage {...props} />);
};

/** All files of one scorecard, and the pages that it shares with others. Pure: the same input gives the same bytes. */
export const renderSite = (input: SiteInput, assets: Assets): Site => {
  const { css, script, icon: iconFile } = assetFiles(assets);
  const rendering = { shell: shellOf(assets, input.origin), input, newestFirst: [...input.editions].sort(byNewest) };
  const current = currentEdition(input.editions);
  return {
    assets: [css, script, iconFile],
    editions: input.editions.flatMap((edition) => editionFiles(rendering, edition)),
    entries: current === undefined ? [] : entryFiles(rendering, current),
    shared: [...generalFiles(rendering), ...overviewFiles(rendering)],
  };
};

/** In the order of writing. */
export const filesOf = ({ assets, editions, entries, shared }: Site): readonly SiteFile[] => [
  ...assets,
  ...editions,
  ...entries,
  ...shared,
];
