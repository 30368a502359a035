import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { appendNews } from '#store/appendNews.ts';
import type { Candidate } from '#store/eventLog.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { s3Batches } from '#store/s3Batches.ts';
import { undoBatch } from '#store/undoBatch.ts';
import { fact, record, web } from '#test/store/facts.ts';
import { bucketNames, type S3, startS3 } from '#test/support/s3rver.ts';

let s3: S3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const now = new Date('2024-01-02T03:04:05Z');
const batch = '20240102T030405-0a1b2c3d';

describe.each([
  { store: 'memory', open: () => memoryBatches() },
  { store: 'S3', open: () => s3Batches(s3.client(), bucketNames.data) },
])('batches in $store', ({ open }) => {
  test('are kept in parts, each replaced by itself', async () => {
    const batches = open();
    const place = (part: number, organisation = 'council') => ({ organisation, batch, part });
    await batches.put(place(1), [fact({ id: 'b' })]);
    await batches.put(place(0), [fact({ id: 'a' })]);
    await batches.put(place(1), [fact({ id: 'c' })]);
    await batches.put(place(0, 'another'), [fact({ id: 'd' })]);
    await batches.put(place(1234), []);
    expect(await batches.parts('council', batch)).toEqual([0, 1, 1234]);
    expect(await batches.parts('council', '20240102T030405-ffffffff')).toEqual([]);
    expect(await batches.facts(place(1))).toEqual([fact({ id: 'c' })]);
    expect(await batches.facts(place(7))).toEqual([]);
  });
});

describe('an import that is taken back', () => {
  const imported = async (facts: readonly Fact[]) => {
    const log = memoryEventLog();
    const batches = memoryBatches();
    await batches.put({ organisation: 'example', batch, part: 0 }, facts.slice(0, 2));
    await batches.put({ organisation: 'example', batch, part: 1 }, facts.slice(2));
    await log.append(facts, now);
    const undo = () => undoBatch({ organisation: 'example', batch }, { batches, log }, { now });
    const standing = () => log.stored().flatMap(({ fact: each }) => (each.withdrawn ? [] : [each.id]));
    return { log, undo, standing };
  };
  const ours = (id: string, revision = 10) => ({ ...fact({ id, revision }), organisation: 'example' });

  test('counts nowhere, however often it is taken back', async () => {
    const { undo, standing } = await imported(['a', 'b', 'c'].map((id) => ours(id)));
    expect(await undo()).toEqual({ withdrawn: 3, left: 0, lasting: 0 });
    expect(await undo()).toEqual({ withdrawn: 0, left: 3, lasting: 0 });
    expect(standing()).toEqual([]);
  });

  test('leaves what it found as it was, and what a later import changed', async () => {
    const { log, undo, standing } = await imported([ours('a'), ours('b'), ours('c')]);
    await log.append([ours('b', 12)], now);
    expect(await undo()).toEqual({ withdrawn: 2, left: 1, lasting: 0 });
    expect(standing()).toEqual(['b']);
  });

  test('never takes back an interaction with a website', async () => {
    const { undo, standing } = await imported([{ ...web({ id: 'w' }), organisation: 'example' }, ours('a')]);
    expect(await undo()).toEqual({ withdrawn: 1, left: 0, lasting: 1 });
    expect(standing()).toEqual(['w']);
  });

  test('may be imported again', async () => {
    const { log, undo, standing } = await imported([{ ...ours('a'), says: 'one thing' } as Candidate]);
    await undo();
    expect(await log.append([{ ...ours('a', 12), says: 'one thing' }], now)).toEqual(['accepted']);
    expect(standing()).toEqual(['a']);
  });
});

describe('a record of a sheet', () => {
  const value = (day: string, amount: number, more: Partial<Candidate> = {}): Candidate => ({
    ...record({ id: `${day} ${amount}`, subject: 'cx', time: `${day}T12:00:00.000Z` }),
    organisation: 'example',
    data: { scorecard: 'cx', measure: 'calls', period: '2023-24-q3', value: amount, ...more.data },
    says: 'whatever',
    ...more,
  });
  const importing = async (facts: readonly Candidate[]) => {
    const log = memoryEventLog();
    const answers = [];
    for (const each of facts) answers.push(...(await appendNews(log, [each], now)));
    return answers;
  };
  const { says: _, ...withdrawn } = value('2024-01-10', 85, { revision: 1, withdrawn: true });
  const before = { ...value('2024-01-20', 85).data, period: '2023-24-q2' };

  test.each<[string, readonly Candidate[], readonly string[]]>([
    ['what nobody changed', [value('2024-01-10', 85), value('2024-01-20', 85)], ['accepted', 'duplicate']],
    [
      'a change, and the change back',
      [value('2024-01-10', 85), value('2024-01-20', 87), value('2024-01-30', 85)],
      ['accepted', 'accepted', 'accepted'],
    ],
    [
      'the same of another period',
      [value('2024-01-10', 85), value('2024-01-20', 85, { data: before })],
      ['accepted', 'accepted'],
    ],
    ['an earlier time than what holds', [value('2024-01-20', 85), value('2024-01-10', 85)], ['accepted', 'accepted']],
    [
      'what was withdrawn',
      [value('2024-01-10', 85), withdrawn, value('2024-01-20', 85)],
      ['accepted', 'accepted', 'accepted'],
    ],
  ])('%s', async (_name, facts, answers) => {
    expect(await importing(facts)).toEqual(answers);
  });

  test('answers keep their places among facts of other kinds', async () => {
    const log = memoryEventLog();
    await log.append([value('2024-01-10', 85)], now);
    const call = { ...fact({ id: 'call' }), organisation: 'example', says: 'a call' };
    const facts = [value('2024-01-20', 85), call, value('2024-01-21', 86), call];
    expect(await appendNews(log, facts, now)).toEqual(['duplicate', 'accepted', 'accepted', 'duplicate']);
  });
});
