import { describe, expect, test } from '@jest/globals';
import { pathText } from '#scorecard/problem.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { scorecard } from '#scorecard/schema.ts';

const usual = { title: 'M', unit: 'count', polarity: 'none', frequency: 'quarter', value: { recorded: true } };

/** What `check` says of these measures, with the place of each. */
const told = (...measures: readonly object[]): readonly string[] => {
  const groups = [{ id: 'g', title: 'G', measures: measures.map((each, i) => ({ ...usual, id: `m${i}`, ...each })) }];
  const parsed = scorecard.parse({ id: 's', title: 'S', groups });
  return scorecardFindings(parsed).map(({ path, message, mend }) => `${pathText(path.slice(4))}: ${message}; ${mend}`);
};

const calls = { id: 'calls', value: { count: 'call' } };
const percent = { unit: 'percent' };

describe('other measures that a formula names', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['all is well', [{ value: { combine: { add: ['calls'] } } }, calls], []],
    [
      'a slip in the id',
      [{ value: { combine: { add: ['calls', 'cals'] } } }, calls],
      ['value.combine.add[1]: no measure of this scorecard has the id "cals"; did you mean "calls"? (measures: calls)'],
    ],
    [
      'an id that is like none',
      [{ ...percent, value: { quotient: { of: 'calls', over: 'population' } } }, calls],
      ['value.quotient.over: no measure of this scorecard has the id "population"; measures: calls'],
    ],
    [
      'another frequency',
      [{ value: { combine: { add: ['calls'] } } }, { ...calls, frequency: 'month' }],
      [
        'value.combine.add[0]: "calls" has one figure a month, and this measure needs one a quarter; give both the same frequency',
      ],
    ],
    ['shorter parts', [{ value: { yearToDate: { measure: 'calls' } } }, { ...calls, frequency: 'month' }], []],
    [
      'longer parts',
      [{ value: { yearToDate: { measure: 'calls' } } }, { ...calls, frequency: 'year' }],
      [
        'value.yearToDate.measure: "calls" has one figure a year, and this measure needs one a quarter or more often; give both the same frequency',
      ],
    ],
    [
      'parts that cannot be added up',
      [
        { ...percent, value: { rolling: { months: 18, of: { measure: 'level' } } } },
        { ...usual, ...percent, id: 'level' },
      ],
      [
        'value.rolling.of.measure: values of "level" cannot be added up: they are in percent; name a measure that counts, or write the formula itself here',
      ],
    ],
    [
      'another unit',
      [{ value: { combine: { add: ['calls'], subtract: ['cost'] } } }, calls, { id: 'cost', unit: 'pounds' }],
      [
        'value.combine.subtract[0]: "cost" is in pounds, and this measure in count; write unit: pounds, or name a measure in count',
      ],
    ],
    [
      'growth on a baseline that is not there',
      [{ ...percent, value: { growth: { of: 'calls', against: 'baseline' } } }, calls],
      [
        'value.growth.against: "calls" has no baseline; give it compare: baseline and baseline: { period: …, value: … }',
      ],
    ],
  ])('%s', (_, measures, expected) => expect(told(...measures)).toEqual(expected));
});

describe('a measure that is worked out from itself', () => {
  const circle = (path: string) => [
    `value: it is worked out from itself: ${path}; take one of them from events or records`,
  ];
  test.each<[string, readonly object[], readonly string[]]>([
    ['at once', [{ value: { combine: { add: ['m0'] } } }], circle('m0 → m0')],
    [
      'by way of two others',
      [
        { value: { combine: { add: ['calls', 'm1'] } } },
        { value: { yearToDate: { measure: 'm2' } } },
        { value: { combine: { add: ['m0'] } } },
        calls,
      ],
      circle('m0 → m1 → m2 → m0'),
    ],
    [
      'in a circle that another leads to',
      [
        { value: { combine: { add: ['m1'] } } },
        { value: { combine: { add: ['m2'] } } },
        { value: { combine: { add: ['m1'] } } },
      ],
      circle('m1 → m2 → m1'),
    ],
    [
      'one taken twice is no circle',
      [{ value: { combine: { add: ['m1', 'calls'] } } }, { value: { combine: { add: ['calls'] } } }, calls],
      [],
    ],
  ])('%s', (_, measures, expected) => expect(told(...measures)).toEqual(expected));
});

describe('one formula by itself', () => {
  const channels = (part: string) => ({
    channels: { of: { phone: { count: 'call' }, web: { count: 'web' } }, part: [part] },
  });
  test.each<[string, object, readonly unknown[]]>([
    ['channels', { value: channels('web') }, []],
    [
      'a part that is no channel',
      { value: channels('phon') },
      ['value.channels.part[0]: "phon" is not one of the channels; did you mean "phone"? (channels: phone, web)'],
    ],
    [
      'channels in seconds',
      { unit: 'seconds', value: channels('web') },
      [
        'unit: this formula cannot come out in seconds; a part of a whole is published as 0 to 100: write unit: percent',
      ],
    ],
    [
      'a growth that is no percent',
      { value: { growth: { of: 'm0', against: 'previous-period' } } },
      ['unit: this formula cannot come out in count; write unit: percent', expect.stringContaining('m0 → m0')],
    ],
    [
      'the longest wait in pounds',
      { unit: 'pounds', value: { maximum: 'call.waitSeconds' } },
      ['unit: this formula cannot come out in pounds; write unit: seconds, minutes, hours or days'],
    ],
    [
      'a year to date of a share',
      { value: { yearToDate: { share: 'call', where: { outcome: 'answered' } } } },
      ['unit: this formula cannot come out in count; a part of a whole is published as 0 to 100: write unit: percent'],
    ],
    [
      'an increment of what is not read',
      { value: { increment: 'call.waitSeconds' } },
      [
        'value.increment: only readings of gauges have a latest; write increment: gauge.value, with where: { gauge: … }',
      ],
    ],
    [
      'a question that is asked within another',
      { value: { rolling: { months: 18, of: { count: 'call', where: { queu: 'bins' } } } } },
      ['value.rolling.of.where.queu: call has no dimension "queu"; the nearest is "queue"'],
    ],
    ['a beginning', { from: '2023-24-q3', value: { count: 'call' } }, []],
    [
      'a beginning of no formula',
      { from: '2023-24-q3' },
      ['from: there is no formula that could begin; remove it, or write a formula'],
    ],
    [
      'a beginning of another frequency',
      { from: '2023-24', value: { count: 'call' } },
      ['from: "2023-24" is not a quarter; write the first quarter of the formula'],
    ],
    [
      'a beginning that is no period',
      { from: '2023-13', value: { count: 'call' } },
      ['from: "2023-13" is not a period; write 2023-24-q3, 2023-24 or 2016-05'],
    ],
  ])('%s', (_, measure, expected) => expect(told(measure)).toEqual(expected));

  test('figures over other measures are not cut', () =>
    expect(told({ value: { combine: { add: ['calls'] } }, cuts: ['queue'] }, calls)).toEqual([
      'cuts: the figure comes from "calls" and is not cut; remove cuts, or give them to "calls"',
    ]));
});
