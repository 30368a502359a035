import { gzipSync } from 'node:zlib';

/** A page, or a file: what a crawler remembers of each. */
export interface Visit {
  readonly path: string;
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  /** Addresses on the same site that it links to, data files too; with the place on the page where one is named. */
  readonly links: readonly string[];
  /** Of a page: what it takes to fetch and to lay out. */
  readonly weight?: { readonly gzipBytes: number; readonly elements: number };
}

/** One that is looked at closely. */
export interface Page extends Visit {
  readonly kind: Kind;
  readonly html: string;
  /** Of its kind, with its kind of chart, among all councils. */
  readonly isFirst: boolean;
}

const one = '[^/]+';
const scorecard = `/${one}/${one}`;
const month = String.raw`\d{4}-\d{2}`;

/** Every kind of page by its address: the first that fits. An address of no kind fails the run. */
const patterns = Object.entries({
  home: '/',
  general: '/(how-we-rate|accessibility)/',
  'not-found': '/404.html',
  paper: `/${one}/papers/${one}/`,
  data: `/${one}/data/`,
  'dashboard-year': `/${one}/dashboards/${one}/year/${one}/`,
  'dashboard-section': `/${one}/dashboards/${one}/${month}/${one}/`,
  dashboard: `/${one}/dashboards/${one}/(${month}/)?`,
  edition: String.raw`${scorecard}/\d{4}[^/]*/\d+/.*`,
  period: String.raw`${scorecard}/\d{4}[^/]*/.*`,
  latest: `${scorecard}/latest/`,
  measure: `${scorecard}/measures/${one}/`,
  measures: `${scorecard}/measures/`,
  milestones: `${scorecard}/milestones/`,
  plan: `${scorecard}/plan/`,
  targets: `${scorecard}/targets/`,
  channels: `${scorecard}/channels/`,
  budget: `${scorecard}/budget/`,
  changes: `${scorecard}/changes/`,
  strategy: `${scorecard}/`,
  organisation: `/${one}/`,
} as const).map(([kind, pattern]) => [kind as Kind, new RegExp(`^${pattern}$`)] as const);

export type Kind =
  | 'home'
  | 'general'
  | 'not-found'
  | 'paper'
  | 'data'
  | 'dashboard-year'
  | 'dashboard-section'
  | 'dashboard'
  | 'edition'
  | 'period'
  | 'latest'
  | 'measure'
  | 'measures'
  | 'milestones'
  | 'plan'
  | 'targets'
  | 'channels'
  | 'budget'
  | 'changes'
  | 'strategy'
  | 'organisation';

export const kindOf = (path: string): Kind | undefined => patterns.find(([, pattern]) => pattern.test(path))?.[0];

const hrefs = (html: string): string[] =>
  [...html.matchAll(/\bhref="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));

const linksOf = (html: string, url: string): string[] => {
  const addresses = hrefs(html).map((href) => new URL(href, url));
  const own = addresses.filter(({ origin }) => origin === new URL(url).origin);
  return [...new Set(own.map(({ pathname, hash }) => `${pathname}${hash}`))];
};

const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));

export const withoutPlace = (link: string): string => link.replace(/#.*$/, '');

const weightOf = (html: string): NonNullable<Visit['weight']> => ({
  gzipBytes: gzipSync(html).length,
  elements: html.match(/<[a-z]/g)?.length ?? 0,
});

const read = async (origin: string, path: string): Promise<Visit & { readonly html: string }> => {
  const response = await fetch(`${origin}${path}`);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const html = isPage ? await response.text() : '';
  if (!isPage) await response.arrayBuffer();
  const found = { path, status: response.status, html, links: linksOf(html, `${origin}${path}`), ids: idsOf(html) };
  return isPage ? { ...found, weight: weightOf(html) } : found;
};

/** How the page's figure is drawn, since a line, bars and nothing are three different pages. */
const variantOf = (html: string): string => /plot--(line|bars)/.exec(html)?.[1] ?? 'plain';

/** Of a council; or the page itself, where a kind has pages that are nobody's. */
const councilOf = (kind: Kind, path: string): string =>
  ['general', 'not-found'].includes(kind) ? path : (path.split('/')[1] ?? '');

/** Pages of a kind of one council, with one kind of chart, are alike. */
const sampler = () => {
  const sample = new Map<string, Page>();
  const looks = new Set<string>();
  return {
    take: (visit: Visit, html: string) => {
      const kind = html === '' ? undefined : kindOf(visit.path);
      if (kind === undefined) return;
      const look = `${kind} ${variantOf(html)}`;
      const likeness = `${look} ${councilOf(kind, visit.path)}`;
      if (!sample.has(likeness)) sample.set(likeness, { ...visit, kind, html, isFirst: !looks.has(look) });
      looks.add(look);
    },
    taken: (): readonly Page[] => [...sample.values()],
  };
};

export interface Crawled {
  readonly visits: readonly Visit[];
  /** One of each kind, of each council and each kind of chart. */
  readonly sample: readonly Page[];
}

/** Everything that can be reached from the start page by links, and the page for what is not there. */
export const crawl = async (origin: string): Promise<Crawled> => {
  const queue = ['/', '/404.html', '/how-we-rate/', '/accessibility/'];
  const seen = new Set(queue);
  const visits: Visit[] = [];
  const sample = sampler();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { html, ...visit } = await read(origin, path);
    visits.push(visit);
    sample.take(visit, html);
    for (const link of visit.links.map(withoutPlace).filter((each) => !seen.has(each))) {
      seen.add(link);
      queue.push(link);
    }
  }
  return { visits, sample: sample.taken() };
};
