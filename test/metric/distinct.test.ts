import { describe, expect, test } from '@jest/globals';
import { CannotAnswer } from '#metric/cannotAnswer.ts';
import { partialOf } from '#metric/cube.ts';
import { distinctOf, unanswerableDistinct } from '#metric/distinct.ts';
import { merge, mergeAll } from '#metric/merge.ts';
import { web } from '#test/metric/facts.ts';

const listed = { site: ['main', 'my-account'] };
const until = new Date('2024-06-04T22:59:59.999Z');
const seen = (time: string, visitorKey?: string, site = 'main') => web(time, { visitorKey, site });
const of = 'visitorKey';
const days = (...facts: ReturnType<typeof web>[]) =>
  mergeAll(
    'web',
    ['2024-06-03', '2024-06-04'].map((day) => partialOf({ stream: 'web', day }, facts, listed)),
  );

const visitors = days(
  seen('2024-06-03T09:00:00Z', 'ann'),
  seen('2024-06-03T10:00:00Z', 'ann'),
  seen('2024-06-03T10:00:00Z', 'bob'),
  seen('2024-06-04T10:00:00Z', 'ann', 'my-account'),
  seen('2024-06-04T10:00:00Z', 'cat', 'my-account'),
  seen('2024-06-04T10:00:00Z'),
);

describe('different visitors', () => {
  test.each([
    ['of all sites: whoever used two is counted once', {}, 3],
    ['of one site', { site: 'main' }, 2],
    ['of the other', { site: ['my-account'] }, 2],
    ['of a site that nobody used', { site: 'other' }, 0],
  ])('%s', (_, where, count) => {
    expect(distinctOf(visitors, { where, of }, until)).toEqual({ count, exact: true });
  });

  test('are estimated, and say how well, once there are more than 4,096', () => {
    const many = (from: number, n: number) =>
      partialOf(
        { stream: 'web', day: '2024-06-03' },
        Array.from({ length: n }, (_, i) => seen('2024-06-03T09:00:00Z', `v${from + i}`)),
        listed,
      );
    const half = many(0, 2048);
    expect(distinctOf(merge(half, many(2048, 2048)), { of }, until)).toEqual({ count: 4096, exact: true });
    const more = distinctOf(merge(half, many(2048, 2049)), { of }, until);
    expect(more).toMatchObject({ exact: false, errorPercent: 0.8125 });
    expect(more).toEqual(distinctOf(many(0, 4097), { of }, until));
  });

  test('of days after the moment asked about are refused', () => {
    expect(() => distinctOf(visitors, { of }, new Date('2024-06-03T22:59:59.999Z'))).toThrow(
      'ids of 2024-06-04 cannot be told from those before it',
    );
  });

  test('of partials that were built before they were kept cannot be told', () => {
    const { distinct: _, ...older } = visitors;
    expect(() => distinctOf(merge(older, visitors), { of }, until)).toThrow(CannotAnswer);
    expect(() => distinctOf(older, { of }, until)).toThrow(
      'the partials of web must be rebuilt: some of them lack different visitorKey',
    );
  });
});

test.each([
  ['web', { of }, undefined],
  ['web', { of, where: { site: 'main' } }, undefined],
  ['web', { of: 'visitor' }, 'web keeps no different ids by "visitor"; the nearest is "visitorKey"'],
  ['call', { of: 'callId' }, 'call keeps no different ids by "callId"; only web has any: web.visitorKey'],
  ['web', { of, where: { kind: 'page' } }, 'different visitorKey of web are not kept by kind; they are by site'],
  [
    'web',
    { of, where: { site: 'mian' } },
    'site of web is never "mian"; the nearest is "main"; or list it under dimensions.site in organisation.yaml',
  ],
] as const)('%s %j', (stream, question, problem) => {
  expect(unanswerableDistinct(stream, question, listed)).toBe(problem);
});
