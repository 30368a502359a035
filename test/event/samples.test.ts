import { describe, expect, test } from '@jest/globals';
import { parseEvent } from '#event/parseEvent.ts';
import { streamOfType } from '#event/types.ts';
import { context, sample, samplesIn } from '#test/event/sample.ts';

describe('every sample', () => {
  const types = Object.keys(streamOfType);

  test('there is one of every type', () => {
    expect(
      samplesIn()
        .filter((name) => name !== 'batch')
        .sort(),
    ).toEqual([...types].sort());
  });

  test.each(types)('%s is accepted without a warning', (type) => {
    expect(parseEvent(sample(type), context)).toMatchObject({ event: { type }, warnings: [] });
  });

  test('each event of the batch is accepted', () => {
    for (const event of sample('batch')) expect(parseEvent(event, context)).toMatchObject({ warnings: [] });
  });
});

describe('every malformed sample is refused with its reason', () => {
  test.each(samplesIn('malformed'))('%s', (name) => {
    const { event, expect: expected } = sample(`malformed/${name}`);
    const { id, ...refusal } = parseEvent(event, context) as { id?: string };
    expect(refusal).toEqual(expected);
    expect(id).toBe(event.id);
  });
});
