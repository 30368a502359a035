import { beforeAll, describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { type Explained, explanationOf, type Question } from '#cli/explanation.ts';
import { explanationText } from '#cli/explanationText.ts';
import { scorecard } from '#scorecard/schema.ts';
import type { Happening } from '#test/laws/happenings.ts';
import { memoryStores, night, post, type Stores } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';
import { town } from '#test/laws/town.ts';

const now = new Date('2025-02-01T09:00:00Z');
const third = parsePeriod('2024-25-q3');

/** The scene: on 31 December one call waited 30 seconds, on 30 December one 90; one call was withdrawn. */
const later: Happening = {
  specversion: '1.0',
  id: 'later',
  source: 'phones',
  type: 'contact.call.completed',
  time: '2025-01-15T10:00:00Z',
  data: {
    callId: 'later',
    queue: 'bins',
    direction: 'outbound',
    outcome: 'answered',
    offeredAt: '2025-01-15T10:00:00Z',
    endedAt: '2025-01-15T10:10:00Z',
    waitSeconds: 5,
  },
};
const outbound: Happening = {
  ...later,
  id: 'outbound',
  time: '2024-12-30T13:00:00Z',
  data: {
    ...(later['data'] as object),
    callId: 'outbound',
    offeredAt: '2024-12-30T13:00:00Z',
    endedAt: '2024-12-30T13:10:00Z',
  },
};

const answered = { outcome: 'answered', queue: 'none' };
const measured = (id: string, value: object, more: object = {}) => ({
  id,
  title: id,
  unit: 'count',
  polarity: 'none',
  frequency: 'quarter',
  value,
  ...more,
});

/** The town's scorecard, and another with formulas over other measures and a measure of the same name. */
const derived = scorecard.parse({
  id: 'derived',
  title: 'Derived',
  history: 2,
  groups: [
    {
      id: 'all',
      title: 'All',
      measures: [
        measured('level', { count: 'call' }),
        measured('forms-only', { count: 'web', where: { kind: 'form' } }),
        measured('contacts', { combine: { add: ['level', 'forms-only'] } }),
        measured('so-far', { yearToDate: { count: 'call' } }),
        measured('by-channel', {
          channels: { of: { phone: { count: 'call' }, online: { measure: 'forms-only' } }, part: ['phone'] },
        }),
        measured('queues', { top: { of: { count: 'call' }, by: 'queue', n: 3 } }),
        measured(
          'redefined',
          { count: 'call' },
          {
            versions: [{ from: '2024-25-q3', note: 'Only answered calls.', value: { count: 'call', where: answered } }],
          },
        ),
        measured('few-people', { count: 'call' }, { suppressBelow: 10 }),
        measured('growth-of-followers', { increment: 'gauge.value', where: { gauge: 'followers' } }),
      ],
    },
  ],
});

const followers = (id: string, time: string, value: number): Happening => ({
  specversion: '1.0',
  id,
  source: 'phones',
  type: 'gauge.read',
  time,
  data: { gauge: 'followers', value },
});

let stores: Stores;

beforeAll(async () => {
  stores = await memoryStores();
  await stores.config.push({ ...town, scorecards: [...town.scorecards, derived] });
  const readings = [followers('before', '2024-09-01T12:00:00Z', 100), followers('during', '2024-11-01T12:00:00Z', 130)];
  for (const request of [...scene, [later, outbound, ...readings]]) await post(request, stores);
  await night(stores);
});

const explained = (measure: string, more: Partial<Question> = {}): Promise<Explained> =>
  explanationOf({ measure, period: third, ...more }, stores, now);
const ofService = { scorecard: 'service' };

describe('a ratio of events', () => {
  test('is told day by day, and the days add up to the totals', async () => {
    const { byDay, totals, measure } = await explained('level', ofService);
    const days = byDay.filter(({ of, over }) => (of ?? over) !== undefined);
    expect(days).toEqual([
      { day: '2024-12-30', of: 0, over: 1, leftOut: {} },
      { day: '2024-12-31', of: 1, over: 1, leftOut: { withdrawn: 1 } },
    ]);
    expect(byDay.map(({ day }) => day).slice(0, 2)).toEqual(['2024-10-01', '2024-10-02']);
    expect(byDay).toHaveLength(92);
    expect(totals).toEqual({ of: 1, over: 2 });
    expect(measure).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
  });

  test('says which events were left out, and why', async () => {
    const { facts } = await explained('level', ofService);
    expect(facts).toEqual([
      {
        stream: 'call',
        counted: 2,
        leftOut: { 'not what the formula counts': 1, withdrawn: 1, 'on other days': 1 },
      },
    ]);
  });

  test('as of a day in the period, leaves out what came after it', async () => {
    const { byDay, facts, period, totals } = await explained('level', { ...ofService, asOf: '2024-12-30' });
    expect(period.complete).toBe(false);
    expect(byDay.at(-1)).toEqual({ day: '2024-12-30', of: 0, over: 1, leftOut: {} });
    expect(totals).toEqual({ of: 0, over: 1 });
    expect(facts[0]?.leftOut).toEqual({ 'not what the formula counts': 1, 'after the as-of date': 1 });
  });

  test('names its rule, what it is compared with, its missing days and its editions', async () => {
    const { measure, published, asOf } = await explained('level', ofService);
    expect(measure.rating).toMatchObject({ colour: 'red', rule: { version: '1' }, toNextBand: { by: 25 } });
    expect(measure.notComparedReason).toBe('No value is known for October to December 2023 (quarter 3).');
    expect(measure.coverage).toMatchObject({ expectedDays: 92, daysWithData: 2 });
    expect(asOf).toBe('2025-01-19');
    expect(published).toEqual([
      {
        period: '2024-25-q3',
        edition: 1,
        asOf: '2025-01-19',
        publishedAt: '2025-01-19T23:59:59.999Z',
        value: 50,
        status: 'confirmed',
        address: '/town/service/2024-25-q3/1/measures/level/',
      },
    ]);
  });
});

describe('every measure of the town', () => {
  const ids = town.scorecards.flatMap(({ groups }) => groups.flatMap(({ measures }) => measures.map(({ id }) => id)));

  test.each(ids)('%s has the figure of its edition', async (id) => {
    const edition = await stores.editions.read({
      organisation: 'town',
      scorecard: 'service',
      period: '2024-25-q3',
      edition: 1,
    });
    const found = edition?.measures.find((measure) => measure.id === id);
    expect((await explained(id, ofService)).measure).toEqual(found);
  });

  test.each(ids)('%s adds up over its days', async (id) => {
    const { byDay, totals, measure } = await explained(id, ofService);
    const sumOf = (key: 'of' | 'over') => byDay.reduce((sum, day) => sum + (day[key] ?? 0), 0);
    expect([sumOf('of'), sumOf('over')]).toEqual([totals.of ?? 0, totals.over ?? 0]);
    if (measure.denominator !== undefined && totals.over !== undefined) expect(totals.over).toBe(measure.denominator);
    if (measure.numerator !== undefined && totals.of !== undefined) expect(totals.of).toBe(measure.numerator);
  });
});

describe('other formulas', () => {
  test('a mean has its sum and its count', async () => {
    expect((await explained('wait')).totals).toEqual({ of: 125, over: 3 });
  });

  test('a percentile has how many values each day had, and what the day alone would give', async () => {
    const { byDay, totals } = await explained('wait-90');
    expect(byDay.at(-1)).toEqual({ day: '2024-12-31', over: 1, value: 30, leftOut: { withdrawn: 1 } });
    expect(totals).toEqual({ over: 3, value: 90 });
  });

  test('a recorded value has everything that was recorded, and what holds', async () => {
    const { records, byDay, facts } = await explained('satisfaction');
    expect(records.map(({ id, value, state, source, time }) => [id, value, state, source, time])).toEqual([
      ['satisfaction-again', 72, 'holds', 'survey', '2025-01-07T09:00:00.000Z'],
      ['satisfaction', 71, 'replaced by a newer one', 'survey', '2025-01-06T09:00:00.000Z'],
    ]);
    expect([byDay, facts]).toEqual([[], []]);
  });

  test('a recorded value of after the as-of date does not hold', async () => {
    const { records } = await explained('satisfaction', { asOf: '2025-01-06' });
    expect(records.map(({ state }) => state)).toEqual(['after the as-of date', 'holds']);
  });

  test('a formula over other measures has their figures', async () => {
    const { inputs, byDay, measure } = await explained('contacts', { asOf: '2025-01-19' });
    expect(inputs).toEqual([
      { measure: 'level', title: 'level', period: '2024-25-q3', value: 3 },
      { measure: 'forms-only', title: 'forms-only', period: '2024-25-q3', value: 1 },
    ]);
    expect([measure.value, byDay]).toEqual([4, []]);
  });

  test('a year to date looks at the days since its beginning', async () => {
    const { days, byDay, totals } = await explained('so-far');
    expect(days).toEqual({ start: '2024-04-01', end: '2024-12-31' });
    expect([byDay.length, totals]).toEqual([275, { of: 3 }]);
  });

  test('channels are told side by side, with those that other measures give', async () => {
    const { totals, inputs } = await explained('by-channel');
    expect(totals).toEqual({ parts: { phone: 3 } });
    expect(inputs.map(({ measure, value }) => [measure, value])).toEqual([['forms-only', 1]]);
  });

  test('a list has its rows, and the events by day', async () => {
    const { measure, totals } = await explained('queues');
    expect([measure.ranking, totals]).toEqual([[{ rank: 1, name: 'bins', value: 3 }], { of: 3 }]);
  });

  test('a redefined measure is told by the version that held', async () => {
    const { totals, definition } = await explained('redefined');
    expect([totals, definition.formula]).toEqual([{ of: 0 }, { count: 'call', where: answered }]);
    expect(definition.version).toBe(2);
    const before = await explained('redefined', { period: parsePeriod('2024-25-q2') });
    expect([before.definition.formula, before.definition.version]).toEqual([{ count: 'call' }, 1]);
  });

  test('a figure from too few people is not told by way of its days', async () => {
    const { totals, byDay, facts, measure } = await explained('few-people');
    expect([measure.value, totals, byDay, facts]).toEqual([undefined, {}, [], []]);
  });

  test('an increment has its readings, and the last one before the period', async () => {
    const { readings, measure } = await explained('growth-of-followers');
    expect(readings).toEqual([
      { day: '2024-09-01', value: 100 },
      { day: '2024-11-01', value: 130 },
    ]);
    expect(measure.value).toBe(30);
  });
});

describe('what cannot be explained is told in one sentence', () => {
  test.each<[string, Partial<Question>, string]>([
    ['levl', {}, 'There is no measure "levl": did you mean "level"?'],
    ['calls-answered-in-80-seconds', ofService, 'There is no measure "calls-answered-in-80-seconds": did you mean'],
    [
      'level',
      {},
      'Several scorecards have a measure "level": write --org town --scorecard service or --org town --scorecard derived.',
    ],
    ['level', { organisation: 'twon' }, 'There is no organisation "twon": did you mean "town"?'],
    ['level', { scorecard: 'servise' }, 'There is no scorecard "servise": did you mean "service"?'],
  ])('%s %j', async (measure, more, sentence) => {
    await expect(explained(measure, more)).rejects.toThrow(sentence);
  });
});

describe('on paper', () => {
  test('it has a table that ends with the totals', async () => {
    const lines = explanationText(await explained('level', ofService));
    const start = lines.indexOf('By day');
    expect(lines.slice(start, start + 5)).toEqual([
      'By day',
      '  day         of  over  left out',
      '  2024-12-30   0     1',
      '  2024-12-31   1     1  1 withdrawn',
      '  all          1     2',
    ]);
    expect(lines).toContain('  50.0%: 1 of 2 (confirmed; unrounded 50)');
    expect(lines).toContain(
      '  2024-25-q3 edition 1, as of 2025-01-19: 50.0%  /town/service/2024-25-q3/1/measures/level/',
    );
  });

  test('a period before any edition says so', async () => {
    const lines = explanationText(await explained('satisfaction', { period: parsePeriod('2020-21-q1') }));
    expect(lines).toContain('  In no edition yet.');
    expect(lines).toContain('  Nothing was recorded for April to June 2020 (quarter 1).');
  });
});
