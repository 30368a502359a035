import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { Paper } from '#scorecard/paperSchema.ts';
import type { Organisation } from '#scorecard/schema.ts';
import { addresses, addressOf, latestFolder, linksUnder, type Shelf } from '#site/addresses.ts';
import { dashboardFiles, shownDashboards } from '#site/dashboardFiles.tsx';
import type { Shown } from '#site/dataCatalogue.ts';
import { definitionFiles } from '#site/definition.ts';
import { editionBefore, periodBefore } from '#site/editionChanges.ts';
import { figures, page, pagesOf, tables } from '#site/editionFiles.tsx';
import { editionJson } from '#site/editionJson.ts';
import type { Withdrawal } from '#site/feed.tsx';
import type { Listed } from '#site/generalPages.tsx';
import { hashOf } from '#site/hash.ts';
import { licenceOf } from '#site/licence.ts';
import { forget } from '#site/once.ts';
import { PaperPage } from '#site/paperPage.tsx';
import { searchIndex } from '#site/searchIndex.ts';
import { generalFiles, overviewFiles } from '#site/sharedFiles.tsx';
import { type Assets, cssAsset, jsonFile, type SiteFile, scriptAsset, svgAsset, xmlFile } from '#site/siteFile.ts';
import { sitemap } from '#site/sitemap.ts';
import { icon } from '#site/sprite.tsx';
import { StrategyPage } from '#site/strategyPage.tsx';
import { dressed, type SiteTheme, themeFiles } from '#site/theme.ts';
import { type Draft, type Shell, type View, viewOf } from '#site/view.ts';

export interface SiteInput {
  /** The edition of each period of one scorecard that is shown; none while all wait for a release. */
  readonly editions: readonly Edition[];
  /** Older editions of the same periods, to tell what has changed since; those that are not known are not told of. */
  readonly earlier?: readonly Edition[];
  /** Every edition that the organisation shows, of every scorecard, in the order of the scorecards. */
  readonly shown?: readonly Shown[];
  /** What was published last, older editions too: of this organisation, and of all. Feeds tell of them. */
  readonly recent?: { readonly organisation: readonly Edition[]; readonly installation: readonly Edition[] };
  /** What was taken back: of this organisation, and of all. */
  readonly withdrawals?: { readonly organisation: readonly Withdrawal[]; readonly installation: readonly Withdrawal[] };
  /** Where nothing of this is published. */
  readonly draft?: Draft;
  /** Editions whose release was taken back: kept under their own address, where they say so. */
  readonly withdrawn?: readonly Edition[];
  /** The edition that each scorecard of the organisation shows now, this one included, in their order. */
  readonly scorecards: readonly Edition[];
  /** Every organisation with something to read, in the order of the list. */
  readonly organisations: readonly Listed[];
  /** Who to ask about the organisation's figures. */
  readonly contact?: string;
  /** What the figures may be used under, where the organisation says so. */
  readonly licence?: Organisation['licence'];
  /** How the organisation's pages look, where it says so. */
  readonly theme?: SiteTheme;
  /** The scorecard's committee papers. */
  readonly papers?: readonly Paper[];
  /** The organisation's dashboards, of whatever scorecard. */
  readonly dashboards?: readonly Dashboard[];
  /** `https://…` without a slash at the end, where it is known. */
  readonly origin?: string;
}

/** In the order that they must be written in, so that no page names what is not there yet. */
export interface Site {
  /**
   * Assets; each edition with its data on every shelf but the current one; and where readers come in. Each part is made
   * when it is asked for, so that one who lets go of it holds the pages of one shelf and not of all.
   */
  readonly parts: Iterable<readonly SiteFile[]>;
  /** Entries that other scorecards write too. */
  readonly shared: readonly SiteFile[];
}

const assetFiles = ({ css, script }: Assets) => ({
  css: cssAsset(addresses.asset('site', hashOf(css), 'css'), css),
  script: scriptAsset(addresses.asset('site', hashOf(script), 'js'), script),
  icon: svgAsset(addresses.asset('icon', hashOf(icon), 'svg'), icon),
});

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
  readonly dashboards: readonly Dashboard[];
}

const viewOn = ({ shell, input, newestFirst, dashboards }: Rendering, shelf: Shelf, edition: Edition): View =>
  viewOf(shell, shelf, edition, {
    editions: newestFirst,
    before: editionBefore(edition, input.earlier ?? []),
    periodBefore: periodBefore(edition, [...newestFirst, ...(input.draft?.older ?? [])]),
    contact: input.contact,
    papers: input.papers,
    dashboards: shelf === 'edition' ? [] : dashboards,
  });

type Parts = Generator<readonly SiteFile[]>;

const dataOf = ({ input }: Rendering, edition: Edition): SiteFile[] => {
  const licence = licenceOf(input.licence);
  return [
    ...figures(edition, licence),
    ...tables('edition', edition, licence),
    ...definitionFiles('edition', edition, input.origin),
  ];
};

function* editionParts(rendering: Rendering, edition: Edition): Parts {
  yield [...dataOf(rendering, edition), ...tables('period', edition, licenceOf(rendering.input.licence))];
  yield pagesOf(viewOn(rendering, 'edition', edition));
  yield pagesOf(viewOn(rendering, 'period', edition));
}

function* withdrawnParts(rendering: Rendering, edition: Edition): Parts {
  yield dataOf(rendering, edition);
  yield pagesOf({ ...viewOn(rendering, 'edition', edition), withdrawn: true });
}

const entryFiles = (rendering: Rendering, current: Edition): SiteFile[] => {
  const view = viewOn(rendering, 'current', current);
  const latest = linksUnder(latestFolder(current));
  const files = [...pagesOf(view), ...paperFiles(rendering), ...dashboardFiles(view)];
  return [
    ...files,
    page(latest.strategy, <StrategyPage view={view} />),
    jsonFile(latest.editionJson, editionJson(current)),
    ...definitionFiles('current', current, rendering.input.origin),
    jsonFile(addresses.search(current.organisation.id, current.scorecard.id), searchIndex(current)),
    ...(rendering.input.origin === undefined ? [] : [sitemapFile(current, files, rendering.input.origin)]),
  ];
};

/** Each paper of a period that is published, with the figures of the period's highest edition. */
const paperFiles = (rendering: Rendering): SiteFile[] =>
  (rendering.input.papers ?? []).flatMap((paper) => {
    const { newestFirst, input } = rendering;
    const edition = newestFirst.find(({ period }) => period.id === paper.period);
    if (edition === undefined) return [];
    const before = [...newestFirst, ...(input.draft?.older ?? [])].find(
      ({ period }) => period.end < edition.period.start,
    );
    const address = addresses.paper(edition.organisation.id, edition.scorecard.id, paper.period);
    return [page(address, <PaperPage paper={paper} view={viewOn(rendering, 'period', edition)} before={before} />)];
  });

/** Every page that readers come in by; `latest/` is a copy. */
const sitemapFile = ({ organisation, scorecard, asOf }: Edition, files: readonly SiteFile[], origin: string) => {
  const pages = files.filter(({ path }) => path.endsWith('.html')).map(({ path }) => addressOf(path));
  return xmlFile(
    addresses.sitemap(organisation.id, scorecard.id),
    sitemap(
      pages.map((address) => ({ address, changed: asOf })),
      origin,
    ),
  );
};

export const shellOf = (assets: Assets, origin: string | undefined): Shell => {
  const { css, script, icon: iconFile } = assetFiles(assets);
  return { css: `/${css.path}`, script: `/${script.path}`, icon: `/${iconFile.path}`, origin };
};

function* partsOf(rendering: Rendering, assets: readonly SiteFile[]): Parts {
  const { editions, withdrawn = [] } = rendering.input;
  const current = currentEdition(editions);
  yield assets;
  for (const edition of editions) {
    yield* editionParts(rendering, edition);
    if (edition !== current) forget(edition);
  }
  for (const edition of withdrawn) yield* withdrawnParts(rendering, edition);
  if (current !== undefined) yield entryFiles(rendering, current);
}

/** All files of one scorecard, and the pages that it shares with others. Pure: the same input gives the same bytes. */
export const renderSite = (input: SiteInput, assets: Assets): Site => {
  const { css, script, icon: iconFile } = assetFiles(assets);
  const plain = { ...shellOf(assets, input.origin), draft: input.draft };
  const shell = dressed(plain, input.theme);
  const newestFirst = [...input.editions].sort(byNewest);
  const rendering = { shell, input, newestFirst, dashboards: shownDashboards(input.dashboards, newestFirst) };
  const assetList = [css, script, iconFile, ...themeFiles(input.theme)];
  return {
    parts: { [Symbol.iterator]: () => partsOf(rendering, assetList) },
    // Pages of the whole installation are nobody's, unless it is one organisation's.
    shared: [...generalFiles(input.organisations.length === 1 ? shell : plain, input), ...overviewFiles(shell, input)],
  };
};

/** In the order of writing. */
export const filesOf = ({ parts, shared }: Site): readonly SiteFile[] => [...[...parts].flat(), ...shared];
