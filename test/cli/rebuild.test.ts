import { describe, expect, test } from '@jest/globals';
import { markDays } from '#cli/rebuild/mark.ts';
import { scopesOf } from '#cli/rebuild/scope.ts';
import { type Checked, checkedInWords } from '#cli/rebuild/text.ts';
import { proved } from '#cli/rebuild.ts';
import { quarterlight } from '#test/cli/commandLine.ts';
import { memoryStores, night, post } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';

const edition = { period: '2024-25-q4', edition: 2, asOf: '2025-04-30' };
const place = { organisation: 'example', scorecard: 'contact-centre', edition };
const day = { organisation: 'example', stream: 'call', day: '2025-02-03' } as const;

const checked = (over: { readonly days?: object; readonly figures?: object } = {}): Checked => ({
  days: { compared: 2641, different: [], leftOut: [], rebuilt: [], ...over.days },
  figures: { compared: 412, different: [], leftOut: [], ...over.figures },
});

const level = { ...place, measure: 'service-level', period: '2024-25-q4' };
const different = {
  days: {
    different: [
      { ...day, differences: ['7 events counted, 10 kept', 'queue: 2 rows differ', 'sources: 1 row differs'] },
    ],
  },
  figures: { different: [{ ...level, differs: 'value', published: 76.8, rebuilt: 76.9 }] },
};

describe('what is said', () => {
  test('when all is equal', () => {
    expect(checkedInWords(checked())).toEqual(['2,641 days and 412 figures worked out anew: all equal.']);
  });

  test('when a day and a figure differ', () => {
    expect(checkedInWords(checked(different))).toEqual([
      'Days that are not what their events add up to:',
      '  example call 2025-02-03: 7 events counted, 10 kept; 2 other tables besides',
      'Figures that are not what was published:',
      '  example/contact-centre service-level, 2024-25-q4, in 2024-25-q4 edition 2 as of 2025-04-30: 76.8 published, 76.9 worked out anew',
      '2,641 days and 412 figures worked out anew: 1 day and 1 figure not equal.',
      '"quarterlight rebuild --org example --from 2025-02-03 --to 2025-02-03" has the next night count again.',
    ]);
  });

  test.each([
    ['a figure that should not be there', { differs: 'value', published: 5 }, ': 5 published, nothing worked out anew'],
    ['a part of it', { differs: 'numerator', published: 5, rebuilt: 4 }, ': numerator 5 published, 4 worked out anew'],
    ['a table', { differs: 'by queue', published: [1], rebuilt: [2] }, ': by queue differs'],
  ])('%s', (_, pair, said) => {
    const lines = checkedInWords(checked({ figures: { different: [{ ...level, ...pair }] } }));
    expect(lines[1]?.endsWith(said)).toBe(true);
    expect(lines.at(-1)).toMatch(/^All days are right/);
  });

  test('what was left out, by reason', () => {
    const leftOut = [
      { ...day, reason: 'touched by events since the last night' },
      { ...day, day: '2025-02-04', reason: 'touched by events since the last night' },
    ];
    const figures = {
      leftOut: [
        { ...place, reason: 'the scorecard is no longer published by such periods' },
        { ...level, reason: 'the definition was changed since' },
      ],
    };
    expect(checkedInWords(checked({ days: { leftOut }, figures }))).toEqual([
      'Left out:',
      '  2 days: touched by events since the last night',
      '  1 edition: the scorecard is no longer published by such periods',
      '  1 measure: the definition was changed since',
      '2,641 days and 412 figures worked out anew: all equal.',
    ]);
  });

  test('no more than a screen holds', () => {
    const many = Array.from({ length: 60 }, () => ({ ...day, differences: ['lost'] }));
    const lines = checkedInWords(checked({ days: { different: many } }));
    expect(lines.filter((line) => line.endsWith('lost'))).toHaveLength(50);
    expect(lines).toContain('  and 10 more: --json lists them all');
  });
});

describe('how it ends', () => {
  const lines: string[] = [];
  const context = { root: '', folder: '', here: '', now: () => new Date(0) };
  const output = { line: (text: string) => void lines.push(text), stage: () => Promise.reject(new Error('no stage')) };

  test('well, when all is equal', () => {
    expect(proved(checked(), {}, { ...context, output })).toMatchObject({
      days: { compared: 2641 },
      figures: { compared: 412 },
    });
    expect(lines).toEqual(['2,641 days and 412 figures worked out anew: all equal.']);
  });

  test('with a failure that lists what differs', () => {
    expect(() => proved(checked(different), {}, { ...context, output })).toThrow(/1 day and 1 figure not equal/);
  });

  test('with the same as JSON, without what was worked out', () => {
    expect.assertions(1);
    try {
      proved(checked(different), { json: true }, { ...context, output });
    } catch (error) {
      expect(JSON.parse((error as Error).message)).toEqual({
        days: { compared: 2641, leftOut: [], ...different.days },
        figures: { compared: 412, leftOut: [], ...different.figures },
      });
    }
  });
});

describe('what is asked for', () => {
  test.each([
    [['--from', 'yesterday'], '"yesterday" is no day: write --from 2024-04-01 --to 2024-06-30.\n'],
    [
      ['--table', 'events'],
      'At AWS, name all four: --table "$EVENTS_TABLE" --partials "$PARTIALS_TABLE" --editions "$EDITIONS_TABLE" --bucket "$DATA_BUCKET".\n',
    ],
  ])('%j is refused', async (words, err) => {
    expect(await quarterlight(['rebuild', '--verify', ...words])).toEqual({ code: 1, out: '', err });
  });

  const settled = async () => {
    const stores = await memoryStores();
    for (const request of scene) await post(request, stores);
    await night(stores);
    return stores;
  };

  test.each([
    ['nothing that is there', { organisation: 'twon' }, 'There is no organisation "twon": did you mean "town"?'],
    [
      'a scorecard that is not there',
      { scorecard: 'servce' },
      'There is no scorecard "servce": did you mean "service"?',
    ],
    ['no day at all', { from: '2025-01-02', to: '2025-01-01' }, 'No day is from 2025-01-02 to 2025-01-01.'],
  ])('%s', async (_, asked, message) => {
    await expect(scopesOf(asked, await settled())).rejects.toThrow(message);
  });

  test.each([
    ['from the first day of any stream to the newest day published', {}, '2024-12-27', '2025-01-19', 8],
    ['the streams of a scorecard', { scorecard: 'service' }, '2024-12-27', '2025-01-19', 4],
    ['a range', { from: '2024-12-30', to: '2024-12-31' }, '2024-12-30', '2024-12-31', 8],
    ['before anything was counted', { from: '2024-12-01' }, '2024-12-01', '2025-01-19', 8],
  ])('%s', async (_, asked, from, to, streams) => {
    const [scope] = await scopesOf(asked, await settled());
    const days = scope?.days.map((each) => each.day).toSorted() ?? [];
    expect([days[0], days.at(-1)]).toEqual([from, to]);
    expect(new Set(scope?.days.map(({ stream }) => stream)).size).toBe(streams);
  });

  test('nothing was ever counted: no day', async () => {
    const stores = await memoryStores();
    expect((await scopesOf({}, stores))[0]?.days).toEqual([]);
  });

  test('without --verify the days that have events or a count are marked, and nothing is replaced', async () => {
    const stores = await settled();
    const said: string[] = [];
    const output = {
      line: (text: string) => void said.push(text),
      stage: async <T>(_: string, work: (progress: () => void) => Promise<{ readonly result: T }>) =>
        (await work(() => undefined)).result,
    };
    const now = new Date('2025-01-21T09:00:00Z');
    const marked = await markDays(await scopesOf({}, stores), stores, output, () => now);
    // Calls on two days, a thread on two, a web interaction on one.
    expect(marked).toEqual([{ organisation: 'town', marked: 5, from: '2024-12-27', to: '2024-12-31' }]);
    expect(said[0]).toBe('To be counted again: 5 days of town, 2024-12-27 to 2024-12-31 (call 2, message 2, web 1).');
    const marks = await stores.log.list('town', { before: new Date('2025-01-22T00:00:00Z'), limit: 100 });
    expect(marks.map(({ stream, day: of }) => `${stream} ${of}`)).toEqual([
      'call 2024-12-30',
      'call 2024-12-31',
      'message 2024-12-27',
      'message 2024-12-30',
      'web 2024-12-29',
    ]);
    expect(await stores.partials.versions(marks)).toEqual([1, 1, 1, 1, 1]);
  });
});
