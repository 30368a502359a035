import { describe, expect, test } from '@jest/globals';
import { firehose } from '#adapter/firehose.ts';
import type { Fact } from '#event/types.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { contextFor, factsOf } from '#test/adapter/context.ts';

const organisation = 'example';

/** Connect’s record of one contact as it stood at a time. */
const factAt = (updatedAt: string, enqueuedAt: string, seconds: number): Fact => {
  const record = {
    ContactId: '1f0c6a52-7b1e-4a6e-9f3b-000000000001',
    Channel: 'VOICE',
    InitiationMethod: 'INBOUND',
    DisconnectTimestamp: '2025-04-28T23:30:00Z',
    LastUpdateTimestamp: updatedAt,
    Queue: { Name: 'Waste', EnqueueTimestamp: enqueuedAt, Duration: seconds },
  };
  const [fact] = factsOf(firehose.again(JSON.stringify({ record: JSON.stringify(record) }), contextFor()));
  if (!fact || 'refused' in fact) throw new Error('not a fact');
  return fact;
};

const first = factAt('2025-04-28T23:31:00Z', '2025-04-28T22:50:00Z', 60);
const restated = factAt('2025-05-01T08:00:00Z', '2025-04-28T22:50:00Z', 90);
const moved = factAt('2025-05-01T08:30:00Z', '2025-04-28T23:10:00Z', 90);
const now = new Date('2025-05-01T09:00:00Z');

const openLog = () => {
  const log = memoryEventLog();
  const countNight = async (): Promise<readonly string[]> => {
    const marks = await log.list(organisation, { before: new Date('2030-01-01T00:00:00Z'), limit: 100 });
    for (const { organisation: of, stream, day, token } of marks)
      await log.clear({ organisation: of, stream, day }, token);
    return marks.map(({ day }) => day);
  };
  const waits = async (day: string) =>
    (await log.factsOf({ organisation, stream: 'call', day })).map(({ data }) => data['waitSeconds']);
  return { log, countNight, waits };
};

describe('a contact that Connect sends again days later', () => {
  test('replaces what it was, and its day is counted again', async () => {
    const { log, countNight, waits } = openLog();
    await log.append([first], now);
    expect(await countNight()).toEqual(['2025-04-28']);
    await log.append([restated], now);
    expect(await countNight()).toEqual(['2025-04-28']);
    expect(await waits('2025-04-28')).toEqual([90]);
  });

  test('on another day leaves the first one, and both are counted again', async () => {
    const { log, countNight, waits } = openLog();
    await log.append([first], now);
    await countNight();
    await log.append([moved], now);
    expect(await countNight()).toEqual(['2025-04-28', '2025-04-29']);
    expect([await waits('2025-04-28'), await waits('2025-04-29')]).toEqual([[], [90]]);
  });

  test.each([
    ['in order', [first, restated, moved]],
    ['backwards', [moved, restated, first]],
    ['repeated', [restated, first, moved, first, restated]],
  ])('counts once, however its records arrive: %s', async (_, facts) => {
    const { log, waits } = openLog();
    for (const fact of facts) await log.append([fact], now);
    expect([await waits('2025-04-28'), await waits('2025-04-29')]).toEqual([[], [90]]);
  });
});
