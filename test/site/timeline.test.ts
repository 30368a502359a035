import { describe, expect, test } from '@jest/globals';
import type { EditionMilestone } from '#scorecard/edition.ts';
import { spanOf, timelineOf } from '#site/timeline.ts';
import { milestone } from '#test/site/fixtures.ts';

const due = (originalDeadline: string, more: Partial<EditionMilestone> = {}) =>
  milestone({ id: 'm', title: 'M', originalDeadline, ...more });

describe('a timeline', () => {
  test('is whole months around every date, the as-of date too', () => {
    const { start, end } = timelineOf([due('2023-06-30', { currentDeadline: '2024-03-28' })], '2024-05-02');
    expect([start, end]).toEqual(['2023-05-01', '2024-05-31']);
  });

  test('begins at the start of the work where that is known', () =>
    expect(timelineOf([due('2023-06-30', { start: '2022-09-15' })], '2023-06-01').start).toBe('2022-09-01'));

  test('places days as shares of its width, the first at 0', () => {
    const { at } = timelineOf([due('2023-06-30', { start: '2023-04-01' })], '2023-04-01');
    expect(at('2023-04-01')).toBe(0);
    expect(at('2023-06-30')).toBeCloseTo(90 / 122, 10);
  });

  test('names the year at its first tick and at each January', () => {
    const { ticks } = timelineOf([due('2024-02-01', { start: '2023-07-01' })], '2023-07-01');
    expect(ticks.map(({ month, year }) => [month, year])).toEqual([
      ['Jul', '2023'],
      ['Oct', undefined],
      ['Jan', '2024'],
    ]);
  });

  test.each([
    ['2 years', '2025-06-30', 9],
    ['4 years', '2027-06-30', 18],
    ['10 years', '2033-06-30', 18],
  ])('has few enough labels over %s', (_, deadline, most) =>
    expect(timelineOf([due(deadline, { start: '2023-07-01' })], '2023-07-01').ticks.length).toBeLessThanOrEqual(most),
  );
});

test('of undated work alone is the month of the figures', () => {
  const { originalDeadline: _o, currentDeadline: _c, ...undated } = due('2023-06-30');
  expect(timelineOf([undated], '2023-05-10')).toMatchObject({ start: '2023-05-01', end: '2023-05-31' });
});

describe('a bar', () => {
  const timeline = timelineOf([due('2023-12-31', { start: '2023-01-01' })], '2023-01-01');

  test('runs from its start to its first deadline, and the delay to the current one', () => {
    const span = spanOf(due('2023-06-30', { start: '2023-02-01', currentDeadline: '2023-09-30' }), timeline);
    expect(span).toMatchObject({ isStartKnown: true, isDone: false });
    expect(span?.from).toBe(timeline.at('2023-02-01'));
    expect(span?.planned).toBe(timeline.at('2023-06-30'));
    expect(span?.expected).toBe(timeline.at('2023-09-30'));
  });

  test('comes in from the left edge where its start is not known', () =>
    expect(spanOf(due('2023-06-30'), timeline)).toMatchObject({ from: 0, isStartKnown: false }));

  test.each([
    ['2023-06-30', '2023-03-31', '2023-03-31'],
    ['2023-06-30', '2023-12-31', '2023-06-30'],
  ])('of finished work due %s, as of %s, ends on %s where its day is not known', (deadline, asOf, end) => {
    const now = timelineOf([due('2023-12-31', { start: '2023-01-01' })], asOf);
    expect(spanOf(due(deadline, { status: 'complete' }), now)?.expected).toBe(now.at(end));
  });

  test.each<[string, Partial<EditionMilestone>, object | undefined]>([
    ['without any date has no place', {}, undefined],
    ['finished on a day that nobody published has none', { status: 'complete' }, undefined],
    [
      'finished on a known day ends there, and was never due',
      { status: 'complete', completedOn: '2023-06-16' },
      { planned: undefined, expected: timeline.at('2023-06-16'), isDone: true },
    ],
    [
      'due since a later update ends there, and was not due before',
      { currentDeadline: '2023-09-30' },
      { planned: undefined, expected: timeline.at('2023-09-30'), isDone: false },
    ],
  ])('of undated work %s', (_, more, span) => {
    const { originalDeadline: _o, currentDeadline: _c, ...undated } = due('2023-06-30');
    const drawn = spanOf({ ...undated, ...more }, timeline);
    if (span === undefined) expect(drawn).toBeUndefined();
    else expect(drawn).toMatchObject(span);
  });

  test('ends on the day that the work was finished', () => {
    const done = due('2023-06-30', { status: 'complete', completedOn: '2023-06-16' });
    expect(spanOf(done, timeline)?.expected).toBe(timeline.at('2023-06-16'));
  });
});
