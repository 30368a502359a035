import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { type RollupTools, rollup } from '#functions/rollup/rollup.ts';
import { memoryDirtyDays } from '#store/memoryDirtyDays.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import { plainWrite } from '#store/memoryWrite.ts';
import { call } from '#test/metric/facts.ts';
import { everyInterleaving, type Step } from '#test/rollup/interleave.ts';

const day = { organisation: 'example', stream: 'call' as const, day: '2024-06-03' };
const start = Date.parse('2024-06-03T12:00:00Z');
const quietSeconds = 300;

/** A council's stores, with the clock at `start` until it is moved. */
function office({ lagging = false } = {}) {
  let nowMs = start;
  const facts = new Map<string, Fact>();
  let shown = lagging ? new Map<string, Fact>() : facts;
  const marks = memoryDirtyDays(plainWrite);
  const partials = memoryPartials();
  const log = { ...marks, factsOf: async () => [...shown.values()].filter((fact) => fact.day === day.day) };
  const tools: RollupTools = {
    log,
    partials,
    dimensionsOf: async () => ({}),
    now: () => new Date(nowMs),
    quietSeconds: 0,
  };
  const write = async (fact: Fact) => facts.set(fact.id, fact);
  const mark = () => marks.mark([day], new Date(nowMs));
  return {
    log,
    tools,
    write,
    mark,
    /** As collect does: the fact, then the mark. */
    receive: (fact: Fact) => write(fact).then(mark),
    /** The index has caught up with everything written until now. */
    waitQuiet: async () => {
      nowMs += quietSeconds * 1000;
      shown = new Map(facts);
    },
    stored: async () => (await partials.range('example', 'call', day.day, day.day))[0],
    isMarked: async () => (await log.read([day]))[0] !== undefined,
  };
}
type Office = ReturnType<typeof office>;

/** Every access to a store is a step. */
const stepped = ({ log, partials, ...rest }: RollupTools, step: Step): RollupTools => ({
  ...rest,
  log: {
    factsOf: (of) => step('read facts', () => log.factsOf(of)),
    read: (of) => step('read mark', () => log.read(of)),
    clear: (of, token) => step('write mark', () => log.clear(of, token)),
  },
  partials: {
    versions: (of) => step('read partial', () => partials.versions(of)),
    replace: (organisation, partial, expected) =>
      step('write partial', () => partials.replace(organisation, partial, expected)),
  },
});

const factsIn = async ({ stored }: Office) => (await stored())?.facts;
const aCall = (id: string) => call('2024-06-03T09:00:00Z', {}, { id });

describe('one day', () => {
  test('is counted, and its mark goes', async () => {
    const { tools, receive, ...its } = office();
    await receive(aCall('a'));
    await receive(aCall('b'));
    expect(await rollup([day], tools)).toEqual({ rebuilt: 1, waiting: 0 });
    expect(await its.stored()).toMatchObject({ day: day.day, facts: 2 });
    expect(await its.isMarked()).toBe(false);
  });

  test('without a mark is left as it is', async () => {
    const { tools, stored } = office();
    expect(await rollup([day], tools)).toEqual({ rebuilt: 0, waiting: 0 });
    expect(await stored()).toBeUndefined();
  });

  test('that lost its only fact to another day becomes empty', async () => {
    const { tools, receive, stored } = office();
    await receive(aCall('a'));
    await rollup([day], tools);
    await receive(call('2024-06-04T09:00:00Z', {}, { id: 'a', revision: 1 }));
    await rollup([day], tools);
    expect(await stored()).toMatchObject({ facts: 0, days: [] });
  });

  test.each([
    ['just not quiet for long enough', 299_999, true],
    ['quiet for just long enough', 300_000, false],
  ])('%s', async (_, afterMs, isMarked) => {
    const its = office();
    await its.receive(aCall('a'));
    const later = new Date(start + afterMs);
    const output = await rollup([day], { ...its.tools, now: () => later, quietSeconds });
    expect(output).toEqual({ rebuilt: 1, waiting: isMarked ? 1 : 0 });
    expect(await its.isMarked()).toBe(isMarked);
  });

  test('is given up, with its mark, when others never stop replacing it', async () => {
    const its = office();
    await its.receive(aCall('a'));
    const partials = { ...its.tools.partials, replace: async () => false };
    await expect(rollup([day], { ...its.tools, partials })).rejects.toThrow(
      'other rollups kept replacing the call partial of example for 2024-06-03',
    );
    expect(await its.isMarked()).toBe(true);
  });
});

/** Whatever happened: what is not marked is right, and one more night makes all right. */
async function checkNothingLost(its: Office, facts: number, tools: RollupTools) {
  if (!(await its.isMarked())) expect(await factsIn(its)).toBe(facts);
  await its.waitQuiet();
  await rollup([day], tools);
  expect(await its.isMarked()).toBe(false);
  expect(await factsIn(its)).toBe(facts);
}

describe('in every order of steps nothing is lost', () => {
  test('of two rollups while another fact arrives', async () => {
    const orders = await everyInterleaving(async () => {
      const its = office();
      await its.receive(aCall('a'));
      const rolling = (step: Step) => rollup([day], stepped(its.tools, step));
      const sending = async (step: Step) => {
        await step('write facts', () => its.write(aCall('b')));
        await step('write mark', its.mark);
      };
      return { actors: [sending, rolling, rolling], check: () => checkNothingLost(its, 2, its.tools) };
    });
    expect(orders).toBeGreaterThan(300);
  });

  test('of two rollups while the index lags behind', async () => {
    const orders = await everyInterleaving(async () => {
      const its = office({ lagging: true });
      await its.receive(aCall('a'));
      const tools = { ...its.tools, quietSeconds };
      const rolling = (step: Step) => rollup([day], stepped(tools, step));
      return {
        actors: [(step: Step) => step('write all', its.waitQuiet), rolling, rolling],
        check: () => checkNothingLost(its, 1, tools),
      };
    });
    expect(orders).toBeGreaterThan(100);
  });

  test('of a rollup while facts arrive and the index lags behind', async () => {
    await everyInterleaving(async () => {
      const its = office({ lagging: true });
      await its.receive(aCall('a'));
      const tools = { ...its.tools, quietSeconds };
      const sending = async (step: Step) => {
        await step('write facts', () => its.write(aCall('b')));
        await step('write mark', its.mark);
        await step('write facts', () => its.write(aCall('c')));
        await step('write mark', its.mark);
      };
      const waiting = async (step: Step) => {
        await step('write all', its.waitQuiet);
        await step('write all', its.waitQuiet);
      };
      return {
        actors: [sending, waiting, (step: Step) => rollup([day], stepped(tools, step))],
        check: () => checkNothingLost(its, 3, tools),
      };
    });
  });
});

describe('a crash', () => {
  const steps = ['versions', 'read', 'factsOf', 'replace', 'clear'];
  test.each(steps.flatMap((name, at) => [[name, 'before', at] as const, [name, 'after', at] as const]))(
    'at %s, %s it is done, leaves a mark or a right partial',
    async (_, when, at) => {
      const its = office();
      await its.receive(aCall('a'));
      let taken = 0;
      const crashing: Step = async (_access, work) => {
        const mine = taken++;
        if (mine === at && when === 'before') throw new Error('crashed');
        const result = await work();
        if (mine === at) throw new Error('crashed');
        return result;
      };
      await expect(rollup([day], stepped(its.tools, crashing))).rejects.toThrow('crashed');
      await checkNothingLost(its, 1, its.tools);
    },
  );
});

test('a configuration is read once an organisation', async () => {
  const { configuredDimensions } = await import('#functions/rollup/dimensions.ts');
  let reads = 0;
  const organisation = { id: 'example', name: 'Example', dimensions: { queue: ['a'] }, expected: {} };
  const dimensionsOf = configuredDimensions({
    read: async (id) => {
      reads++;
      return id === 'example' ? { organisation, sources: [], scorecards: [] } : undefined;
    },
  });
  expect([await dimensionsOf('example'), await dimensionsOf('example'), reads]).toEqual([
    { queue: ['a'] },
    { queue: ['a'] },
    1,
  ]);
  await expect(dimensionsOf('nobody')).rejects.toThrow('no configuration of "nobody" has been pushed');
});
