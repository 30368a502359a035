import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { type RollupTools, rollup } from '#functions/rollup/rollup.ts';
import { verdictsOf } from '#functions/rollup/verdict.ts';
import { type VerifyTools, verify } from '#functions/rollup/verify.ts';
import type { Listed } from '#metric/cube.ts';
import type { DayPartial } from '#metric/partial.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import type { Write } from '#store/memoryWrite.ts';
import type { Partials } from '#store/partials.ts';
import { call } from '#test/metric/facts.ts';

const now = new Date('2024-06-10T01:00:00Z');
const dayOf = (day: string): DirtyDay => ({ organisation: 'example', stream: 'call', day });
const [monday, tuesday] = [dayOf('2024-06-03'), dayOf('2024-06-04')];
const bins = call('2024-06-03T09:00:00Z', { queue: 'bins' }, { id: 'bins' });
const tax = call('2024-06-03T10:00:00Z', { queue: 'tax', outcome: 'abandoned' }, { id: 'tax' });
const onTuesday = call('2024-06-04T10:00:00Z', { queue: 'tax' }, { id: 'tuesday' });

/** A council whose Monday and Tuesday were counted by a night. */
async function settled(facts: readonly Fact[] = [bins, tax, onTuesday], listed: Listed = { queue: ['bins', 'tax'] }) {
  let lists = listed;
  let mayWrite = true;
  const write: Write = async (perform) => {
    if (!mayWrite) throw new Error('something was written');
    return perform();
  };
  const [log, partials] = [memoryEventLog({ write }), memoryPartials({ write })];
  const told: object[] = [];
  const drift: number[] = [];
  const tools: VerifyTools & RollupTools = {
    log,
    partials,
    dimensionsOf: async () => lists,
    now: () => now,
    quietSeconds: 0,
    pause: async () => undefined,
    tell: { info: (message, fields) => void told.push({ message, ...fields }) },
    drift: (days) => void drift.push(days),
  };
  await log.append(facts, now);
  await rollup([monday, tuesday], tools);
  return {
    log,
    partials,
    tools,
    told,
    drift,
    stored: async () => (await partials.range('example', 'call', monday.day, monday.day))[0] as DayPartial,
    plant: async (day: DirtyDay, partial: DayPartial) => {
      const [version = 0] = await partials.versions([day]);
      await partials.replace('example', partial, version);
    },
    list: (values: Listed) => {
      lists = values;
    },
    readOnly: () => {
      mayWrite = false;
    },
    marked: async () => (await log.read([monday, tuesday])).map((mark) => mark !== undefined),
  };
}
type Council = Awaited<ReturnType<typeof settled>>;

const verdicts = async ({ tools }: Council, days = [monday, tuesday]) =>
  (await verdictsOf(days, tools)).map((verdict) => ('differences' in verdict ? verdict.differences : verdict.is));

const without = (partials: Partials, lost: string): Partials => ({
  ...partials,
  versions: async (days) => (await partials.versions(days)).map((version, i) => (days[i]?.day === lost ? 0 : version)),
  range: async (...args) => (await partials.range(...args)).filter(({ day }) => day !== lost),
});

describe('what is stored of a day', () => {
  test('is what its events add up to, or there is neither', async () => {
    const council = await settled();
    expect(await verdicts(council, [monday, tuesday, dayOf('2024-06-05')])).toEqual(['equal', 'equal', 'nothing']);
  });

  test('a day whose only event was withdrawn, or moved away, is right as well', async () => {
    const council = await settled();
    await council.log.append([{ ...onTuesday, revision: 1, withdrawn: true }], now);
    await council.log.append([{ ...tax, revision: 1, day: tuesday.day, time: '2024-06-04T09:00:00.000Z' }], now);
    await rollup([monday, tuesday], council.tools);
    expect(await verdicts(council)).toEqual(['equal', 'equal']);
  });

  test('changed: the first row of every table that differs is named', async () => {
    const council = await settled();
    const stored = await council.stored();
    const [first, ...cuboids] = stored.cuboids;
    const [row, ...rows] = first?.rows ?? [];
    const changed = { ...first, rows: [{ ...row, count: 7 }, ...rows] } as (typeof cuboids)[number];
    await council.plant(monday, { ...stored, cuboids: [changed, ...cuboids] });
    const [differences] = await verdicts(council);
    expect(differences).toEqual([
      expect.stringMatching(new RegExp(`^${first?.dimensions.join(' × ')}: 1 row differs, the first `)),
    ]);
  });

  test('changed: counted without one of its events', async () => {
    const one = await settled([bins, onTuesday]);
    const council = await settled();
    await council.plant(monday, await one.stored());
    const [differences] = await verdicts(council);
    expect(differences).toContain('1 event counted, 2 kept');
  });

  test('lost', async () => {
    const council = await settled();
    const tools = { ...council.tools, partials: without(council.partials, monday.day) };
    expect(await verdicts({ ...council, tools })).toEqual([['no count is stored of 2 events'], 'equal']);
  });

  test('extra: of events that nobody has', async () => {
    const council = await settled();
    const wednesday = dayOf('2024-06-05');
    await council.plant(wednesday, { ...(await council.stored()), day: wednesday.day, days: [wednesday.day] });
    const [differences] = await verdicts(council, [wednesday]);
    expect(differences).toContain('2 events counted, 0 kept');
  });

  test.each([
    ['more', { queue: ['bins', 'tax', 'housing'] }, 'equal'],
    ['one that was counted as other', { queue: ['bins', 'tax'] }, 'equal'],
    ['one fewer', { queue: ['bins'] }, 'listed otherwise'],
    ['none', {}, 'listed otherwise'],
  ])('is right by the values that were listed then: now %s', async (_, listed, verdict) => {
    const council = await settled();
    council.list(listed);
    expect((await verdicts(council))[0]).toEqual(verdict);
  });

  test('is right by the values that were listed then, also where more are listed now', async () => {
    const council = await settled([bins, tax], { queue: ['bins'] });
    council.list({ queue: ['bins', 'tax'] });
    expect(await verdicts(council, [monday])).toEqual(['listed otherwise']);
  });

  test('is wrong by the values of then too: said as by those of now', async () => {
    const one = await settled([bins], { queue: ['bins'] });
    const council = await settled([bins, tax], { queue: ['bins'] });
    await council.plant(monday, await one.stored());
    council.list({ queue: ['bins', 'tax'] });
    expect((await verdicts(council, [monday]))[0]).toContain('1 event counted, 2 kept');
  });

  test('by an older version of the software, which knew less, is right as far as that knew', async () => {
    const council = await settled();
    const { knows: _, sources: __, ...stored } = await council.stored();
    await council.plant(monday, { ...stored, cuboids: stored.cuboids.slice(1) });
    expect((await verdicts(council))[0]).toBe('other version');
    await council.plant(monday, { ...stored, facts: 9, cuboids: stored.cuboids.slice(1) });
    expect((await verdicts(council))[0]).toContain('9 events counted, 2 kept');
  });
});

describe('while events come in', () => {
  test('a day that is marked is left to the night', async () => {
    const council = await settled();
    await council.log.append([call('2024-06-03T12:00:00Z', {}, { id: 'late' })], now);
    expect(await verdicts(council)).toEqual(['marked', 'equal']);
  });

  test('an event that was written before its mark is no drift', async () => {
    const council = await settled();
    const late = call('2024-06-03T12:00:00Z', {}, { id: 'late' });
    const factsOf = async (day: DirtyDay) => [...(await council.log.factsOf(day)), ...(day === monday ? [late] : [])];
    const pause = () => council.log.mark([monday], now);
    const tools = { ...council.tools, log: { ...council.log, factsOf }, pause };
    expect(await verdicts({ ...council, tools })).toEqual(['marked', 'equal']);
  });

  test('nor is one that another night has counted meanwhile', async () => {
    const council = await settled();
    const pause = async () => {
      await council.log.append([call('2024-06-03T12:00:00Z', {}, { id: 'late' })], now);
      await rollup([monday], council.tools);
    };
    const stored = await council.stored();
    await council.plant(monday, { ...stored, facts: 9 });
    expect(await verdicts({ ...council, tools: { ...council.tools, pause } })).toEqual(['marked', 'equal']);
  });
});

describe('the nightly verification', () => {
  test('of clean days writes nothing, and counts none', async () => {
    const council = await settled();
    council.readOnly();
    expect(await verify([monday, tuesday], council.tools)).toEqual({ verified: 2, marked: 0, different: 0 });
    expect(council).toMatchObject({ told: [], drift: [0] });
  });

  test('tells of a wrong day and marks it; the night counts it again, and then it is clean', async () => {
    const council = await settled();
    await council.plant(monday, { ...(await council.stored()), facts: 9 });
    expect(await verify([monday, tuesday], council.tools)).toEqual({ verified: 2, marked: 0, different: 1 });
    expect(council.told).toEqual([
      {
        message: 'what is stored of a day is not what its events add up to',
        organisation: 'example',
        stream: 'call',
        day: '2024-06-03',
        differences: '9 events counted, 2 kept',
      },
    ]);
    expect(council.drift).toEqual([1]);
    expect(await council.marked()).toEqual([true, false]);
    expect((await council.stored()).facts).toBe(9);

    await rollup([monday], council.tools);
    expect(await verify([monday, tuesday], council.tools)).toEqual({ verified: 2, marked: 0, different: 0 });
  });

  test('has told before it marks: a mark that fails is found again', async () => {
    const council = await settled();
    await council.plant(monday, { ...(await council.stored()), facts: 9 });
    council.readOnly();
    await expect(verify([monday], council.tools)).rejects.toThrow('something was written');
    expect(council.drift).toEqual([1]);
    expect(await council.marked()).toEqual([false, false]);
  });
});
