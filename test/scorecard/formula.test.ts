import { describe, expect, test } from '@jest/globals';
import { endOfDay } from '#calendar/day.ts';
import type { Fact, Stream } from '#event/types.ts';
import { mergeAll } from '#metric/merge.ts';
import { evaluate, figuresOf } from '#scorecard/formula.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { type Counted, type Formula, formula } from '#scorecard/formulaSchema.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Unit } from '#scorecard/schema.ts';
import { both } from '#scorecard/where.ts';
import { abandoned, answered, fact, partialsOf } from '#test/scorecard/council.ts';

const day = '2023-11-01';

const evidence = (facts: readonly Fact[], asOf = day) => {
  const partials = partialsOf(facts).filter((partial) => partial.day <= asOf);
  return {
    partialOf: (stream: Stream) =>
      mergeAll(
        stream,
        partials.filter((partial) => partial.stream === stream),
      ),
    until: endOfDay(asOf),
  };
};
const figure = (written: object, unit: Unit, facts: readonly Fact[], asOf?: string) =>
  evaluate(formula.parse(written) as Counted, unit, evidence(facts, asOf));

const level = {
  ratio: {
    of: { count: 'call', where: { outcome: 'answered', waitSeconds: { atMost: 80 } } },
    over: { count: 'call', where: { outcome: ['answered', 'abandoned'] } },
  },
};
const waits = [10, 20, 30, 100].map((wait) => answered(day, wait));

describe('service level within 80 seconds, worked by hand', () => {
  test.each([
    ['no calls at all', [], {}],
    ['on the threshold', [answered(day, 80)], { value: 100, numerator: 1, denominator: 1 }],
    ['a second late', [answered(day, 81)], { value: 0, numerator: 0, denominator: 1 }],
    [
      'one answered, two hung up',
      [answered(day, 1), abandoned(day, 2), abandoned(day, 3)],
      { value: 100 / 3, numerator: 1, denominator: 3 },
    ],
    ['calls that count nowhere', [answered(day, 1, { outcome: 'failed' })], { numerator: 0, denominator: 0 }],
  ])('%s', (_, facts, expected) => expect(figure(level, 'percent', facts)).toEqual(expected));
});

describe('each kind of formula', () => {
  test.each([
    ['a count', { count: 'call' }, 'count', waits, { value: 4 }],
    [
      'a count of nothing where calls came',
      { count: 'call', where: { outcome: 'failed' } },
      'count',
      waits,
      { value: 0 },
    ],
    ['a count where nothing came at all', { count: 'call' }, 'count', [], {}],
    ['a sum in its own unit', { sum: 'call.waitSeconds' }, 'seconds', waits, { value: 160 }],
    ['a sum in hours', { sum: 'call.waitSeconds' }, 'hours', [answered(day, 5400)], { value: 1.5 }],
    ['a mean', { mean: 'call.waitSeconds' }, 'seconds', waits, { value: 40, numerator: 160, denominator: 4 }],
    [
      'a mean in minutes',
      { mean: 'call.waitSeconds' },
      'minutes',
      [answered(day, 90)],
      { value: 1.5, numerator: 90, denominator: 1 },
    ],
    ['a mean of nothing', { mean: 'call.waitSeconds', where: { outcome: 'failed' } }, 'seconds', waits, {}],
    [
      'the median of an even number',
      { percentile: 'call.waitSeconds', at: 50 },
      'seconds',
      waits,
      { value: 20, denominator: 4 },
    ],
    [
      'just over the median',
      { percentile: 'call.waitSeconds', at: 50.1 },
      'seconds',
      waits,
      { value: 30, denominator: 4 },
    ],
    ['the longest', { percentile: 'call.waitSeconds', at: 100 }, 'minutes', waits, { value: 100 / 60, denominator: 4 }],
    ['a percentile of nothing', { percentile: 'call.waitSeconds', at: 50 }, 'seconds', [], {}],
    [
      'a share',
      { share: 'call', where: { outcome: 'abandoned' } },
      'percent',
      [...waits, abandoned(day, 1)],
      { value: 20, numerator: 1, denominator: 5 },
    ],
    [
      'a share of some',
      { share: 'call', where: { resolvedAtFirstContact: true }, of: { outcome: 'answered' } },
      'percent',
      [
        answered(day, 1, { resolvedAtFirstContact: true }),
        answered(day, 1),
        abandoned(day, 1, { resolvedAtFirstContact: true }),
      ],
      { value: 50, numerator: 1, denominator: 2 },
    ],
    [
      'a ratio that is no percent',
      { ratio: { of: { sum: 'call.waitSeconds' }, over: { count: 'call' } } },
      'minutes',
      [answered(day, 60), answered(day, 120)],
      { value: 1.5, numerator: 180, denominator: 2 },
    ],
    ['the shortest', { minimum: 'call.waitSeconds' }, 'seconds', waits, { value: 10, denominator: 4 }],
    [
      'the shortest of some, in minutes',
      { minimum: 'call.waitSeconds', where: { waitSeconds: { atLeast: 30 } } },
      'minutes',
      waits,
      { value: 0.5, denominator: 2 },
    ],
    ['the longest of all', { maximum: 'call.waitSeconds' }, 'seconds', waits, { value: 100, denominator: 4 }],
    ['the longest of nothing', { maximum: 'call.waitSeconds', where: { outcome: 'failed' } }, 'seconds', waits, {}],
  ] as const)('%s', (_, written, unit, facts, expected) => expect(figure(written, unit, facts)).toEqual(expected));

  test('a ratio over another stream that brought nothing is unknown, whichever side is silent', () => {
    const calls = { count: 'call' };
    const forms = { count: 'web', where: { kind: 'form' } };
    expect(figure({ ratio: { of: forms, over: calls } }, 'score', waits)).toEqual({});
    expect(figure({ ratio: { of: calls, over: forms } }, 'score', waits)).toEqual({});
  });

  test('the latest reading is of the moment, and adds up over networks', () => {
    const reading = (on: string, value: number, network: string) =>
      fact('gauge.read', on, { gauge: 'followers', value, dimensions: { network } });
    const other = fact('gauge.read', day, { gauge: 'accounts', value: 999 });
    const facts = [
      reading('2023-10-01', 5, 'a'),
      reading('2023-10-02', 7, 'a'),
      reading('2023-10-01', 100, 'b'),
      other,
    ];
    const followers = { latest: 'gauge.value', where: { gauge: 'followers' } };
    expect(figure(followers, 'count', facts, '2023-10-02')).toEqual({ value: 107 });
    expect(figure(followers, 'count', facts, '2023-10-01')).toEqual({ value: 105 });
    expect(figure({ latest: 'gauge.value', where: { gauge: 'staff' } }, 'count', facts)).toEqual({});
  });

  test('a message answered after the as-of day was not answered yet', () => {
    const at = (time: string) => ({ time, day: time.slice(0, 10), subject: 'thread' });
    const data = { threadId: 't', channel: 'social', network: 'x' };
    const facts = [
      fact(
        'contact.message.received',
        day,
        { ...data, messageId: '1', sentAt: `${day}T09:00:00.000Z` },
        at(`${day}T09:00:00.000Z`),
      ),
      fact(
        'contact.message.replied',
        day,
        { ...data, messageId: '2', sentAt: '2023-11-03T09:00:00.000Z' },
        at('2023-11-03T09:00:00.000Z'),
      ),
    ];
    const replyTime = { mean: 'message.replyMinutes' };
    expect(figure(replyTime, 'hours', facts, '2023-11-02')).toEqual({});
    expect(figure(replyTime, 'hours', facts, '2023-11-03').value).toBe(48);
    const share = { share: 'message', where: { answered: true }, of: { kind: 'received' } };
    expect(figure(share, 'percent', facts, '2023-11-02').value).toBe(0);
    expect(figure(share, 'percent', facts, '2023-11-03').value).toBe(100);
  });

  test('cut by a dimension, each part is the same formula over its own part', () => {
    const facts = [
      answered(day, 80),
      answered(day, 81),
      answered(day, 1, { queue: 'benefits' }),
      answered(day, 1, { queue: 'unlisted' }),
    ];
    const cuts = figuresOf(formula.parse(level) as Counted, 'percent', { ...evidence(facts), by: 'queue' });
    expect([...cuts].map(([name, { value }]) => [name, value])).toEqual(
      expect.arrayContaining([
        ['bins', 50],
        ['benefits', 100],
        ['other', 100],
      ]),
    );
  });
});

describe('two conditions together', () => {
  test.each([
    [{ a: 'x' }, { b: 'y' }, { a: 'x', b: 'y' }],
    [{ a: ['x', 'y'] }, { a: 'x' }, { a: ['x'] }],
    [{ a: 'x' }, { a: 'y' }, { a: [] }],
    [{ a: true }, { a: 'true' }, { a: ['true'] }],
    [{ n: { atMost: 80 } }, { n: { atMost: 20, atLeast: 5 } }, { n: { atMost: 20, atLeast: 5 } }],
  ])('%j and %j', (a, b, expected) => expect(both(a, b)).toEqual(expected));

  test('a share whose condition contradicts its whole is nothing of it', () =>
    expect(
      figure({ share: 'call', where: { outcome: 'failed' }, of: { outcome: 'answered' } }, 'percent', waits).value,
    ).toBe(0));
});

test.each<[object, Stream[]]>([
  [{ recorded: true }, []],
  [level, ['call']],
  [{ ratio: { of: { count: 'message' }, over: { count: 'call' } } }, ['message', 'call']],
  [{ latest: 'gauge.value' }, ['gauge']],
  [{ share: 'web', where: { kind: 'form' } }, ['web']],
])('reads the streams of %j', (written, streams) =>
  expect(streamsOf(formula.parse(written) as Formula)).toEqual(streams),
);

test.each<[object, Unit, string]>([
  [
    level,
    'percent',
    'Number of calls where outcome is answered and wait is at most 80 seconds, as a percentage of the number of calls where outcome is answered or abandoned.',
  ],
  [{ percentile: 'call.waitSeconds', at: 50 }, 'seconds', 'Median wait of calls.'],
  [{ percentile: 'call.waitSeconds', at: 90 }, 'seconds', '90th percentile, by nearest rank, of the wait of calls.'],
  [{ percentile: 'call.waitSeconds', at: 92 }, 'seconds', '92nd percentile, by nearest rank, of the wait of calls.'],
  [{ mean: 'call.talkSeconds', where: { queue: 'bins' } }, 'minutes', 'Mean talk of calls where queue is bins.'],
  [
    { share: 'call', where: { resolvedAtFirstContact: true }, of: { outcome: 'answered' } },
    'percent',
    'Of the calls where outcome is answered, the percentage where resolved at first contact is yes.',
  ],
  [
    { latest: 'gauge.value', where: { gauge: 'followers' } },
    'count',
    'Last value of readings where gauge is followers in the period.',
  ],
  [{ sum: 'transaction.amountPence' }, 'pounds', 'Sum of the amount of transactions.'],
  [
    { ratio: { of: { count: 'web' }, over: { count: 'call' } } },
    'score',
    'Number of website interactions, divided by the number of calls.',
  ],
  [{ recorded: true }, 'count', 'Typed in by an officer, with its source.'],
])('%j in words', (written, unit, words) => expect(formulaInWords(formula.parse(written), unit)).toBe(words));
