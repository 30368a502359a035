import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { portableOf } from '#scorecard/portable.ts';
import { type Measure, measure } from '#scorecard/schema.ts';

const of = (more: object): Measure =>
  measure.parse({
    ...{ id: 'm', title: 'M', unit: 'count', polarity: 'none', frequency: 'quarter', value: { count: 'call' } },
    ...more,
  });

const lists = { queue: ['tax', 'bins', 'homes'], service: ['waste', 'tax'], site: ['main'] };
const portable = (more: object, others: readonly object[] = []) => {
  const measures = [of(more), ...others.map(of)];
  const [first = of({})] = measures;
  return portableOf(first, parsePeriod('2023-24-q3'), {
    organisation: { dimensions: lists, repliesUnseen: ['website'] },
    measureOf: (id) => measures.find((each) => each.id === id),
  });
};

describe('what another organisation must list', () => {
  const where = { queue: ['bins', 'tax'], outcome: 'answered', waitSeconds: { atMost: 80 } };
  test.each<[string, object, object | undefined]>([
    ['nothing', {}, undefined],
    [
      'of a filter the values that it names, in the order of the list',
      { value: { count: 'call', where } },
      { queue: ['tax', 'bins'] },
    ],
    ['a value that was never listed is no use', { value: { count: 'call', where: { queue: 'attic' } } }, undefined],
    ['of a cut all', { cuts: ['service'] }, { service: ['waste', 'tax'] }],
    [
      'of a filter and a cut all',
      { value: { count: 'call', where: { queue: 'tax' } }, cuts: ['queue'] },
      { queue: ['tax', 'bins', 'homes'] },
    ],
    [
      'of a ratio both sides',
      {
        value: {
          ratio: { of: { count: 'call', where: { queue: 'tax' } }, over: { count: 'call', where: { service: 'tax' } } },
        },
      },
      { queue: ['tax'], service: ['tax'] },
    ],
    [
      'of a distribution its filter, and all that it is by',
      { distribution: { of: 'call.waitSeconds', where: { queue: 'homes' }, by: 'service', limits: [20] } },
      { queue: ['homes'], service: ['waste', 'tax'] },
    ],
    ['of a list all that it ranks', { value: { top: { of: { count: 'web' }, by: 'site' } } }, { site: ['main'] }],
    [
      'of an earlier version too',
      { versions: [{ from: '2023-24-q1', note: 'N', value: { count: 'call', where: { queue: 'tax' } } }] },
      { queue: ['tax'] },
    ],
  ])('%s', (_, more, expected) => expect(portable(more).dimensions).toEqual(expected));

  test('channels whose replies cannot be seen, where it counts messages', () => {
    expect(portable({ value: { count: 'message' } }).repliesUnseen).toEqual(['website']);
    expect(portable({}).repliesUnseen).toBeUndefined();
  });
});

describe('what else it must bring', () => {
  const quotient = (a: string, b: string) => ({ value: { quotient: { of: a, over: b } } });
  test('the measures that it takes values or colours from, and theirs', () => {
    const others = [{ id: 'a', ...quotient('b', 'c') }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
    expect(portable(quotient('a', 'b'), others).uses).toEqual(['a', 'b', 'c']);
    expect(portable({ rating: { from: { measures: ['d'], rule: 'worst' } } }, others).uses).toEqual(['d']);
    expect(portable({}, others)).not.toHaveProperty('uses');
  });

  test('ends where two name each other, and knows nothing of one that is not there', () =>
    expect(portable(quotient('a', 'z'), [{ id: 'a', ...quotient('m', 'a') }]).uses).toEqual(['a']));
});

describe('what is not told', () => {
  const version = (from: string, more: object = {}) => ({ from, note: 'N', definition: 'D', ...more });
  test('changes that are planned, unless they restate what went before', () => {
    const versions = [
      version('2023-24-q1'),
      version('2023-24-q3'),
      version('2023-24-q4'),
      version('2024-25-q1', { restate: true }),
    ];
    expect(portable({ versions }).measure.versions?.map(({ from }) => from)).toEqual([
      '2023-24-q1',
      '2023-24-q3',
      '2024-25-q1',
    ]);
    expect(portable({ versions: [version('2023-24-q4')] }).measure.versions).toBeUndefined();
  });

  test('rests that are planned, or over', () => {
    const rest = (from: string, to?: string) => ({ from, to, reason: 'R' });
    expect(
      portable({ suspended: [rest('2022-23-q1', '2022-23-q2'), rest('2024-25-q1')] }).measure.suspended,
    ).toBeUndefined();
    expect(portable({ suspended: [rest('2023-24-q3')] }).measure.suspended).toEqual([rest('2023-24-q3')]);
  });
});
