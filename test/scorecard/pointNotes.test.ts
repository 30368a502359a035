import { describe, expect, test } from '@jest/globals';
import { daysOf } from '#calendar/day.ts';
import { organisation } from '#scorecard/schema.ts';
import { answered, editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

/** Of the quarter before the one that the edition is of. */
const q2 = '2023-24-q2';
const of = (period: string, data: object) => recorded('2024-01-10', period, data);
const around = [of('2023-24-q1', { value: 70 }), of('2023-24-q3', { value: 80 })];

const pointIn = (given: Parameters<typeof measureOf>[0], period = q2) =>
  measureOf(given).series.find((point) => point.period === period);

describe('a past figure that was typed in', () => {
  test.each([
    {
      what: 'is withheld',
      measure: { suppressBelow: 5 },
      data: { numerator: 3, denominator: 4 },
      said: {
        status: 'not-published',
        flags: ['suppressed'],
        reason:
          'The figure for July to September 2023 (quarter 2) is from fewer than 5 people, so it is not published.',
      },
    },
    { what: 'is from people enough', measure: { suppressBelow: 4 }, data: { numerator: 3, denominator: 4 }, said: {} },
    { what: 'is about so much', data: { value: 75, qualifier: 'about' }, said: { flags: ['estimated'] } },
    { what: 'is over so much, which is certain', data: { value: 75, qualifier: 'over' }, said: {} },
    { what: 'is provisional', data: { value: 75, status: 'provisional' }, said: { status: 'provisional' } },
    { what: 'is plain', data: { value: 75 }, said: { status: 'confirmed' } },
    {
      what: 'never came',
      said: { status: 'not-published', reason: 'Nothing was recorded for July to September 2023 (quarter 2).' },
    },
    {
      what: 'rested',
      measure: { suspended: [{ from: q2, to: q2, reason: 'The team was moved.' }] },
      said: { flags: ['suspended'], reason: 'Suspended from Q2 2023–24 until Q2 2023–24: The team was moved.' },
    },
    {
      what: 'came while the measure rested',
      measure: { suspended: [{ from: q2, to: q2, reason: 'The team was moved.' }] },
      data: { value: 75 },
      said: { flags: ['suspended'] },
    },
  ])('$what', ({ measure = {}, data, said }) => {
    const point = pointIn({ measure, records: [...around, ...(data ? [of(q2, data)] : [])] });
    const { flags, reason } = { flags: undefined, reason: undefined, ...said };
    expect(point).toMatchObject(said);
    expect([point?.flags, point?.reason]).toEqual([flags, reason]);
  });

  test('says nothing that the newest figure alone is late', () => {
    const { flags, series } = measureOf({ records: [of('2023-24-q2', { value: 75 })] });
    expect(flags).toEqual(['overdue']);
    expect(series.map((point) => point.flags)).toEqual([undefined, undefined]);
  });
});

describe('a past figure that was counted', () => {
  const office = organisation.parse({ id: 'example', name: 'Example', expected: { call: 'every-day' } });
  const measure = { unit: 'count', value: { count: 'call' } };
  /** 92 days. */
  const summer = [...daysOf({ start: '2023-07-01', end: '2023-09-30' })];
  const on = (days: readonly string[]) => [...days, '2023-10-02'].map((day) => answered(day, 5));

  test.each([
    { missing: 0, reason: undefined },
    { missing: 1, reason: 'Data came on 91 of 92 expected days.' },
  ])('with $missing days missing says of how many data came', ({ missing, reason }) =>
    expect(pointIn({ measure, facts: on(summer.slice(missing)), organisation: office })?.reason).toBe(reason),
  );

  test('and is of a period that is not over says so', () =>
    expect(
      pointIn({ measure, facts: on(['2024-01-08']), organisation: office, period: '2023-24-q4' }, '2023-24-q4'),
    ).toMatchObject({ complete: false, flags: ['incomplete'] }));

  test('gives way to what was typed in, which is of no days', () =>
    expect(
      pointIn({
        measure,
        facts: on(summer.slice(9)),
        records: [of(q2, { value: 9, reason: 'The switchboard failed.' })],
        organisation: office,
      })?.reason,
    ).toBeUndefined());
});

test('what would tell a withheld figure is withheld in the series too, and says why', () => {
  const measures = [
    { id: 'm', suppressBelow: 5 },
    { id: 'n', title: 'N', value: { combine: { add: ['m', 'o'] } } },
    { id: 'o', title: 'O' },
  ];
  const records = [q2, '2023-24-q1', '2023-24-q3'].flatMap((period) => [
    recorded('2024-01-10', period, { numerator: period === q2 ? 3 : 30, denominator: period === q2 ? 4 : 40 }),
    recorded('2024-01-10', period, { measure: 'o', value: 10 }),
  ]);
  const edition = editionOf({ measures, records });
  const point = edition.measures[1]?.series.find(({ period }) => period === q2);
  expect(point).not.toHaveProperty('value');
  expect(point?.flags).toEqual(['suppressed']);
  expect(point?.reason).toMatch(/^It would tell the figure of “M” .*too few people to be published\.$/);
  expect(editionSchema.parse(edition)).toEqual(edition);
});
