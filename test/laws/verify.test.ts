import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysOf } from '#calendar/day.ts';
import { silentOutput } from '#cli/output.ts';
import { scopesOf } from '#cli/rebuild/scope.ts';
import { verified } from '#cli/rebuild.ts';
import { type VerifyTools, verify } from '#functions/rollup/verify.ts';
import type { DayPartial } from '#metric/partial.ts';
import { type CountedStream, declarations } from '#metric/streams.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import type { Partials } from '#store/partials.ts';
import { happenings } from '#test/laws/happenings.ts';
import { memoryStores, night, post, type Stores } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';
import { town } from '#test/laws/town.ts';

const days = [...daysOf({ start: '2024-12-18', end: '2025-01-16' })];
const everyDay = (Object.keys(declarations) as CountedStream[]).flatMap((stream) =>
  days.map((day): DirtyDay => ({ organisation: 'town', stream, day })),
);
const later = new Date('2025-01-21T02:00:00Z');
const counted = everyDay.filter(({ stream }) => ['call', 'message', 'web', 'gauge'].includes(stream));

/** The command, which would fail if it wrote. */
const command = async (stores: Stores) => verified(await scopesOf({}, stores), {}, stores, { output: silentOutput });

const found = async (stores: Stores) => {
  const { days: checked, figures } = await command(stores);
  return { days: checked.different.map(({ stream, day }) => `${stream} ${day}`), figures: figures.different };
};

const nightly = (stores: Stores) => {
  const tools: VerifyTools = {
    ...stores,
    dimensionsOf: async () => town.organisation.dimensions,
    now: () => later,
    pause: async () => undefined,
    tell: { info: () => undefined },
    drift: () => undefined,
  };
  return verify(counted, tools);
};

describe('any history of events, after its nights', () => {
  test('is verified without a difference, and without a write', async () => {
    const halves = happenings.chain((events) =>
      fc.tuple(fc.constant(events), fc.integer({ min: 0, max: events.length })),
    );
    await fc.assert(
      fc.asyncProperty(halves, async ([events, cut]) => {
        let write: Write = plainWrite;
        const stores = await memoryStores({ write: (perform) => write(perform) });
        if (cut > 0) await post(events.slice(0, cut), stores);
        await night(stores);
        if (cut < events.length) await post(events.slice(cut), stores, new Date('2025-01-20T14:00:00Z'));
        await night(stores, { startedAt: new Date('2025-01-20T15:00:00Z') });
        write = async () => {
          throw new Error('something was written');
        };
        const checked = await command(stores);
        expect(checked.days).toMatchObject({ different: [], leftOut: [] });
        expect(checked.figures).toMatchObject({ different: [], leftOut: [] });
        expect(checked.figures.compared).toBeGreaterThan(0);
        expect(await nightly(stores)).toEqual({ verified: counted.length, marked: 0, different: 0 });
      }),
      { numRuns: 25 },
    );
  });

  test('with events that came since the last night: their days are left out, and nothing differs', async () => {
    const halves = happenings.chain((events) =>
      fc.tuple(fc.constant(events), fc.integer({ min: 1, max: events.length })),
    );
    await fc.assert(
      fc.asyncProperty(halves, async ([events, cut]) => {
        const stores = await memoryStores();
        await post(events.slice(0, cut), stores);
        await night(stores);
        if (cut < events.length) await post(events.slice(cut), stores, new Date('2025-01-20T14:00:00Z'));
        const marked = await stores.log.list('town', { before: later, limit: 1000 });
        const checked = await command(stores);
        expect(checked.days.different).toEqual([]);
        const inScope = marked.filter(({ day }) => checked.days.leftOut.some((each) => each.day === day));
        expect(checked.days.leftOut).toHaveLength(inScope.length);
        expect(await nightly(stores)).toMatchObject({ marked: marked.length, different: 0 });
      }),
      { numRuns: 25 },
    );
  });
});

const settled = async (): Promise<Stores> => {
  const stores = await memoryStores();
  for (const request of scene) await post(request, stores);
  await night(stores);
  return stores;
};

/** Everything counted twice. */
const changed = (partial: DayPartial): DayPartial => ({
  ...partial,
  cuboids: partial.cuboids.map((cuboid) => ({
    ...cuboid,
    rows: cuboid.rows.map(({ key, count, numbers }) => ({
      key,
      count: 2 * count,
      numbers: Object.fromEntries(
        Object.entries(numbers).map(([name, bars]) => [
          name,
          bars.map(([value, times]) => [value, 2 * times] as const),
        ]),
      ),
    })),
  })),
});

const lastOfDecember: DirtyDay = { organisation: 'town', stream: 'call', day: '2024-12-31' };

async function plant({ partials }: Stores, day: DirtyDay, change: (partial: DayPartial) => DayPartial) {
  const [stored] = await partials.range('town', 'call', lastOfDecember.day, lastOfDecember.day);
  const [version = 0] = await partials.versions([day]);
  await partials.replace('town', change(stored as DayPartial), version);
}

const losing = (partials: Partials, lost: DirtyDay): Partials => ({
  ...partials,
  versions: async (of) => (await partials.versions(of)).map((version, i) => (of[i]?.day === lost.day ? 0 : version)),
  range: async (...args) => (await partials.range(...args)).filter(({ day }) => day !== lost.day),
});

describe('planted drift', () => {
  test('in any day of any history is found by the night, and no other day with it', async () => {
    const anyDay = fc.nat();
    await fc.assert(
      fc.asyncProperty(happenings, anyDay, async (events, nth) => {
        const stores = await memoryStores();
        await post(events, stores);
        await night(stores);
        const versions = await stores.partials.versions(counted);
        const stored = counted.filter((_, i) => versions[i] !== 0);
        fc.pre(stored.length > 0);
        const day = stored[nth % stored.length] as DirtyDay;
        const [partial] = await stores.partials.range('town', day.stream, day.day, day.day);
        await stores.partials.replace('town', { ...(partial as DayPartial), facts: (partial?.facts ?? 0) + 1 }, 1);
        expect(await nightly(stores)).toEqual({ verified: counted.length, marked: 0, different: 1 });
        expect(await stores.log.list('town', { before: new Date(later.getTime() + 1), limit: 9 })).toMatchObject([day]);
      }),
      { numRuns: 25 },
    );
  });

  test('in any table of a partial is found by the command and by the night, and the night after mends it', async () => {
    const stores = await settled();
    await plant(stores, lastOfDecember, changed);
    expect((await found(stores)).days).toEqual(['call 2024-12-31']);
    expect(await nightly(stores)).toEqual({ verified: counted.length, marked: 0, different: 1 });
    await night(stores, { startedAt: new Date('2025-01-22T02:00:00Z') });
    expect(await found(stores)).toEqual({ days: [], figures: [] });
    expect(await nightly(stores)).toMatchObject({ different: 0 });
  });

  test('a lost partial', async () => {
    const stores = await settled();
    const broken = { ...stores, partials: losing(stores.partials, lastOfDecember) };
    expect((await found(broken)).days).toEqual(['call 2024-12-31']);
    expect(await nightly(broken)).toMatchObject({ different: 1 });
  });

  test('a partial too many', async () => {
    const stores = await settled();
    const day = '2025-01-02';
    await plant(stores, { ...lastOfDecember, day }, (partial) => ({ ...partial, day, days: [day] }));
    expect((await found(stores)).days).toEqual(['call 2025-01-02']);
    expect(await nightly(stores)).toMatchObject({ different: 1 });
  });

  test('that was published: each figure, as it was published and as it should have been', async () => {
    const stores = await settled();
    await plant(stores, lastOfDecember, changed);
    await night(stores, { startedAt: later });
    const { days: wrong, figures } = await found(stores);
    expect(wrong).toEqual(['call 2024-12-31']);
    // Two calls were answered, of which the one on 31 December within 80 seconds: it was counted twice.
    expect(figures[0]).toMatchObject({
      measure: 'level',
      period: '2024-25-q3',
      edition: { period: '2024-25-q3', edition: 2 },
      differs: 'value',
      published: (100 * 2) / 3,
      rebuilt: 50,
    });
  });
});

describe('what is no drift', () => {
  test('a call that came too late for an edition, which a later one revised', async () => {
    const stores = await settled();
    const late = { ...scene[0]?.[1], id: 'late' };
    await post([late], stores, new Date('2025-04-05T12:00:00Z'));
    await night(stores, { asOf: '2025-04-10', startedAt: new Date('2025-04-11T02:00:00Z') });
    const { days: checked, figures } = await command(stores);
    expect(checked.different).toEqual([]);
    expect(figures.leftOut.find(({ measure }) => measure === 'level')).toMatchObject({
      edition: { period: '2024-25-q3', edition: 1 },
      reason: 'revised since, by 2024-25-q4 edition 2',
    });
    expect(figures.different).toEqual([]);
  });

  const pushed = async (change: (text: string) => string) => {
    const stores = await settled();
    await stores.config.push(JSON.parse(change(JSON.stringify(town))));
    return command(stores);
  };

  test('a formula that was changed since: the measure is left out, and said so', async () => {
    const { figures } = await pushed((text) => text.replace('"atMost":80', '"atMost":20'));
    expect(figures.different).toEqual([]);
    expect([...new Set(figures.leftOut.map(({ measure, reason }) => `${measure}: ${reason}`))]).toEqual([
      'level: the definition was changed since',
    ]);
  });

  test('a measure that the scorecard has no longer', async () => {
    const { figures } = await pushed((text) => text.replace('"id":"talk"', '"id":"talking"'));
    expect(figures.different).toEqual([]);
    expect(figures.leftOut.map(({ reason }) => reason)).toEqual([
      'the scorecard has the measure no longer',
      'the scorecard has the measure no longer',
    ]);
  });

  test('values that were listed otherwise when the days were counted', async () => {
    const { days: checked, figures } = await pushed((text) => text.replace('"bins",', ''));
    expect(checked.different).toEqual([]);
    expect(checked.leftOut.map(({ day, reason }) => `${day}: ${reason}`)).toEqual([
      '2024-12-30: counted when organisation.yaml listed other values, and right by those',
      '2024-12-31: counted when organisation.yaml listed other values, and right by those',
    ]);
    expect(figures.different).toEqual([]);
  });
});
