import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { isDue, nextDue, shiftDue } from '#scorecard/due.ts';
import { editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const value = (period: string, n: number, more: object = {}) => recorded('2023-10-10', period, { value: n, ...more });

describe('a measure at rest', () => {
  const suspended = [{ from: '2023-24-q1', reason: 'The team was lent to the elections.' }];
  const target = { target: 80, lag: 0, suspended };
  const records = [value('2022-23-q3', 70), value('2022-23-q4', 90)];

  test('keeps its row, with the reason and the last figure, judged and compared by nothing', () => {
    const edition = editionOf({ measure: target, records });
    expect(edition.measures[0]).toMatchObject({
      value: 90,
      period: '2022-23-q4',
      flags: ['stale', 'suspended'],
      suspension: { from: '2023-24-q1', reason: 'The team was lent to the elections.' },
      rating: {
        colour: 'not-reported',
        reason:
          'Suspended from Q1 2023–24: The team was lent to the elections. The last figure is of January to March 2023 (quarter 4).',
      },
      direction: 'not-applicable',
      notComparedReason: expect.stringContaining('Suspended from Q1 2023–24'),
    });
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('without any figure says so and is not overdue', () =>
    expect(measureOf({ measure: target })).toMatchObject({
      flags: ['suspended'],
      notPublishedReason: 'Suspended from Q1 2023–24: The team was lent to the elections.',
    }));

  test.each([
    ['its first period', '2023-24-q1', true],
    ['its last', '2023-24-q2', true],
    ['the one before', '2022-23-q4', false],
    ['the one after', '2023-24-q3', false],
  ])('%s', (_, period, isSuspended) => {
    const measure = { suspended: [{ from: '2023-24-q1', to: '2023-24-q2', reason: 'x' }] };
    expect(measureOf({ measure, period, records }).flags.includes('suspended')).toBe(isSuspended);
  });
});

describe('a figure that comes late', () => {
  const measure = { expectedAfterDays: 30 }; // of a quarter that ends on 31 December: 30 January
  test.each([
    [
      'before the quarter is over',
      '2023-12-01',
      [],
      'The figure for October to December 2023 (quarter 3) is expected by 30 January 2024.',
    ],
    [
      'on the day',
      '2024-01-30',
      [],
      'The figure for October to December 2023 (quarter 3) is expected by 30 January 2024.',
    ],
    ['the day after', '2024-01-31', ['overdue'], 'Nothing was recorded for October to December 2023 (quarter 3).'],
  ])('%s', (_, asOf, flags, reason) =>
    expect(measureOf({ measure, asOf })).toMatchObject({ flags, notPublishedReason: reason, expectedBy: '2024-01-30' }),
  );

  test('is said beside an older one, and no more when it is there', () => {
    const older = [value('2023-24-q2', 5)];
    expect(measureOf({ measure: { ...measure, lag: 1 }, records: older })).toMatchObject({
      value: 5,
      flags: ['stale'],
      expectedBy: '2024-01-30',
    });
    expect(measureOf({ measure, records: [value('2023-24-q3', 5)] })).not.toHaveProperty('expectedBy');
  });
});

describe('a measure of half a year in an edition of a quarter', () => {
  const half = { frequency: 'half-year' };
  const records = [value('2022-23-h2', 60), value('2023-24-h1', 70)];
  test('shows the last half, and says when the next is due', () =>
    expect(measureOf({ measure: half, records })).toMatchObject({
      value: 70,
      period: '2023-24-h1',
      flags: [],
      nextDue: { period: '2023-24-h2', label: 'October 2023 to March 2024 (half 2)' },
    }));

  test('at the half’s end is due', () => {
    const shown = measureOf({ measure: half, records, period: '2023-24-q2' });
    expect(shown.period).toBe('2023-24-h1');
    expect(shown).not.toHaveProperty('nextDue');
  });
});

describe('a quarterly measure that is due at quarters 2 and 4', () => {
  const measure = { due: ['q2', 'q4'] };
  const records = [value('2022-23-q4', 60), value('2023-24-q2', 70)];
  test('is not due in quarter 3', () => {
    const shown = measureOf({ measure: { ...measure, compare: 'previous-period' }, records });
    expect(shown).toMatchObject({
      value: 70,
      period: '2023-24-q2',
      flags: [],
      nextDue: { period: '2023-24-q4' },
      improvement: { from: { period: '2022-23-q4', value: 60 } },
    });
    expect(shown.series.map(({ period }) => period)).toEqual(['2022-23-q4', '2023-24-q2']);
  });

  test.each([
    ['2023-24-q2', true, 1, '2023-24-q4'],
    ['2023-24-q3', false, 1, '2023-24-q4'],
    ['2023-24-q3', false, -1, '2023-24-q2'],
    ['2023-24-q2', true, -2, '2022-23-q2'],
  ] as const)('%s: %s; %d on is %s', (id, due, n, other) => {
    const given = { due: ['q2', 'q4'] as const };
    expect(isDue({ due: [...given.due] }, parsePeriod(id))).toBe(due);
    expect(shiftDue({ due: [...given.due] }, parsePeriod(id), n).id).toBe(other);
  });

  test('in its own quarter nothing is said of the next', () =>
    expect(
      nextDue({ frequency: 'quarter', due: ['q3'] }, parsePeriod('2023-24-q3'), parsePeriod('2023-24-q3')),
    ).toBeUndefined());
});

describe('calendar years', () => {
  const measure = { frequency: 'year', year: 'calendar' };
  const records = [value('2021', 50), value('2022', 60), value('2023', 66)];
  test.each([
    ['2023-24-q2', '2023-11-01', '2022'],
    ['2023-24-q3', '2023-12-30', '2022'],
    ['2023-24-q3', '2023-12-31', '2023'],
    ['2023-24-q4', '2024-03-31', '2023'],
  ])('edition %s as of %s shows %s', (period, asOf, shown) =>
    expect(measureOf({ measure, records, period, asOf }).period).toBe(shown),
  );
  test('compares with the calendar year before', () =>
    expect(measureOf({ measure, records })).toMatchObject({
      periodLabel: 'January 2023 to December 2023',
      improvement: { value: 10, from: { period: '2022' } },
      series: [{ label: '2021' }, { label: '2022' }, { label: '2023' }],
    }));
});

test('editions of months', () => {
  const records = [value('2022-12', 50), value('2023-12', 60)];
  const edition = editionOf({
    measure: { frequency: 'month' },
    scorecard: { frequency: 'month' },
    period: '2023-12',
    records,
  });
  expect(edition).toMatchObject({
    period: { id: '2023-12', label: 'December 2023', start: '2023-12-01', end: '2023-12-31', complete: true },
    measures: [{ value: 60, improvement: { value: 20, from: { label: 'December 2022' } } }],
  });
});
