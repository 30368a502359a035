import { webKinds } from '#event/vocabulary.ts';
import { type CounterDeclaration, closed, type Declaration, hourOf, listed } from '#metric/declaration.ts';

/** The names of one kind of interaction. */
const named = (kind: 'search' | 'form'): CounterDeclaration => ({
  name: kind,
  dimensions: ['site'],
  fixed: { kind },
  of: ({ data }) => (data['kind'] === kind ? data['name'] : undefined),
});

export const web: Declaration = {
  counts: 'interactions with a website',
  dimensions: { site: listed(), kind: closed(webKinds), hour: hourOf() },
  numbers: {},
  groupingSets: [
    ['site', 'kind'],
    ['hour', 'kind'],
  ],
  counters: [
    { name: 'path', dimensions: ['site', 'kind'], fixed: {}, of: ({ data }) => data['path'] },
    named('search'),
    named('form'),
  ],
  distinct: [{ of: 'visitorKey', dimensions: ['site'] }],
};
