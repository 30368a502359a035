import type { Edition } from '#scorecard/edition.ts';
import { figure } from '#site/format.ts';
import type { Page } from '#test/browser/crawl.ts';

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const shownOf = (edition: Edition): string[] => [
  ...edition.measures.flatMap(({ title, value, ...measure }) => [
    title,
    ...(value === undefined ? [] : [figure(value, measure)]),
  ]),
  ...edition.milestones.map(({ title }) => title),
];

/** Titles and figures of the edition beside a strategy page that its text, as served, lacks: no script has run. */
export const missingFigures = async (origin: string, page: Page): Promise<string[]> => {
  const response = await fetch(`${origin}${page.path}edition.json`);
  if (!response.ok) return [`there is no ${page.path}edition.json`];
  const html = decoded(page.html);
  const missing = shownOf((await response.json()) as Edition).filter((text) => !html.includes(text));
  return missing.map((text) => `"${text}" is not on the page`);
};
