import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { organisation } from '#scorecard/schema.ts';
import { answered, council, editionOf, fact, recorded } from '#test/scorecard/council.ts';

const typed = (measure: string, value: number, period = '2023-24-q3', more: object = {}) =>
  recorded('2024-01-10', period, { measure, value, ...more });
const input = (id: string, more: object = {}) => ({ id, title: id.toUpperCase(), unit: 'count', ...more });

type Given = Omit<Parameters<typeof editionOf>[0], 'measure' | 'measures'>;

/** The figure of one formula over measures a, b and c, whose values are recorded. */
const figure = (value: object, given: Given, measure: object = {}, inputs: object = {}) => {
  const measures = [
    { unit: 'count', polarity: 'none', value, ...measure },
    ...['a', 'b', 'c'].map((id) => input(id, inputs)),
  ];
  const found = editionOf({ ...given, measures }).measures[0] as EditionMeasure;
  const { value: number, numerator, denominator, notPublishedReason } = found;
  return { value: number, numerator, denominator, notPublishedReason };
};
const known = (value: number, more: object = {}) => ({ value, ...more });
const unknown = (notPublishedReason: string) => ({ notPublishedReason });
const quarter3 = 'October to December 2023 (quarter 3)';

describe('sums and differences, worked by hand', () => {
  test.each([
    ['a sum', { add: ['a', 'b'] }, [typed('a', 3), typed('b', 4)], known(7)],
    ['a difference', { add: ['a'], subtract: ['b', 'c'] }, [typed('a', 10), typed('b', 4), typed('c', 7)], known(-1)],
    ['without the noise of binary fractions', { add: ['a', 'b'] }, [typed('a', 0.1), typed('b', 0.2)], known(0.3)],
    ['one is missing', { add: ['a', 'b'] }, [typed('a', 3)], unknown(`No value is known of “B” for ${quarter3}.`)],
    [
      'all are missing',
      { add: ['a', 'b'], subtract: ['c'] },
      [],
      unknown(`No value is known of “A”, “B” and “C” for ${quarter3}.`),
    ],
    ['zero is a value', { add: ['a'], subtract: ['b'] }, [typed('a', 0), typed('b', 0)], known(0)],
  ])('%s', (_, combine, records, expected) => expect(figure({ combine }, { records })).toMatchObject(expected));
});

describe('quotients, worked by hand', () => {
  const quotient = { quotient: { of: 'a', over: 'b' } };
  test.each([
    // 553 of 1,555 visits.
    ['a percent', 'percent', 553, 1555, known(55_300 / 1555, { numerator: 553, denominator: 1555 })],
    ['over one hundred percent', 'percent', 3, 2, known(150)],
    ['a plain quotient', 'pounds', 9, 5, known(1.8)],
    [
      'over nothing',
      'percent',
      3,
      0,
      unknown(`There was nothing to measure in ${quarter3}: the number divided by is 0.`),
    ],
  ])('%s', (_, unit, a, b, expected) =>
    expect(figure(quotient, { records: [typed('a', a), typed('b', b)] }, { unit })).toMatchObject(expected),
  );
});

describe('growth, worked by hand', () => {
  const growth = (against: unknown) => ({ growth: { of: 'a', against } });
  const percent = { unit: 'percent' };
  test.each([
    ['on the period before', 'previous-period', [typed('a', 84), typed('a', 82, '2023-24-q2')], known(200 / 82)],
    ['on the year before', '12-months-prior', [typed('a', 84), typed('a', 98, '2022-23-q3')], known(-1400 / 98)],
    [
      'from nothing to nothing',
      'previous-period',
      [typed('a', 5), typed('a', 0, '2023-24-q2')],
      unknown(
        'The figure of July to September 2023 (quarter 2) that it is compared with is 0, so a relative change cannot be worked out.',
      ),
    ],
    ['a smaller loss is a rise', 'previous-period', [typed('a', -5), typed('a', -10, '2023-24-q2')], known(50)],
    [
      'then is missing',
      'previous-period',
      [typed('a', 84)],
      unknown('No value is known of “A” for July to September 2023 (quarter 2).'),
    ],
    [
      'now is missing',
      'previous-period',
      [typed('a', 84, '2023-24-q2')],
      unknown(`No value is known of “A” for ${quarter3}.`),
    ],
    ['on another measure', { measure: 'b' }, [typed('a', 427), typed('b', 305)], known(12_200 / 305)],
  ])('%s', (_, against, records, expected) =>
    expect(figure(growth(against), { records }, percent)).toMatchObject(expected),
  );

  test.each([
    ['its value written in the scorecard', { period: '2018-19-q3', value: 50 }, []],
    ['its value in the series', { period: '2018-19-q3' }, [typed('a', 50, '2018-19-q3')]],
  ])('on a baseline, %s', (_, baseline, records) =>
    expect(
      figure(growth('baseline'), { records: [typed('a', 60), ...records] }, percent, { compare: 'baseline', baseline }),
    ).toMatchObject(known(20)),
  );
});

describe('an average of earlier periods, worked by hand', () => {
  const years = [typed('a', 300, '2022-23-q3'), typed('a', 310, '2021-22-q3'), typed('a', 307, '2020-21-q3')];
  const average = (more: object) => ({ average: { of: 'a', ...more } });
  test.each([
    ['three years, this one left out', { periods: 3 }, [...years, typed('a', 999)], known(917 / 3)],
    [
      'two periods',
      { periods: 2, step: 'period' },
      [typed('a', 4, '2023-24-q2'), typed('a', 7, '2023-24-q1')],
      known(5.5),
    ],
    [
      'a year is missing',
      { periods: 3 },
      years.slice(0, 1),
      unknown(
        'No value is known of “A” for October to December 2021 (quarter 3); October to December 2020 (quarter 3).',
      ),
    ],
  ])('%s', (_, more, records, expected) => expect(figure(average(more), { records })).toMatchObject(expected));

  // 427 deaths were 39.7% above the mean of 917 ÷ 3: only the unrounded mean gives that.
  test('growth on an average takes the unrounded mean', () => {
    const measures = [
      { unit: 'percent', value: { growth: { of: 'a', against: { measure: 'mean' } } } },
      { id: 'mean', unit: 'count', value: average({ periods: 3 }) },
      input('a'),
    ];
    const [measure] = editionOf({ measures, records: [...years, typed('a', 427)] }).measures;
    expect(measure?.value).toBeCloseTo(100 * (427 / (917 / 3) - 1), 10);
  });
});

describe('channels, worked by hand', () => {
  const visit = (day: string, enquiryType: string) =>
    fact('contact.visit.completed', day, {
      visitId: 'v',
      site: 'library',
      arrivedAt: `${day}T12:00:00.000Z`,
      enquiryType,
    });
  const facts = [answered('2023-11-01', 1), answered('2023-11-01', 1), visit('2023-11-02', 'bins')];
  const channels = (part: readonly string[]) => ({
    channels: { of: { phone: { count: 'call' }, 'in person': { count: 'visit' }, online: { measure: 'a' } }, part },
  });
  const records = [typed('a', 5)];
  test.each([
    ['a share', ['online'], 'percent', known(62.5, { numerator: 5, denominator: 8 })],
    ['a share of two', ['phone', 'in person'], 'percent', known(37.5, { numerator: 3, denominator: 8 })],
    ['a sum', ['phone', 'in person'], 'count', known(3)],
  ])('%s', (_, part, unit, expected) =>
    expect(figure(channels(part), { facts, records }, { unit })).toMatchObject(expected),
  );

  test('every channel is a row, with its count and its unrounded share of all', () => {
    const measures = [{ unit: 'percent', value: channels(['online']) }, input('a')];
    expect(editionOf({ facts, records, measures }).measures[0]?.cuts).toEqual([
      {
        by: 'channel',
        rows: [
          { name: 'phone', value: 25, denominator: 8, count: 2, share: 25 },
          { name: 'in person', value: 12.5, denominator: 8, count: 1, share: 12.5 },
          { name: 'online', value: 62.5, denominator: 8, count: 5, share: 62.5, inFigure: true },
        ],
      },
    ]);
  });

  test('cut by enquiry type, each has its own share; a channel without it counts as none', () => {
    const enquiry = (enquiryType: string) => answered('2023-11-01', 1, { enquiryType });
    const of = { phone: { count: 'call' }, 'in person': { count: 'visit' } };
    const value = { channels: { of, part: ['phone'] } };
    const calls = [enquiry('bins'), enquiry('tax'), visit('2023-11-02', 'bins')];
    const listing = organisation.parse({ ...council, dimensions: { enquiryType: ['bins', 'tax'] } });
    const given = { facts: calls, organisation: listing };
    const [measure] = editionOf({ ...given, measures: [{ value, cuts: ['enquiryType'] }] }).measures;
    expect(measure?.cuts[1]).toEqual({
      by: 'enquiryType',
      rows: [
        { name: 'bins', value: 50, denominator: 2 },
        { name: 'tax', value: 100, denominator: 1 },
      ],
    });
    const silent = editionOf({ ...given, facts: [enquiry('bins')], measures: [{ value, cuts: ['enquiryType'] }] });
    expect(silent.measures[0]?.cuts).toEqual([]);
  });

  test('one unknown channel makes the whole unknown', () => {
    expect(figure(channels(['phone']), { facts })).toMatchObject(unknown(`No value is known of “A” for ${quarter3}.`));
    expect(figure(channels(['phone']), { records })).toMatchObject(
      unknown('Nothing is known of some channels: phone, in person.'),
    );
  });
});

describe('a measure that is worked out from itself', () => {
  test('is not published, and breaks nothing', () => {
    const measures = [
      { value: { combine: { add: ['other'] } } },
      { id: 'other', title: 'Other', value: { combine: { add: ['m'] } } },
      input('a'),
    ];
    const edition = editionOf({ measures, records: [typed('a', 1)] });
    expect(edition.measures.map(({ status }) => status)).toEqual(['not-published', 'not-published', 'confirmed']);
  });
});

describe('what is worked out from what is not certain', () => {
  const of = (more: object) => {
    const measures = [
      { unit: 'count', polarity: 'none', value: { combine: { add: ['a', 'b'] } } },
      input('a'),
      input('b'),
    ];
    const records = [typed('a', 3, '2023-24-q3', more), typed('b', 4, '2023-24-q3', { status: 'confirmed' })];
    return editionOf({ measures, records }).measures[0];
  };
  test.each([
    ['confirmed inputs', { status: 'confirmed' }, 'confirmed', []],
    ['a provisional input', { status: 'provisional' }, 'provisional', []],
    ['an input that is only about so much', { status: 'confirmed', qualifier: 'about' }, 'confirmed', ['estimated']],
    ['over so much is no estimate', { status: 'confirmed', qualifier: 'over' }, 'confirmed', []],
  ])('%s', (_, more, status, flags) => expect(of(more)).toMatchObject({ value: 7, status, flags }));
});

test('nothing is worked out from a figure that is from too few people', () => {
  const measures = [
    { unit: 'count', polarity: 'none', value: { combine: { add: ['a'], subtract: ['b'] } } },
    input('a'),
    input('b', { suppressBelow: 5 }),
  ];
  const withB = (b: number) => editionOf({ measures, records: [typed('a', 30), typed('b', b)] }).measures[0];
  expect(withB(5)).toMatchObject({ value: 25 });
  expect(withB(4)).toMatchObject({
    status: 'not-published',
    notPublishedReason: `It would tell the figure of “B” for ${quarter3}, which is from too few people to be published.`,
  });
});
