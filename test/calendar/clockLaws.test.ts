import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays, type Division, divisions } from '#calendar/bankHolidays.ts';
import { type Clock, dueBy, elapsed, isWithin } from '#calendar/clock.ts';
import { addDays, type Day, daysOf, isWeekday, londonDay, londonHour } from '#calendar/day.ts';
import type { WeekHours } from '#calendar/openingHours.ts';

const dayMs = 86_400_000;
const instantsEvery = (ms: number, from: string, to: string): fc.Arbitrary<Date> =>
  fc
    .integer({ min: Math.ceil(Date.parse(from) / ms), max: Math.floor(Date.parse(to) / ms) })
    .map((n) => new Date(n * ms));

// Well within the days whose bank holidays are known, so that what is due is known too.
const [first, last] = ['2019-02-01T00:00:00Z', '2026-12-30T00:00:00Z'];
const instant = instantsEvery(1, first, last);
const wholeSecond = instantsEvery(1000, first, last);
/** Within three days of a clock change, a leap day, Easter or the new year. */
const nearBoundary = fc
  .tuple(
    fc.constantFrom('2024-03-31', '2024-10-27', '2024-02-29', '2024-03-29', '2021-12-25', '2026-06-15', '2023-01-01'),
    fc.integer({ min: -3 * dayMs, max: 3 * dayMs }),
  )
  .map(([day, ms]) => new Date(Date.parse(`${day}T00:00:00Z`) + ms));
const anyInstant = fc.oneof(instant, nearBoundary);

const division = fc.constantFrom<Division>(...divisions);
const startDay = fc.constantFrom<0 | 1 | undefined>(0, 1, undefined);
const day = fc.integer({ min: 0, max: 2900 }).map((n) => addDays('2019-01-02', n));
const wholeHours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]): [string, string] => [`${opens}:00`.padStart(5, '0'), `${closes}:00`.padStart(5, '0')]);
const hours: fc.Arbitrary<WeekHours> = fc.record(
  { sun: wholeHours, mon: wholeHours, wed: wholeHours, sat: wholeHours },
  { requiredKeys: ['sun'] },
);

const elapsedClock = fc.constant<Clock>({ kind: 'elapsed' });
const dayClock = fc.record({ kind: fc.constant('calendar-days' as const), startDay });
const workingDayClock = fc.record(
  { kind: fc.constant('working-days' as const), division, closed: fc.array(day, { maxLength: 5 }), startDay },
  { requiredKeys: ['kind', 'division'] },
);
const monthClock = fc.constant<Clock>({ kind: 'calendar-months' });
const openingClock = fc.record(
  { kind: fc.constant('opening-hours' as const), hours, division, closed: fc.array(day, { maxLength: 5 }) },
  { requiredKeys: ['kind', 'hours'] },
);
const clock: fc.Arbitrary<Clock> = fc.oneof(elapsedClock, dayClock, workingDayClock, monthClock, openingClock);

const mostOf: Record<Clock['kind'], number> = {
  elapsed: 60 * 86_400,
  'calendar-days': 90,
  'working-days': 60,
  'calendar-months': 10,
  'opening-hours': 8 * 3600,
};
const clockAndLimit = clock.chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: mostOf[of.kind] })));
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const aWhile = fc.oneof(fc.constant(dayMs), fc.constant(1), fc.integer({ min: 0, max: 40 * dayMs }));

describe('every clock', () => {
  test('never runs backwards: a later end is never shorter', () => {
    fc.assert(
      fc.property(clock, anyInstant, anyInstant, aWhile, (of, from, to, ms) =>
        expect(elapsed(of, from, later(to, ms))).toBeGreaterThanOrEqual(elapsed(of, from, to)),
      ),
    );
  });

  test('a later start is never longer', () => {
    fc.assert(
      fc.property(clock, anyInstant, anyInstant, aWhile, (of, from, to, ms) =>
        expect(elapsed(of, later(from, ms), to)).toBeLessThanOrEqual(elapsed(of, from, to)),
      ),
    );
  });

  test('what is due is the last instant in time', () => {
    fc.assert(
      fc.property(clockAndLimit, anyInstant, ([of, limit], from) => {
        const due = dueBy(of, from, limit);
        expect(isWithin(of, from, due, limit)).toBe(true);
        expect(isWithin(of, from, later(due, 1), limit)).toBe(false);
      }),
    );
  });

  test('an instant is in time exactly when it is no later than due', () => {
    fc.assert(
      fc.property(clockAndLimit, anyInstant, aWhile, ([of, limit], from, ms) => {
        const to = later(from, ms);
        expect(isWithin(of, from, to, limit)).toBe(to <= dueBy(of, from, limit));
      }),
    );
  });

  test('tells whole units, and 0 or the first day from an instant to itself', () => {
    fc.assert(
      fc.property(clock, anyInstant, anyInstant, (of, from, to) => {
        expect(Number.isSafeInteger(elapsed(of, from, to))).toBe(true);
        expect(elapsed(of, from, from)).toBe(('startDay' in of && of.startDay) || 0);
      }),
    );
  });

  test('an extension is a longer limit', () => {
    fc.assert(
      fc.property(clockAndLimit, fc.nat({ max: 20 }), anyInstant, aWhile, ([of, limit], more, from, ms) => {
        const to = later(from, ms);
        expect(isWithin(of, from, to, limit, more)).toBe(isWithin(of, from, to, limit + more));
      }),
    );
  });
});

describe('clocks that add up', () => {
  const additive = fc.oneof(
    elapsedClock,
    openingClock,
    dayClock.map((of) => ({ ...of, startDay: 0 as const })),
    workingDayClock.map((of) => ({ ...of, startDay: 0 as const })),
  );

  test('two parts make the whole, in any order, between whole seconds', () => {
    fc.assert(
      fc.property(additive, wholeSecond, wholeSecond, wholeSecond, (of, a, b, c) =>
        expect(elapsed(of, a, b) + elapsed(of, b, c)).toBe(elapsed(of, a, c)),
      ),
    );
  });
});

describe('against counting one by one', () => {
  const isWorkingDay = (of: { division: Division; closed?: readonly Day[] | undefined }, date: Day): boolean =>
    isWeekday(date) &&
    !bankHolidays(of.division).some((holiday) => holiday.date === date) &&
    !(of.closed ?? []).includes(date);

  test('working days', () => {
    fc.assert(
      fc.property(workingDayClock, anyInstant, aWhile, (of, from, ms) => {
        const to = later(from, ms);
        const days = [...daysOf({ start: londonDay(from), end: addDays(londonDay(to), -1) })];
        const counted = days.filter((date) => isWorkingDay(of, date)).length;
        expect(elapsed({ ...of, startDay: 0 }, from, to)).toBe(counted);
      }),
    );
  });

  const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const tenMinutesMs = 600_000;

  const isOpen = (of: Clock & { kind: 'opening-hours' }, at: Date): boolean => {
    const date = londonDay(at);
    const window = of.hours[weekdayNames[new Date(date).getUTCDay()] ?? 'sun'];
    const isHoliday = of.division && bankHolidays(of.division).some((holiday) => holiday.date === date);
    if (!window || isHoliday || of.closed?.includes(date)) return false;
    return londonHour(at) >= Number.parseInt(window[0], 10) && londonHour(at) < Number.parseInt(window[1], 10);
  };

  test('opening hours that begin and end on the hour', () => {
    const tenMinutes = instantsEvery(tenMinutesMs, '2024-03-25T00:00:00Z', '2024-04-03T00:00:00Z');
    const autumn = instantsEvery(tenMinutesMs, '2024-10-22T00:00:00Z', '2024-10-30T00:00:00Z');
    const steps = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(openingClock, fc.oneof(tenMinutes, autumn), steps, (of, from, count) => {
        const open = Array.from({ length: count }, (_, n) => isOpen(of, later(from, n * tenMinutesMs)));
        expect(elapsed(of, from, later(from, count * tenMinutesMs))).toBe(open.filter(Boolean).length * 600);
      }),
    );
  });
});

describe('more holidays', () => {
  test('never make a count longer, nor anything due sooner', () => {
    fc.assert(
      fc.property(division, day, anyInstant, aWhile, fc.nat({ max: 60 }), (of, holiday, from, ms, limit) => {
        const usual: Clock = { kind: 'working-days', division: of };
        const shut: Clock = { ...usual, closed: [holiday] };
        expect(elapsed(shut, from, later(from, ms))).toBeLessThanOrEqual(elapsed(usual, from, later(from, ms)));
        expect(dueBy(shut, from, limit).getTime()).toBeGreaterThanOrEqual(dueBy(usual, from, limit).getTime());
      }),
    );
  });
});
