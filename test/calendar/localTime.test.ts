import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, londonDay, londonHour } from '#calendar/day.ts';
import { londonInstant } from '#calendar/localTime.ts';

describe('a time without a zone is a London clock’s', () => {
  test.each([
    ['winter', '2024-01-25 09:00', '2024-01-25T09:00:00.000Z'],
    ['summer, on the day before in UTC', '2024-07-01T00:00:00', '2024-06-30T23:00:00.000Z'],
    ['with a fraction', '2024-07-01 09:00:01.5', '2024-07-01T08:00:01.500Z'],
    ['a finer fraction is cut, not rounded', '2024-01-01 23:59:59.999999', '2024-01-01T23:59:59.999Z'],
    ['a fraction after a comma', '2024-01-01 12:00:00,25', '2024-01-01T12:00:00.250Z'],
    ['a leap day', '2024-02-29 12:00', '2024-02-29T12:00:00.000Z'],
  ])('%s: %s', (_, local, instant) => expect(londonInstant(local)).toBe(instant));

  test.each([
    ['2019-03-31', '2019-10-27'],
    ['2022-03-27', '2022-10-30'],
    ['2023-03-26', '2023-10-29'],
    ['2024-03-31', '2024-10-27'],
    ['2025-03-30', '2025-10-26'],
    ['2026-03-29', '2026-10-25'],
  ])('the clocks go forward on %s and back on %s', (forward, back) => {
    const of = (day: string, time: string) => londonInstant(`${day} ${time}`);
    expect(of(forward, '00:59:59.999')).toBe(`${forward}T00:59:59.999Z`);
    expect(of(forward, '01:00')).toBe(`${forward}T01:00:00.000Z`);
    expect(of(forward, '01:59:59')).toBe(`${forward}T01:59:59.000Z`);
    expect(of(forward, '02:00')).toBe(`${forward}T01:00:00.000Z`);
    expect(of(back, '00:59:59')).toBe(londonInstant(`${back} 00:59:59.000`));
    expect(of(back, '01:00')).toBe(`${back}T00:00:00.000Z`);
    expect(of(back, '01:59:59.999')).toBe(`${back}T00:59:59.999Z`);
    expect(of(back, '02:00')).toBe(`${back}T02:00:00.000Z`);
  });

  test.each([
    '',
    '2024-02-30 09:00',
    '2023-02-29 09:00',
    '2024-01-01',
    '2024-01-01 24:00',
    '2024-01-01 09:60',
    '2024-01-01 09:00:60',
    '2024-01-01 9:00',
    '01/02/2024 09:00',
    '2024-01-01 09:00Z',
    '2024-01-01T09:00+01:00',
    ' 2024-01-01 09:00',
    '2024-01-01 09:00\n',
  ])('%j is no such time', (local) => expect(londonInstant(local)).toBeUndefined());
});

const minuteMs = 60_000;
const written = (minutes: number): string => new Date(minutes * minuteMs).toISOString().slice(0, 16);
const anyMinute = fc.integer({
  min: Date.parse('1997-01-01T00:00Z') / minuteMs,
  max: Date.parse('2099-12-31T23:59Z') / minuteMs,
});
const nearChange = fc
  .tuple(fc.constantFrom('2023-03-26', '2024-03-31', '2024-10-27', '2025-10-26'), fc.integer({ min: -240, max: 240 }))
  .map(([day, minutes]) => Date.parse(`${day}T01:00Z`) / minuteMs + minutes);
const minute = fc.oneof(anyMinute, nearChange);
const show = (instant: string): string => `${londonDay(instant)} ${londonHour(instant)}`;

describe('laws', () => {
  test('a London clock shows that time at that instant, or an hour later where it shows it never', () => {
    const laws = (minutes: number) => {
      const instant = londonInstant(written(minutes)) ?? '';
      const shown = [minutes, minutes + 60].map(
        (at) => `${written(at).slice(0, 10)} ${Number(written(at).slice(11, 13))}`,
      );
      expect(shown).toContain(show(instant));
      expect(instant.slice(14, 16)).toBe(written(minutes).slice(14, 16));
    };
    fc.assert(fc.property(minute, laws));
  });

  test('later times are later instants, but for those that the clock skips', () => {
    const isShown = (minutes: number): boolean => {
      const [day, hour] = show(londonInstant(written(minutes)) ?? '').split(' ');
      return isDay(day ?? '') && Number(hour) === Number(written(minutes).slice(11, 13));
    };
    const laws = (one: number, other: number) => {
      fc.pre(one < other && isShown(one) && isShown(other));
      expect((londonInstant(written(one)) ?? '') < (londonInstant(written(other)) ?? '')).toBe(true);
    };
    fc.assert(fc.property(minute, minute, laws));
  });

  test('garbage never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(() => londonInstant(text)).not.toThrow()));
  });
});
