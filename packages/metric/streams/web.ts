import { webKinds } from '#event/vocabulary.ts';
import { closed, type Declaration, hourOf, listed } from '#metric/declaration.ts';

export const web: Declaration = {
  counts: 'interactions with a website',
  dimensions: { site: listed(), kind: closed(webKinds), hour: hourOf() },
  numbers: {},
  groupingSets: [
    ['site', 'kind'],
    ['hour', 'kind'],
  ],
};
