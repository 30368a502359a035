export interface Page {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  /** Addresses on the same site that it links to, data files too. */
  readonly links: readonly string[];
}

export type Kind =
  | 'home'
  | 'organisation'
  | 'strategy'
  | 'measures'
  | 'measure'
  | 'milestones'
  | 'dashboard'
  | 'dashboard-section'
  | 'dashboard-year'
  | 'plan'
  | 'targets'
  | 'channels'
  | 'budget'
  | 'changes'
  | 'data'
  | 'paper'
  | 'period'
  | 'edition'
  | 'general'
  | 'not-found';

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['home', /^\/$/],
  ['general', /^\/(how-we-rate|accessibility)\/$/],
  ['not-found', /^\/404\.html$/],
  ['paper', /^\/[^/]+\/papers\/[^/]+\/$/],
  ['edition', /^\/[^/]+\/[^/]+\/\d{4}[^/]*\/\d+\//],
  ['period', /^\/[^/]+\/[^/]+\/\d{4}[^/]*\//],
  ['measure', /^\/[^/]+\/[^/]+\/measures\/[^/]+\/$/],
  ['measures', /^\/[^/]+\/[^/]+\/measures\/$/],
  ['milestones', /^\/[^/]+\/[^/]+\/milestones\/$/],
  ['dashboard-year', /^\/[^/]+\/dashboards\/[^/]+\/year\/[^/]+\/$/],
  ['dashboard-section', /^\/[^/]+\/dashboards\/[^/]+\/[^/]+\/[^/]+\/$/],
  ['dashboard', /^\/[^/]+\/dashboards\//],
  ['plan', /^\/[^/]+\/[^/]+\/plan\/$/],
  ['targets', /^\/[^/]+\/[^/]+\/targets\/$/],
  ['channels', /^\/[^/]+\/[^/]+\/channels\/$/],
  ['budget', /^\/[^/]+\/[^/]+\/budget\/$/],
  ['data', /^\/[^/]+\/data\/$/],
  ['changes', /^\/[^/]+\/[^/]+\/changes\/$/],
  ['strategy', /^\/[^/]+\/[^/]+\/$/],
  ['organisation', /^\/[^/]+\/$/],
];

export const kindOf = (path: string): Kind | undefined => patterns.find(([, pattern]) => pattern.test(path))?.[0];

const hrefs = (html: string): string[] =>
  [...html.matchAll(/\bhref="([^"#]*)[^"]*"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));

const linksOf = (html: string, url: string): string[] => {
  const addresses = hrefs(html).map((href) => new URL(href, url));
  return [...new Set(addresses.filter(({ origin }) => origin === new URL(url).origin).map(({ pathname }) => pathname))];
};

const read = async (origin: string, path: string): Promise<Page> => {
  const response = await fetch(`${origin}${path}`);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const html = isPage ? await response.text() : '';
  return { path, status: response.status, html, links: linksOf(html, `${origin}${path}`) };
};

/** Enough for two councils with all their periods; a larger site is sampled in the order of its links. */
const mostPages = 600;

/** Everything that can be reached from the start page by links, and the page for what is not there. */
export const crawl = async (origin: string): Promise<readonly Page[]> => {
  const queue = ['/', '/404.html', '/how-we-rate/', '/accessibility/'];
  const seen = new Set(queue);
  const pages: Page[] = [];
  for (let path = queue.shift(); path !== undefined && pages.length < mostPages; path = queue.shift()) {
    const page = await read(origin, path);
    pages.push(page);
    for (const link of page.links.filter((each) => !seen.has(each))) {
      seen.add(link);
      queue.push(link);
    }
  }
  return pages;
};

/** How the page's figure is drawn, since a line, bars and nothing are three different pages. */
const variantOf = ({ html }: Page): string => /plot--(line|bars)/.exec(html)?.[1] ?? 'plain';

/** A few pages of each kind, of each council and each kind of chart. */
export const sampled = (pages: readonly Page[]): readonly Page[] => {
  const chosen = new Map<string, Page>();
  for (const page of pages.filter(({ html }) => html !== '')) {
    const kind = kindOf(page.path);
    const council = kind === 'general' || kind === 'not-found' ? '' : page.path.split('/')[1];
    const key = `${kind} ${council} ${variantOf(page)}`;
    if (kind !== undefined && !chosen.has(key)) chosen.set(key, page);
  }
  return [...chosen.values()];
};
