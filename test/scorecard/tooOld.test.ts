import { expect, test } from '@jest/globals';
import { assess } from '#scorecard/assess.ts';
import { answered, inputOf } from '#test/scorecard/council.ts';

const facts = ['2023-11-01', '2023-11-02'].map((day) =>
  answered(day, 10, { transferred: false, talkSeconds: 1, holdSeconds: 2, wrapSeconds: 3 }),
);
const measures = [
  { id: 'calls', unit: 'count', value: { count: 'call' } },
  { id: 'transferred', unit: 'count', value: { count: 'call', where: { transferred: true } } },
  { id: 'handling', unit: 'seconds', value: { mean: 'call.handleSeconds' } },
];

/** As the days would be had they been added up before transfers and handling times were kept. */
const older = (input: ReturnType<typeof inputOf>): ReturnType<typeof inputOf> => ({
  ...input,
  partials: input.partials.map(({ knows: _, ...partial }, i) =>
    i === 0
      ? { ...partial, cuboids: partial.cuboids.filter(({ dimensions }) => !dimensions.includes('transferred')) }
      : partial,
  ),
});

const figuresOf = (input: ReturnType<typeof inputOf>) =>
  assess(input).measures.map(({ id, value, status, notPublishedReason }) => ({
    id,
    value,
    status,
    notPublishedReason,
  }));

test('a measure that older days cannot answer is not published, and says why; the others are', () => {
  const input = inputOf({ measures, facts });
  expect(figuresOf(input).map(({ value }) => value)).toEqual([2, 0, 6]);
  expect(figuresOf(older(input))).toEqual([
    { id: 'calls', value: 2, status: 'confirmed', notPublishedReason: undefined },
    { id: 'transferred', status: 'not-published', notPublishedReason: expect.stringContaining('must be rebuilt') },
    { id: 'handling', status: 'not-published', notPublishedReason: expect.stringContaining('lack handleSeconds') },
  ]);
});
