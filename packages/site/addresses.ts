import type { Edition } from '#scorecard/edition.ts';

/** The only place that makes addresses. Ids are slugs by the schema; anything else would break out of its folder. */
const segment = (id: string): string => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`cannot be part of an address: "${id}"`);
  return id;
};

export const addresses = {
  home: '/',
  notFound: '/404.html',
  howWeRate: '/how-we-rate/',
  accessibility: '/accessibility/',
  schema: '/schema/edition-1.json',
  definitionSchema: '/schema/definition-1.json',
  wholeFeed: '/feed.xml',
  sitemapIndex: '/sitemap.xml',
  generalSitemap: '/sitemap-general.xml',
  robots: '/robots.txt',
  asset: (name: string, hash: string, extension: string) => `/assets/${name}.${hash}.${extension}`,
  organisation: (organisation: string) => `/${segment(organisation)}/`,
  feed: (organisation: string) => `/${segment(organisation)}/feed.xml`,
  data: (organisation: string) => `/${segment(organisation)}/data/`,
  dataPackage: (organisation: string) => `/${segment(organisation)}/data/datapackage.json`,
  tableSchema: (organisation: string, file: string) => `/${segment(organisation)}/data/${file}`,
  sitemap: (organisation: string, scorecard: string) =>
    `/${segment(organisation)}/data/${segment(scorecard)}-sitemap.xml`,
  paper: (organisation: string, scorecard: string, period: string) =>
    `/${segment(organisation)}/papers/${segment(scorecard)}-${segment(period)}/`,
  dashboard: (organisation: string, id: string) => `/${segment(organisation)}/dashboards/${segment(id)}/`,
  search: (organisation: string, scorecard: string) => `/${segment(organisation)}/${segment(scorecard)}/search.json`,
  current: (organisation: string, scorecard: string) => `/${segment(organisation)}/${segment(scorecard)}/`,
} as const;

interface Named {
  readonly organisation: Pick<Edition['organisation'], 'id'>;
  readonly scorecard: Pick<Edition['scorecard'], 'id'>;
  readonly period: Pick<Edition['period'], 'id'>;
  readonly edition: number;
}

const currentOf = ({ organisation, scorecard }: Named): string => addresses.current(organisation.id, scorecard.id);
const periodOf = (edition: Named): string => `${currentOf(edition)}${segment(edition.period.id)}/`;
const editionOf = (edition: Named): string => `${periodOf(edition)}${segment(String(edition.edition))}/`;

/**
 * The folders that an edition's pages are found under: `current` for the last complete period, `period` for the
 * highest edition of a period, `edition` for good.
 */
export type Shelf = 'current' | 'period' | 'edition';

const folderOf: Record<Shelf, (edition: Named) => string> = {
  current: currentOf,
  period: periodOf,
  edition: editionOf,
};

export interface Links {
  readonly strategy: string;
  readonly measures: string;
  readonly milestones: string;
  readonly plan: string;
  readonly targets: string;
  readonly channels: string;
  readonly budget: string;
  readonly changes: string;
  readonly editionJson: string;
  readonly measure: (id: string) => string;
  readonly group: (id: string) => string;
}

export const linksUnder = (folder: string): Links => ({
  strategy: folder,
  measures: `${folder}measures/`,
  milestones: `${folder}milestones/`,
  plan: `${folder}plan/`,
  targets: `${folder}targets/`,
  channels: `${folder}channels/`,
  budget: `${folder}budget/`,
  changes: `${folder}changes/`,
  editionJson: `${folder}edition.json`,
  measure: (id) => `${folder}measures/${segment(id)}/`,
  group: (id) => `${folder}#group-${segment(id)}`,
});

export const linksOn = (shelf: Shelf, edition: Named): Links => linksUnder(folderOf[shelf](edition));

export const latestFolder = (edition: Named): string => `${currentOf(edition)}latest/`;

export interface Tables {
  readonly measures: string;
  readonly milestones: string;
  /** What stands beside the figures: cuts, lists, distributions, others' figures and budgets. */
  readonly parts: string;
}

/** Tables of a period: the highest edition's, and beside each edition its own for good. */
export const tablesOn = (shelf: Shelf, edition: Named): Tables => {
  const folder = shelf === 'edition' ? editionOf(edition) : `${addresses.organisation(edition.organisation.id)}data/`;
  const stem = `${folder}${segment(edition.scorecard.id)}-${segment(edition.period.id)}`;
  return { measures: `${stem}-measures.csv`, milestones: `${stem}-milestones.csv`, parts: `${stem}-parts.csv` };
};

/** CSV on the Web looks for a table's metadata under this name. */
export const metadataOf = (csv: string): string => `${csv}-metadata.json`;

/** A figure's files stand beside the edition that they are of, so a link to them never changes its meaning. */
export const measureFiles = (edition: Named, id: string): { readonly csv: string; readonly svg: string } => {
  const stem = `${editionOf(edition)}measures/${segment(id)}/${id}-${segment(edition.period.id)}`;
  return { csv: `${stem}.csv`, svg: `${stem}.svg` };
};

/** What a measure was worked out by: as it is now, and beside each edition as it was then. */
export const definitionOn = (shelf: Shelf, edition: Named, id: string): string =>
  `${linksOn(shelf, edition).measure(id)}definition.json`;

export const ganttFile = (edition: Named): string =>
  `${editionOf(edition)}milestones/${segment(edition.scorecard.id)}-${segment(edition.period.id)}-milestones.svg`;

/** Escaping does not make an address safe: only http and https are let through. */
export const outside = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).href : undefined;

/** The file that is served for an address: `/wirral/` is `/wirral/index.html`. */
export const pathOf = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);

interface DashboardLinks {
  /** The newest month. */
  readonly latest: string;
  readonly month: (month: string) => string;
  readonly section: (month: string, id: string) => string;
  readonly year: (year: string) => string;
}

export const dashboardLinks = (organisation: string, id: string): DashboardLinks => {
  const latest = addresses.dashboard(organisation, id);
  return {
    latest,
    month: (month) => `${latest}${segment(month)}/`,
    section: (month, section) => `${latest}${segment(month)}/${segment(section)}/`,
    year: (year) => `${latest}year/${segment(year)}/`,
  };
};

/** The address that a file is served at: the other way round. */
export const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
