import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar/day.ts';
import type { NightInput, PlanOutput } from '#functions/payloads.ts';
import { plan } from '#functions/plan/plan.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import { memoryDirtyDays } from '#store/memoryDirtyDays.ts';
import { plainWrite } from '#store/memoryWrite.ts';

const twoInTheMorning = '2024-06-04T01:00:00.000Z';
const earlier = new Date('2024-06-03T12:00:00Z');

const configOf = (...organisations: string[]) => ({
  organisations: async () => organisations,
  read: async (id: string) => ({
    organisation: { id, name: id, dimensions: {}, expected: {} },
    sources: [],
    scorecards: [
      { ...emptyScorecard, id: 'calls' },
      { ...emptyScorecard, id: 'visits' },
    ],
  }),
});
const emptyScorecard = {
  title: 'Title',
  frequency: 'quarter' as const,
  history: 12,
  milestoneRating: { windowDays: 35 },
  groups: [],
};

const dirtyDay = (day: string, organisation = 'example', stream: DirtyDay['stream'] = 'call'): DirtyDay => ({
  organisation,
  stream,
  day,
});
const manyDays = (n: number, organisation = 'example') =>
  Array.from({ length: n }, (_, i) => dirtyDay(addDays('2000-01-01', i), organisation));

async function marked(days: readonly DirtyDay[], at = earlier) {
  const dirty = memoryDirtyDays(plainWrite);
  await dirty.mark(days, at);
  return dirty;
}

/** As the state machine does: again with its own output, which has been JSON in between. */
async function rounds(night: NightInput, tools: Parameters<typeof plan>[1]): Promise<PlanOutput[]> {
  const outputs = [await plan({ night, startedAt: twoInTheMorning }, tools)];
  while (!outputs.at(-1)?.done) outputs.push(await plan(JSON.parse(JSON.stringify(outputs.at(-1))), tools));
  return outputs;
}
const attempted = (outputs: readonly PlanOutput[]) =>
  outputs.flatMap(({ chunks }) => chunks.flatMap(({ days }) => days));

describe('the as-of date and the time of publication', () => {
  test.each<[string, NightInput, string, string, string]>([
    ['yesterday at 02:00 in summer', {}, twoInTheMorning, '2024-06-03', twoInTheMorning],
    ['yesterday at 02:00 in winter', {}, '2024-01-04T02:00:00.000Z', '2024-01-03', '2024-01-04T02:00:00.000Z'],
    [
      'yesterday in London, at half past midnight in summer',
      {},
      '2024-06-03T23:30:00.000Z',
      '2024-06-03',
      '2024-06-03T23:30:00.000Z',
    ],
    ['a given date ends in summer', { asOf: '2024-05-31' }, twoInTheMorning, '2024-05-31', '2024-05-31T22:59:59.999Z'],
    ['a given date ends in winter', { asOf: '2023-12-15' }, twoInTheMorning, '2023-12-15', '2023-12-15T23:59:59.999Z'],
    ['a start without milliseconds', {}, '2024-06-04T01:00:00Z', '2024-06-03', twoInTheMorning],
  ])('%s', async (_, night, startedAt, asOf, publishedAt) => {
    const output = await plan({ night, startedAt }, { dirty: await marked([]), config: configOf('example') });
    expect(output.scorecards).toEqual([
      { organisation: 'example', scorecard: 'calls', asOf, publishedAt },
      { organisation: 'example', scorecard: 'visits', asOf, publishedAt },
    ]);
  });

  test('a date that does not exist is refused', async () => {
    const night = plan(
      { night: { asOf: '2023-02-29' }, startedAt: twoInTheMorning },
      { dirty: await marked([]), config: configOf() },
    );
    await expect(night).rejects.toThrow('"2023-02-29" is not a date such as 2024-03-31');
  });
});

describe('what is verified', () => {
  const span = async (_: string, stream: string) =>
    stream === 'call' ? { first: '2024-06-04', last: '2024-06-30' } : undefined;
  const checksOf = async (night: NightInput, startedAt = '2024-07-02T01:00:00.000Z') => {
    const dirty = await marked([dirtyDay('2024-06-03'), dirtyDay('2024-06-03', 'wirral')]);
    const tools = { dirty, config: configOf('example', 'wirral'), partials: { span } };
    const first = await plan({ night, startedAt }, tools);
    expect(first.checks).toEqual([]);
    return (await plan(JSON.parse(JSON.stringify(first)), tools)).checks;
  };
  const [ofExample, ofWirral] = ['example', 'wirral'].map((one) => dirtyDay('2024-06-04', one));

  test('a share of the settled days, when no day is left to count', async () => {
    expect(await checksOf({})).toEqual([{ days: [ofExample, ofWirral], verify: true }]);
  });

  test('by when the night began in London', async () => {
    expect(await checksOf({}, '2024-07-01T22:59:00.000Z')).toEqual([]);
    expect(await checksOf({}, '2024-07-01T23:00:00.000Z')).not.toEqual([]);
  });

  test('of the organisation that is asked for', async () => {
    expect(await checksOf({ organisation: 'wirral' })).toEqual([{ days: [ofWirral], verify: true }]);
  });

  test('nothing by a night as of a given day', async () => {
    expect(await checksOf({ asOf: '2024-07-01' })).toEqual([]);
  });
});

describe('which days', () => {
  test('nothing dirty: done at once, with the scorecards of every organisation', async () => {
    const [output, ...more] = await rounds({}, { dirty: await marked([]), config: configOf('wirral', 'example') });
    expect(output).toMatchObject({ done: true, chunks: [] });
    expect(output?.scorecards.map(({ organisation }) => organisation)).toEqual([
      'example',
      'example',
      'wirral',
      'wirral',
    ]);
    expect(more).toEqual([]);
  });

  test('no scorecards before the days are done', async () => {
    const [first, second] = await rounds(
      {},
      { dirty: await marked([dirtyDay('2024-06-03')]), config: configOf('example') },
    );
    expect(first).toMatchObject({ done: false, scorecards: [], chunks: [{ days: [dirtyDay('2024-06-03')] }] });
    expect(second).toMatchObject({ done: true, chunks: [] });
  });

  test.each([
    ['a millisecond before the start', '2024-06-04T00:59:59.999Z', 1],
    ['at the start: it waits for the next night', twoInTheMorning, 0],
  ])('a mark set %s', async (_, at, days) => {
    const dirty = await marked([dirtyDay('2024-06-03')], new Date(at));
    expect(attempted(await rounds({}, { dirty, config: configOf('example') }))).toHaveLength(days);
  });

  test('of one organisation only, when it is named', async () => {
    const dirty = await marked([dirtyDay('2024-06-03', 'example'), dirtyDay('2024-06-03', 'wirral')]);
    const outputs = await rounds({ organisation: 'wirral' }, { dirty, config: configOf('example', 'wirral') });
    expect(attempted(outputs)).toEqual([dirtyDay('2024-06-03', 'wirral')]);
    expect(outputs.at(-1)?.scorecards.map(({ organisation }) => organisation)).toEqual(['wirral', 'wirral']);
  });

  test('an organisation that was never pushed is refused', async () => {
    const night = rounds({ organisation: 'wirrall' }, { dirty: await marked([]), config: configOf('wirral') });
    await expect(night).rejects.toThrow('no organisation "wirrall" has been pushed');
  });

  test('each mark is attempted once though none is cleared, within the limits of a round', async () => {
    const limits = { chunks: 3, daysPerChunk: 2, bytes: 10_000 };
    const counts = fc.array(fc.nat(15), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(counts, async (perOrganisation) => {
        const days = perOrganisation.flatMap((n, i) => manyDays(n, `o${i}`));
        const config = configOf(...perOrganisation.map((_, i) => `o${i}`));
        const outputs = await rounds({}, { dirty: await marked(days), config, limits });
        expect(attempted(outputs)).toEqual(days);
        expect(outputs).toHaveLength(Math.ceil(days.length / 6) + 1);
        for (const { chunks } of outputs) {
          expect(chunks.length).toBeLessThanOrEqual(3);
          for (const chunk of chunks) expect(chunk.days.length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['a short name', 'example'],
    ['the longest name', 'o'.repeat(80)],
  ])('ten thousand marks of an organisation with %s stay under 200 KB a round', async (_, organisation) => {
    const days = manyDays(10_000, organisation);
    const outputs = await rounds({}, { dirty: await marked(days), config: configOf(organisation) });
    expect(attempted(outputs)).toEqual(days);
    for (const output of outputs) {
      expect(JSON.stringify(output).length).toBeLessThan(200_000);
      expect(output.chunks.length).toBeLessThanOrEqual(400);
    }
  });
});
