import { type Mapping, mapped } from '#adapter/mapping.ts';
import type { Hit } from '#adapter/matomo/hits.ts';
import type { Interaction } from '#adapter/visit.ts';
import { linkName, type Page, pageOf, wordsOf } from '#adapter/webAddress.ts';

export type Action = Pick<Interaction, 'kind' | 'path' | 'name'> | { readonly leftOut: string };

/** What a visitor did, by the parameters that Matomo looks at, in its order. Titles and free text are never looked at. */
export const actionOf = (hit: Hit, page: Page | undefined, mapping: Mapping): Action => {
  const path = page?.path;
  if (hit['ping'] === '1') return { leftOut: 'a heartbeat' };
  if (hit['idgoal'] === '0') return { leftOut: 'an order or a basket' };
  if (given(hit, 'idgoal')) return { kind: 'form', path, name: goalName(hit, mapping) };
  if (given(hit, 'download')) return { kind: 'download', path: pageOf(hit['download'] ?? '')?.path };
  if (given(hit, 'link')) return { kind: 'event', path, name: linkName(hit['link'] ?? '') };
  if (given(hit, 'search')) return { kind: 'search', path, name: wordsOf(hit['search'])?.toLowerCase() };
  if (given(hit, 'e_c') && given(hit, 'e_a')) return { kind: 'event', path, name: eventName(hit) };
  const other = leftOutOf(hit);
  return other ? { leftOut: other } : { kind: 'page', path };
};

/** `ca` says only that it is no page view, and a click within a content block that it is of both: so they are asked last. */
const leftOutOf = (hit: Hit): string | undefined => {
  if (given(hit, 'c_n') || given(hit, 'c_p')) return 'a part of a page came into view';
  return hit['ca'] === '1' || hit['ca'] === 'true' ? 'for a plug-in of Matomo' : undefined;
};

const given = (hit: Hit, name: string): boolean => (hit[name] ?? '') !== '';

/** Its number, where the mapping does not name it. */
const goalName = ({ idgoal = '' }: Hit, { form }: Mapping): string | undefined =>
  mapped(form, idgoal) ?? (/^\d{1,4}$/.test(idgoal) ? `goal ${idgoal}` : undefined);

/** Category and action; the event's name is free text and is dropped. */
const eventName = (hit: Hit): string | undefined => {
  const parts = [wordsOf(hit['e_c']), wordsOf(hit['e_a'])].filter((part) => part !== undefined);
  return wordsOf(parts.join(': '));
};
