import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import type { DirtyDay, DirtyDays, EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import type { Write } from '#store/memoryWrite.ts';
import { caseOpened, fact, message, record, sorted, web } from '#test/store/facts.ts';
import { type Dynalite, startDynalite } from '#test/support/dynalite.ts';
import { createTables, tableNames } from '#test/support/tables.ts';

type Log = EventLog & DirtyDays;

let dynalite: Dynalite;
beforeAll(async () => {
  dynalite = await startDynalite();
  await createTables(dynalite.client());
});
afterAll(() => dynalite.stop());

const now = new Date('2024-01-02T03:04:05.678Z');
const later = new Date('2024-01-02T03:04:06.000Z');

const listed = async (log: Log, organisation: string): Promise<readonly string[]> =>
  (await log.list(organisation, { before: new Date('2100-01-01'), limit: 1000 })).map(({ cursor }) => cursor);

const day = (organisation: string, stream: DirtyDay['stream'], on: string): DirtyDay => ({
  organisation,
  stream,
  day: on,
});

const clearAll = async (log: Log, organisation: string) => {
  for (const mark of await log.list(organisation, { before: new Date('2100-01-01'), limit: 1000 }))
    await log.clear(mark, mark.token);
};

let organisations = 0;

describe.each([
  { store: 'memory', open: (): Log => memoryEventLog() },
  { store: 'DynamoDB', open: (): Log => dynamoEventLog(dynalite.client(), tableNames.events) },
])('the event log in $store', ({ open }) => {
  /** Every test has an organisation to itself. */
  const fresh = () => {
    organisations += 1;
    const organisation = `council-${organisations}`;
    return { log: open(), organisation, ours: (given: Fact): Fact => ({ ...given, organisation }) };
  };

  test('gives back what was put in', async () => {
    const { log, organisation, ours } = fresh();
    const stored = [
      ours(fact({ id: 'a', data: { nested: { list: [1, 'two', true] }, text: 'Mae’r gath £' } })),
      ours(fact({ id: 'b' })),
    ];
    expect(await log.append(stored, now)).toEqual(['accepted', 'accepted']);
    expect(sorted(await log.factsOf(day(organisation, 'call', '2023-11-01')))).toEqual(stored);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-02'))).toEqual([]);
    expect(await log.factsOf(day(organisation, 'visit', '2023-11-01'))).toEqual([]);
    expect(await log.factsOf(day('another', 'call', '2023-11-01'))).toEqual([]);
  });

  test('answers an empty request with nothing', async () => {
    const { log, organisation } = fresh();
    expect(await log.append([], now)).toEqual([]);
    expect(await listed(log, organisation)).toEqual([]);
  });

  const rev0 = fact({ id: 'a', contentHash: '5' });
  test.each([
    { name: 'the same again', second: rev0, answer: 'duplicate', stands: 'first' },
    {
      name: 'a higher revision',
      second: fact({ id: 'a', revision: 1, contentHash: '1' }),
      answer: 'accepted',
      stands: 'second',
    },
    {
      name: 'revision 10 after 9',
      first: fact({ id: 'a', revision: 9 }),
      second: fact({ id: 'a', revision: 10 }),
      answer: 'accepted',
      stands: 'second',
    },
    {
      name: 'a lower revision',
      first: fact({ id: 'a', revision: 2, contentHash: '1' }),
      second: fact({ id: 'a', revision: 1, contentHash: '9' }),
      answer: 'duplicate',
      stands: 'first',
    },
    {
      name: 'the same revision, a higher hash',
      second: fact({ id: 'a', contentHash: '6', withdrawn: true }),
      answer: 'accepted',
      stands: 'second',
    },
    {
      name: 'the same revision, a lower hash',
      second: fact({ id: 'a', contentHash: '4', withdrawn: true }),
      answer: 'duplicate',
      stands: 'first',
    },
  ])('$name is $answer; the $stands stands', async ({ first = rev0, second, answer, stands }) => {
    const { log, organisation, ours } = fresh();
    await log.append([ours(first)], now);
    expect(await log.append([ours(second)], now)).toEqual([answer]);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-01'))).toEqual([
      ours(stands === 'first' ? first : second),
    ]);
  });

  test('one id twice in one request is applied in order', async () => {
    const { log, organisation, ours } = fresh();
    const [first, second] = [ours(fact({ id: 'a' })), ours(fact({ id: 'a', revision: 1, day: '2023-11-04' }))];
    expect(await log.append([first, second], now)).toEqual(['accepted', 'accepted']);
    expect(await log.append([second, first, second], now)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-04'))).toEqual([second]);
    expect(await listed(log, organisation)).toEqual(['call#2023-11-01', 'call#2023-11-04']);
  });

  test('the same id from another source, or of another organisation, is another fact', async () => {
    const { log, organisation, ours } = fresh();
    const mine = ours(fact({ id: 'a' }));
    const theirs = ours(fact({ id: 'a', source: 'kiosk' }));
    expect(await log.append([mine, theirs, { ...mine, organisation: `${organisation}-b` }], now)).toEqual(
      Array(3).fill('accepted'),
    );
    expect(sorted(await log.factsOf(day(organisation, 'call', '2023-11-01')))).toEqual([theirs, mine]);
  });

  test('source and id are never confused by where one ends', async () => {
    const { log, organisation, ours } = fresh();
    const pair = [ours(fact({ source: 'a:b', id: 'c' })), ours(fact({ source: 'a', id: 'b:c' }))];
    expect(await log.append(pair, now)).toEqual(['accepted', 'accepted']);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-01'))).toHaveLength(2);
  });

  test('a fact that moved counts in its last day only, and marks every day it was ever in', async () => {
    const { log, organisation, ours } = fresh();
    const at = (revision: number, on: string) => ours(fact({ id: 'a', revision, day: on }));
    await log.append([at(0, '2023-11-01')], now);
    await log.append([at(1, '2023-11-05')], now);
    await clearAll(log, organisation);
    await log.append([at(2, '2023-11-09')], now);
    expect(await listed(log, organisation)).toEqual(['call#2023-11-01', 'call#2023-11-05', 'call#2023-11-09']);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-01'))).toEqual([]);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-09'))).toEqual([at(2, '2023-11-09')]);
  });

  test('a duplicate marks every day again, with a new token', async () => {
    const { log, organisation, ours } = fresh();
    await log.append([ours(fact({ id: 'a' })), ours(fact({ id: 'a', revision: 1, day: '2023-11-05' }))], now);
    const [before] = await log.read([day(organisation, 'call', '2023-11-01')]);
    await log.append([ours(fact({ id: 'a' }))], later);
    const [after] = await log.read([day(organisation, 'call', '2023-11-01')]);
    expect(after?.markedAt).toBe(later.toISOString());
    expect(after?.token).not.toBe(before?.token);
    expect((await log.read([day(organisation, 'call', '2023-11-05')]))[0]?.markedAt).toBe(later.toISOString());
  });

  describe('a fact that must be news', () => {
    const calls = (organisation: string, log: Log) => log.factsOf(day(organisation, 'call', '2023-11-01'));

    test('is not written over one that says the same, but marks its days', async () => {
      const { log, organisation, ours } = fresh();
      await log.append([{ ...ours(fact({ id: 'a', revision: 2 })), says: 'one thing' }], now);
      await clearAll(log, organisation);
      const again = { ...ours(fact({ id: 'a', revision: 4, contentHash: 'f' })), says: 'one thing' };
      expect(await log.append([again], now)).toEqual(['duplicate']);
      expect(await calls(organisation, log)).toMatchObject([{ revision: 2 }]);
      expect(await listed(log, organisation)).toEqual(['call#2023-11-01']);
    });

    test('is written over one that says something else, and when it is said again', async () => {
      const { log, organisation, ours } = fresh();
      const saying = (revision: number, says: string) => ({ ...ours(fact({ id: 'a', revision })), says });
      for (const [revision, what] of [
        [2, 'one thing'],
        [4, 'another'],
        [6, 'one thing'],
      ] as const)
        expect(await log.append([saying(revision, what)], now)).toEqual(['accepted']);
      expect(await log.append([saying(5, 'another')], now)).toEqual(['duplicate']);
      expect(await calls(organisation, log)).toMatchObject([{ revision: 6 }]);
    });

    test('is written over one that was withdrawn without saying anything', async () => {
      const { log, organisation, ours } = fresh();
      await log.append([{ ...ours(fact({ id: 'a', revision: 2 })), says: 'one thing' }], now);
      await log.append([ours(fact({ id: 'a', revision: 3, withdrawn: true }))], now);
      const again = { ...ours(fact({ id: 'a', revision: 4 })), says: 'one thing' };
      expect(await log.append([again], now)).toEqual(['accepted']);
      expect(await calls(organisation, log)).toMatchObject([{ revision: 4, withdrawn: false }]);
    });

    test('over one revision is written over no other, nor over nothing', async () => {
      const { log, organisation, ours } = fresh();
      const over = (revision: number) => ({ ...ours(fact({ id: 'a', revision: revision + 1 })), over: revision });
      expect(await log.append([over(2)], now)).toEqual(['duplicate']);
      await log.append([ours(fact({ id: 'a', revision: 2 }))], now);
      expect(await log.append([over(4)], now)).toEqual(['duplicate']);
      expect(await log.append([over(2), over(2)], now)).toEqual(['accepted', 'duplicate']);
      expect(await calls(organisation, log)).toMatchObject([{ revision: 3 }]);
    });
  });

  test('a withdrawn fact stays in the log', async () => {
    const { log, organisation, ours } = fresh();
    const withdrawn = ours(fact({ id: 'a', revision: 1, withdrawn: true }));
    await log.append([ours(fact({ id: 'a' })), withdrawn], now);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-01'))).toEqual([withdrawn]);
  });

  test('a message marks the days of its thread up to 30 days back and ahead, not 31', async () => {
    const { log, organisation, ours } = fresh();
    const on = (id: string, at: string) => ours(message({ id, subject: 't1', day: at }));
    await log.append([on('a', '2023-10-31'), on('b', '2023-11-01'), on('c', '2023-12-31'), on('d', '2024-01-01')], now);
    await log.append([ours(message({ id: 'z', subject: 't2', day: '2023-11-20' }))], now);
    await clearAll(log, organisation);
    await log.append([on('reply', '2023-12-01')], now);
    expect(await listed(log, organisation)).toEqual(['message#2023-11-01', 'message#2023-12-01', 'message#2023-12-31']);
    await clearAll(log, organisation);
    expect(await log.append([on('reply', '2023-12-01')], now)).toEqual(['duplicate']);
    expect(await listed(log, organisation)).toEqual(['message#2023-11-01', 'message#2023-12-01', 'message#2023-12-31']);
  });

  test('what happens to a case marks every day of the case', async () => {
    const { log, organisation, ours } = fresh();
    const on = (id: string, at: string) => ours(caseOpened({ id, subject: 'c1', day: at }));
    await log.append([on('opened', '2023-01-10'), on('closed', '2023-11-01')], now);
    await log.append([ours(caseOpened({ id: 'other', subject: 'c2', day: '2023-03-03' }))], now);
    await clearAll(log, organisation);
    await log.append([on('responded', '2023-06-01')], now);
    expect(await listed(log, organisation)).toEqual(['case#2023-01-10', 'case#2023-06-01', 'case#2023-11-01']);
  });

  test('facts of a day bring the other facts of their threads, whatever their day', async () => {
    const { log, organisation, ours } = fresh();
    const received = ours(message({ id: 'a', subject: 't1', day: '2023-11-01' }));
    const replied = ours(message({ id: 'b', subject: 't1', day: '2023-11-04', type: 'contact.message.replied' }));
    const elsewhere = ours(message({ id: 'c', subject: 't2', day: '2023-11-04' }));
    await log.append([received, replied, elsewhere], now);
    expect(sorted(await log.factsOf(day(organisation, 'message', '2023-11-01')))).toEqual([received, replied]);
    expect(sorted(await log.factsOf(day(organisation, 'message', '2023-11-04')))).toEqual([
      received,
      replied,
      elsewhere,
    ]);
  });

  test.each([
    { stream: 'thread', first: message, second: message, pointer: '/data/threadId' },
    { stream: 'case', first: caseOpened, second: caseOpened, pointer: '/data/caseId' },
    { stream: 'scorecard', first: record, second: record, pointer: '/data/scorecard' },
    { stream: 'case', first: message, second: caseOpened, pointer: '/data/caseId' },
  ])(
    'an id that was received for another $stream is refused ($pointer)',
    async ({ first, second, stream, pointer }) => {
      const { log, organisation, ours } = fresh();
      await log.append([ours(first({ id: 'a', subject: 's1' }))], now);
      await clearAll(log, organisation);
      const answers = await log.append(
        [ours(second({ id: 'a', subject: 's2', revision: 1 })), ours(fact({ id: 'b', day: '2023-11-07' }))],
        now,
      );
      const refused = `this id was received before for another ${stream}; withdraw it and send a new id`;
      expect(answers).toEqual([{ refused, pointer }, 'accepted']);
      expect(await listed(log, organisation)).toEqual(['call#2023-11-07']);
    },
  );

  test('web interactions are kept by day and are never corrected', async () => {
    const { log, organisation, ours } = fresh();
    const hits = Array.from({ length: 12 }, (_, n) => ours(web({ id: `hit-${String(n).padStart(2, '0')}` })));
    expect(await log.append(hits, now)).toEqual(Array(12).fill('accepted'));
    expect(await log.append(hits.slice(0, 2), now)).toEqual(['duplicate', 'duplicate']);
    expect(await log.append([ours(web({ id: 'hit-00', revision: 1 }))], now)).toEqual([
      { refused: 'a web interaction is never corrected: its revision must be 0', pointer: '/revision' },
    ]);
    expect(sorted(await log.factsOf(day(organisation, 'web', '2023-11-01')))).toEqual(hits);
    expect(await listed(log, organisation)).toEqual(['web#2023-11-01']);
  });

  test('records are found by scorecard, withdrawn ones too, and mark nothing', async () => {
    const { log, organisation, ours } = fresh();
    const ofOne = [
      ours(record({ id: 'a', subject: 'one' })),
      ours(record({ id: 'b', subject: 'one', withdrawn: true })),
    ];
    await log.append([...ofOne, ours(record({ id: 'c', subject: 'two' }))], now);
    expect(sorted(await log.recordsOf(organisation, 'one'))).toEqual(ofOne);
    expect(await log.recordsOf(organisation, 'three')).toEqual([]);
    expect(await listed(log, organisation)).toEqual([]);
  });

  test('a day larger than one page of the index is read whole', async () => {
    const { log, organisation, ours } = fresh();
    const text = 'x'.repeat(100_000);
    const big = Array.from({ length: 50 }, (_, n) => ours(fact({ id: `big-${n}`, data: { text } })));
    await log.append(big, now);
    expect(await log.factsOf(day(organisation, 'call', '2023-11-01'))).toHaveLength(50);
  });

  test('marks are listed in key order, in pages, without those set at or after the instant', async () => {
    const { log, organisation } = fresh();
    const days = ['2023-11-03', '2023-11-01', '2023-11-02'].map((on) => day(organisation, 'call', on));
    await log.mark(days, now);
    await log.mark([day(organisation, 'call', '2023-11-02'), day(organisation, 'call', '2023-11-04')], later);
    const page = async (after?: string) =>
      (await log.list(organisation, { before: later, after, limit: 1 })).map(({ cursor }) => cursor);
    expect(await page()).toEqual(['call#2023-11-01']);
    expect(await page('call#2023-11-01')).toEqual(['call#2023-11-03']);
    expect(await page('call#2023-11-03')).toEqual([]);
    const [first] = await log.list(organisation, { before: later, limit: 9 });
    const [mark] = await log.read([day(organisation, 'call', '2023-11-01')]);
    expect(first).toEqual({ organisation, stream: 'call', day: '2023-11-01', cursor: 'call#2023-11-01', ...mark });
  });

  test('a mark is cleared only by its own token', async () => {
    const { log, organisation } = fresh();
    const dirty = day(organisation, 'call', '2023-11-01');
    expect(await log.read([dirty])).toEqual([undefined]);
    await log.mark([dirty], now);
    const [seen] = await log.read([dirty]);
    await log.mark([dirty], now);
    expect(await log.clear(dirty, String(seen?.token))).toBe(false);
    const [marked] = await log.read([dirty]);
    expect(await log.clear(dirty, String(marked?.token))).toBe(true);
    expect(await log.read([dirty])).toEqual([undefined]);
    expect(await log.clear(dirty, String(marked?.token))).toBe(false);
  });
});

describe('a slow first write', () => {
  test('is not overtaken by the same id later in the request', async () => {
    let writes = 0;
    const write: Write = async (perform) => {
      writes += 1;
      if (writes === 1) await new Promise((resolve) => setImmediate(resolve));
      return perform();
    };
    const pair = [fact({ id: 'a', revision: 1 }), fact({ id: 'a' })];
    expect(await memoryEventLog({ write }).append(pair, now)).toEqual(['accepted', 'duplicate']);
  });
});

describe('a lagging index', () => {
  test('shows calls as they were when it settled, and web interactions at once', async () => {
    const log = memoryEventLog({ lagging: true });
    const [before, after] = [fact({ id: 'a' }), fact({ id: 'a', revision: 1, day: '2023-11-02' })];
    await log.append([before, web({ id: 'w' })], now);
    expect(await log.factsOf(day('wirral', 'call', '2023-11-01'))).toEqual([]);
    expect(await log.factsOf(day('wirral', 'web', '2023-11-01'))).toHaveLength(1);
    log.settle();
    await log.append([after], now);
    expect(await log.factsOf(day('wirral', 'call', '2023-11-01'))).toEqual([before]);
    expect(await log.factsOf(day('wirral', 'call', '2023-11-02'))).toEqual([]);
    log.settle();
    expect(await log.factsOf(day('wirral', 'call', '2023-11-02'))).toEqual([after]);
  });
});
