import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { meta } from '#adapter/meta.ts';
import type { Fact } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import { durationsOf } from '#metric/duration.ts';
import { contextFor, factsOf, hookRequest } from '#test/adapter/context.ts';

const day = '2025-04-28';
const until = new Date('2025-04-28T22:59:59.999Z');
const sample = JSON.parse(readFileSync('events/hooks/meta/good-messenger.request.json', 'utf8')).json;

const factsIn = (content: object): readonly Fact[] => {
  const items = meta.read(
    hookRequest({ text: JSON.stringify(content) }),
    contextFor({ mapping: { bots: ['444000111'] } }),
  );
  if ('unreadable' in items) throw new Error(items.detail);
  return items.flatMap((item) => factsOf(item)).filter((fact) => 'day' in fact);
};
const secondsFrom = (from: string, facts: readonly Fact[]) =>
  durationsOf(
    partialOf({ stream: 'message', day }, facts, { network: ['facebook'] }),
    { from, to: 'replied', clock: { kind: 'elapsed' } },
    until,
  ).get('');

/** 09:00 and 09:02 in, 09:02:05 out by a program, 09:30 out, 11:00 in, 11:45 out. */
describe('the first response in a Messenger conversation', () => {
  const facts = factsIn(sample);

  test('runs from the first message that nobody has answered to the page’s next echo, programs apart', () =>
    expect(secondsFrom('asked', facts)).toEqual({
      histogram: [
        [1800, 1],
        [2700, 1],
      ],
      open: 0,
      unknown: 0,
    }));

  test('counts every message where that is asked for', () =>
    expect(secondsFrom('received', facts)).toEqual({
      histogram: [
        [1680, 1],
        [1800, 1],
        [2700, 1],
      ],
      open: 0,
      unknown: 0,
    }));

  test('is the same in whatever order the messages came', () =>
    expect(secondsFrom('asked', facts.toReversed())).toEqual(secondsFrom('asked', facts)));

  test('is still open where only a program has answered', () => {
    const [entry] = sample.entry;
    const first = { ...sample, entry: [{ ...entry, messaging: entry.messaging.slice(0, 3) }] };
    expect(secondsFrom('asked', factsIn(first))).toEqual({ histogram: [], open: 1, unknown: 0 });
  });
});
