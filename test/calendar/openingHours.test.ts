import { describe, expect, test } from '@jest/globals';
import { type Clock, dueBy, elapsed, isWithin } from '#calendar/clock.ts';
import type { WeekHours } from '#calendar/openingHours.ts';
import { london } from '#test/calendar/london.ts';

const nineToFive: WeekHours = {
  mon: ['09:00', '17:00'],
  tue: ['09:00', '17:00'],
  wed: ['09:00', '17:00'],
  thu: ['09:00', '17:00'],
  fri: ['09:00', '17:00'],
};
const office: Clock = { kind: 'opening-hours', hours: nineToFive, division: 'england-and-wales' };
const line: Clock = { kind: 'opening-hours', hours: nineToFive };
const onSunday = (opens: string, closes: string): Clock => ({
  kind: 'opening-hours',
  hours: { sun: [opens, closes] },
});
const minutes = (clock: Clock, from: string, to: string): number => elapsed(clock, london(from), london(to)) / 60;

describe('time open', () => {
  test.each([
    ['within a day', office, '2024-01-25 10:00', '2024-01-25 10:45', 45],
    ['from before opening', office, '2024-01-25 06:00', '2024-01-25 09:30', 30],
    ['until after closing', office, '2024-01-25 16:30', '2024-01-25 23:00', 30],
    ['overnight', office, '2024-01-25 16:30', '2024-01-26 09:30', 60],
    ['over a weekend', office, '2024-01-26 16:30', '2024-01-29 09:30', 60],
    ['a whole day between', office, '2024-01-24 16:30', '2024-01-26 09:30', 60 + 480],
    ['over Easter', office, '2024-03-28 16:30', '2024-04-02 09:30', 60],
    ['over Easter, open on bank holidays', line, '2024-03-28 16:30', '2024-04-02 09:30', 60 + 2 * 480],
    ['while closed', office, '2024-01-27 10:00', '2024-01-28 10:00', 0],
    ['a week', office, '2024-01-22 00:00', '2024-01-29 00:00', 5 * 480],
    ['a week in which the clocks change', office, '2024-03-25 00:00', '2024-04-01 00:00', 4 * 480],
    ['backwards', office, '2024-01-26 09:30', '2024-01-25 16:30', -60],
  ])('%s', (_, clock, from, to, expected) => expect(minutes(clock, from, to)).toBe(expected));

  test('days closed besides', () =>
    expect(minutes({ ...office, closed: ['2024-01-25'] }, '2024-01-24 16:30', '2024-01-26 09:30')).toBe(60));

  test('a begun second counts', () => {
    const nine = london('2024-01-25 09:00');
    expect(elapsed(office, london('2024-01-25 08:00'), new Date(nine.getTime() + 1))).toBe(1);
  });
});

// 31 March 2024: 01:00 becomes 02:00. 27 October 2024: 02:00 becomes 01:00.
describe('when the clocks change', () => {
  test.each([
    ['the whole of a day of 23 hours', '00:00', '24:00', 23 * 60, 25 * 60],
    ['over the change', '00:00', '03:00', 120, 240],
    ['up to it', '00:00', '01:00', 60, 60],
    ['the hour itself: skipped, or shown twice', '01:00', '02:00', 0, 120],
    ['after it', '02:00', '04:00', 120, 120],
    ['opening in it: as the clock passes, or the first time', '01:30', '03:00', 60, 150],
    ['closing in it: as the clock passes, or the first time', '00:00', '01:30', 60, 90],
    ['within it', '01:15', '01:45', 0, 30],
    ['at the usual hours', '09:00', '17:00', 480, 480],
  ])('%s', (_, opens, closes, spring, autumn) => {
    const clock = onSunday(opens, closes);
    expect(minutes(clock, '2024-03-31 00:00', '2024-04-01 00:00')).toBe(spring);
    expect(minutes(clock, '2024-03-29 12:00', '2024-04-02 12:00')).toBe(spring);
    expect(minutes(clock, '2024-10-27 00:00', '2024-10-28 00:00')).toBe(autumn);
    expect(minutes(clock, '2024-10-25 12:00', '2024-10-29 12:00')).toBe(autumn);
  });

  test('summer time is kept on the days after it', () =>
    expect(dueBy(line, london('2024-04-02 16:00'), 2 * 3600).toISOString()).toBe('2024-04-03T09:00:00.000Z'));
});

describe('due in opening hours', () => {
  test.each([
    ['the same day', '2024-01-25 10:00', 45, '2024-01-25 10:45'],
    ['received before opening', '2024-01-25 06:00', 45, '2024-01-25 09:45'],
    ['received after closing', '2024-01-25 18:00', 45, '2024-01-26 09:45'],
    ['the next day', '2024-01-25 16:30', 60, '2024-01-26 09:30'],
    ['after a weekend and a bank holiday', '2024-05-24 16:30', 60, '2024-05-28 09:30'],
    ['used up at closing: whatever comes before opening is in time', '2024-05-24 16:30', 30, '2024-05-28 09:00'],
    ['none, while open', '2024-01-25 10:00', 0, '2024-01-25 10:00'],
    ['none, while closed', '2024-01-27 10:00', 0, '2024-01-29 09:00'],
    ['two days of work', '2024-01-25 10:00', 960, '2024-01-29 10:00'],
  ])('%s', (_, from, limit, due) => {
    expect(dueBy(office, london(from), limit * 60)).toEqual(london(due));
    expect(isWithin(office, london(from), london(due), limit * 60)).toBe(true);
    expect(isWithin(office, london(from), new Date(london(due).getTime() + 1), limit * 60)).toBe(false);
  });
});

describe('what is refused', () => {
  test.each<[string, WeekHours, string]>([
    ['a time of another form', { mon: ['9:00', '17:00'] }, 'not a time of day: "9:00"'],
    ['a time past midnight', { mon: ['09:00', '24:30'] }, 'not a time of day: "24:30"'],
    ['closing before opening', { tue: ['17:00', '09:00'] }, 'tue opens at 17:00 and closes at 09:00, no later'],
    ['closing as it opens', { sun: ['09:00', '09:00'] }, 'sun opens at 09:00 and closes at 09:00, no later'],
    ['never open', {}, 'opening hours must open on some day'],
  ])('%s', (_, hours, problem) => {
    const at = london('2024-01-25 10:00');
    expect(() => elapsed({ kind: 'opening-hours', hours }, at, at)).toThrow(new RangeError(problem));
  });

  test('days whose bank holidays are not known, where those are closed', () => {
    const [from, to] = [london('2018-12-28 10:00'), london('2019-01-04 10:00')];
    expect(() => elapsed(office, from, to)).toThrow('which leaves out 2018-12-28');
    expect(elapsed(line, from, to)).toBe(5 * 8 * 3600);
  });
});
