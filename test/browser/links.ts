import { kindOf, type Visit, withoutPlace } from '#test/browser/crawl.ts';

const notFound = '/404.html';

export const deadLinks = (visits: readonly Visit[]): string[] =>
  visits
    .filter(({ status, path }) => status !== 200 && path !== notFound)
    .map(({ path, status }) => `${path} answers ${status}`);

/** Links to a place on a page that has no such place. */
export const deadPlaces = (visits: readonly Visit[]): string[] => {
  const ids = new Map(visits.map((visit) => [visit.path, visit.ids]));
  return visits.flatMap(({ path, links }) =>
    links.flatMap((link) => {
      const place = link.split('#')[1];
      const isThere = !place || ids.get(withoutPlace(link))?.has(decodeURIComponent(place));
      return isThere ? [] : [`${path} links to ${link}, which has no such place`];
    }),
  );
};

/** A new kind of page must be told to these tests. */
export const strangePages = (visits: readonly Visit[]): string[] =>
  visits
    .filter(({ path, ids }) => ids.size > 0 && kindOf(path) === undefined)
    .map(({ path }) => `${path} is of no kind that is known: add it to test/browser/crawl.ts`);
