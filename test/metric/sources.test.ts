import { expect, test } from '@jest/globals';
import { partialOf } from '#metric/cube.ts';
import { merge, mergeAll, nothing } from '#metric/merge.ts';
import type { Partial } from '#metric/partial.ts';
import { decodePartial, encodePartial } from '#store/partialCodec.ts';
import { call, message } from '#test/metric/facts.ts';
import { plain } from '#test/support/plain.ts';

const [saturday, sunday] = ['2024-06-01', '2024-06-02'];
const at = (day: string) => `${day}T09:00:00Z`;
const from = (source: string, day = saturday, more: object = {}) => call(at(day), {}, { source, ...more });
const partial = (day: string, ...facts: Parameters<typeof partialOf>[1][]) =>
  partialOf({ stream: 'call', day }, facts.flat(), {});

test('counts by the source in the address, whatever the sender calls itself', () =>
  expect(
    partial(saturday, [from('phone:desk-2'), from('phone'), from('phone:https://a.example/b:c'), from('app')]).sources,
  ).toEqual({ app: { [saturday]: 1 }, phone: { [saturday]: 3 } }));

test('a source that took everything back sent nothing, and other days are not this one', () =>
  expect(partial(saturday, [from('phone', saturday, { withdrawn: true }), from('app', sunday)]).sources).toEqual({}));

test('what is left out was sent all the same, so that a day with data has a source', () => {
  const automated = message('received', at(saturday), { automated: true }, { source: 'social' });
  const { days, facts, sources } = partialOf({ stream: 'message', day: saturday }, [automated], {});
  expect({ days, facts, sources }).toEqual({ days: [saturday], facts: 0, sources: { social: { [saturday]: 1 } } });
});

test('days merge by source', () => {
  const [first, second] = [
    partial(saturday, [from('phone')]),
    partial(sunday, [from('app', sunday), from('phone', sunday)]),
  ];
  const both = { app: { [sunday]: 1 }, phone: { [saturday]: 1, [sunday]: 1 } };
  expect(JSON.stringify(merge(second, first).sources)).toBe(JSON.stringify(both));
  expect(nothing('call').sources).toEqual({});
});

test('a partial that was stored before is read and merged, and knows of none', () => {
  const { sources: _, ...older } = partial(saturday, [from('phone')]);
  const read = decodePartial(encodePartial(older));
  expect(plain(read)).toEqual(older);
  const merged: Partial = mergeAll('call', [read, partial(sunday, [from('phone', sunday)])]);
  expect(merged).toMatchObject({ days: [saturday, sunday], sources: { phone: { [sunday]: 1 } } });
});

test('is stored with its day', () => {
  const day = partial(saturday, [from('phone')]);
  expect(decodePartial(encodePartial(day)).sources).toEqual(day.sources);
});
