import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '#event/types.ts';
import { CannotAnswer } from '#metric/cannotAnswer.ts';
import { partialOf } from '#metric/cube.ts';
import { downtimeOf } from '#metric/downtime.ts';
import { mergeAll, nothing } from '#metric/merge.ts';
import { caseStep } from '#test/metric/facts.ts';

const listed = { kind: ['outage', 'maintenance'] };
let outages = 0;

/** One outage of a site; still open without an end. */
const down = (site: string, from: string, to?: string, kind = 'outage'): readonly Fact[] => {
  outages += 1;
  const subject = `outage ${outages}`;
  const opened = caseStep('opened', from, { site, kind }, { subject });
  return to === undefined ? [opened] : [opened, caseStep('closed', to, { kind }, { subject })];
};
const merged = (facts: readonly Fact[]) =>
  mergeAll(
    'case',
    [...new Set(facts.map(({ day }) => day))].map((day) => partialOf({ stream: 'case', day }, facts, listed)),
  );
// In winter a London clock is UTC.
const stretch = (from: string, to: string) => ({
  from: new Date(`${from}T00:00:00Z`),
  to: new Date(`${to}T00:00:00Z`),
});
const january = stretch('2024-01-01', '2024-02-01');
const outage = { where: { kind: 'outage' }, each: 'site' };
const minutes = (facts: readonly Fact[], question: object = outage, within = january) =>
  Object.fromEntries(downtimeOf(merged(facts), question, within));

describe('minutes that each site was down', () => {
  test.each<[string, readonly Fact[], Readonly<Record<string, number>>]>([
    ['nothing happened', [], {}],
    ['half an hour', down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'), { a: 30 }],
    ['less than a minute', down('a', '2024-01-10T09:00:10Z', '2024-01-10T09:00:50Z'), {}],
    ['over midnight', down('a', '2024-01-10T23:50:00Z', '2024-01-11T00:20:00Z'), { a: 30 }],
    ['from the year before', down('a', '2023-12-31T23:00:00Z', '2024-01-01T00:10:00Z'), { a: 10 }],
    ['into the month after', down('a', '2024-01-31T23:50:00Z', '2024-02-03T00:00:00Z'), { a: 10 }],
    ['from before to after', down('a', '2023-11-01T00:00:00Z', '2024-03-01T00:00:00Z'), { a: 31 * 1440 }],
    ['over by the first minute', down('a', '2023-12-31T23:00:00Z', '2024-01-01T00:00:00Z'), {}],
    ['begun in the minute after the last', down('a', '2024-02-01T00:00:00Z', '2024-02-02T00:00:00Z'), {}],
    ['still open', down('a', '2024-01-31T23:00:00Z'), { a: 60 }],
    [
      'of two sites',
      [
        ...down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'),
        ...down('b', '2024-01-10T09:00:00Z', '2024-01-10T09:10:00Z'),
      ],
      { a: 30, b: 10 },
    ],
    [
      'one site twice at one time',
      [
        ...down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'),
        ...down('a', '2024-01-10T09:20:00Z', '2024-01-10T09:50:00Z'),
      ],
      { a: 50 },
    ],
    [
      'one within the other',
      [
        ...down('a', '2024-01-10T09:00:00Z', '2024-01-10T10:00:00Z'),
        ...down('a', '2024-01-10T09:20:00Z', '2024-01-10T09:30:00Z'),
      ],
      { a: 60 },
    ],
    [
      'one after the other',
      [
        ...down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'),
        ...down('a', '2024-01-10T09:30:00Z', '2024-01-10T09:40:00Z'),
      ],
      { a: 40 },
    ],
    ['planned work is of another kind', down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z', 'maintenance'), {}],
    ['only its end was told', [caseStep('closed', '2024-01-10T09:00:00Z', { kind: 'outage', site: 'a' })], {}],
  ])('%s', (_, facts, expected) => expect(minutes(facts)).toEqual(expected));

  test('planned work counts where it is asked for', () => {
    const facts = down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z', 'maintenance');
    expect(minutes(facts, { each: 'site' })).toEqual({ a: 30 });
  });

  test('all together are one thing where nothing is told apart', () => {
    const facts = [
      ...down('a', '2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'),
      ...down('b', '2024-01-10T09:20:00Z', '2024-01-10T09:50:00Z'),
    ];
    expect(minutes(facts, { where: { kind: 'outage' } })).toEqual({ '': 50 });
  });

  test('outages that do not name their site are those of one', () => {
    const nameless = (from: string, to: string) => down('', from, to);
    const facts = [
      ...nameless('2024-01-10T09:00:00Z', '2024-01-10T09:30:00Z'),
      ...nameless('2024-01-10T09:20:00Z', '2024-01-10T09:50:00Z'),
    ];
    expect(minutes(facts)).toEqual({ '': 50 });
  });
});

test('only cases are opened and closed', () =>
  expect(() => downtimeOf(nothing('message'), {}, january)).toThrow(CannotAnswer));

const minuteOfJanuary = fc.integer({ min: -2000, max: 31 * 1440 + 2000 });
const at = (minute: number) => new Date(january.from.getTime() + minute * 60_000).toISOString();
const anyOutage = fc
  .record({
    site: fc.constantFrom('a', 'b'),
    from: minuteOfJanuary,
    lasts: fc.option(fc.nat(3000), { nil: undefined }),
  })
  .map(({ site, from, lasts }) => ({ site, from, to: lasts === undefined ? undefined : from + lasts }));

test('two parts of a stretch hold what the whole holds, and a site is never down for longer than it', () => {
  const total = (named: Readonly<Record<string, number>>, site: string) => named[site] ?? 0;
  fc.assert(
    fc.property(fc.array(anyOutage, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (all, day) => {
      const facts = all.flatMap(({ site, from, to }) => down(site, at(from), to === undefined ? undefined : at(to)));
      const split = `2024-01-${String(day + 1).padStart(2, '0')}`;
      const [first, second] = [stretch('2024-01-01', split), stretch(split, '2024-02-01')];
      for (const site of ['a', 'b']) {
        const whole = total(minutes(facts), site);
        const parts = [first, second].map((part) => total(minutes(facts, outage, part), site));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(31 * 1440);
      }
    }),
    { numRuns: 60 },
  );
});
