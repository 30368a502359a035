import { describe, expect, test } from '@jest/globals';
import { divisions } from '#calendar/bankHolidays.ts';
import { keepEarlierYears, parseGovUkHolidays } from '#calendar/govUkHolidays.ts';

const event = (date: string, title = 'Christmas Day') => ({ title, date, notes: '', bunting: true });
const published = (...dates: string[]): Record<string, { division: string; events: unknown[] }> =>
  Object.fromEntries(
    divisions.map((division) => [division, { division, events: dates.map((date) => event(date)) as unknown[] }]),
  );
const withEvent = (changed: unknown): Record<string, unknown> => ({
  ...published('2025-12-25'),
  scotland: { division: 'scotland', events: [event('2025-11-30'), changed] },
});

describe('reading what GOV.UK publishes', () => {
  test('keeps the fields that it knows and drops others', () => {
    const more = { ...withEvent({ ...event('2025-12-25'), colour: 'red' }), wales: {} };
    expect(parseGovUkHolidays(more)).toEqual(withEvent(event('2025-12-25')));
  });

  test.each([
    ['a page in place of the document', '<html>', 'the document is not an object'],
    ['nothing', null, 'the document is not an object'],
    ['a list', [], 'the document is not an object'],
    ['a division missing', { ...published('2025-12-25'), scotland: undefined }, 'scotland is not an object'],
    [
      'a division under the wrong name',
      { ...published('2025-12-25'), 'northern-ireland': published('2025-12-25')['scotland'] },
      'northern-ireland.division is not "northern-ireland"',
    ],
    ['no events', published(), 'england-and-wales.events is no list of events'],
    [
      'events that are no list',
      { ...published('2025-12-25'), scotland: { division: 'scotland', events: {} } },
      'scotland.events is no list of events',
    ],
    ['an event that is none', withEvent(3), 'scotland.events[1] is not an object'],
    [
      'a date of another form',
      withEvent(event('25/12/2025')),
      'scotland.events[1].date is "25/12/2025", which is no day',
    ],
    [
      'a day that never was',
      withEvent(event('2026-02-30')),
      'scotland.events[1].date is "2026-02-30", which is no day',
    ],
    ['a date that is a number', withEvent({ ...event(''), date: 20251225 }), 'scotland.events[1].date is not text'],
    ['an empty title', withEvent(event('2025-12-25', '')), 'scotland.events[1].title is empty'],
    ['no notes', withEvent({ ...event('2025-12-25'), notes: undefined }), 'scotland.events[1].notes is not text'],
    [
      'bunting in words',
      withEvent({ ...event('2025-12-25'), bunting: 'yes' }),
      'scotland.events[1].bunting is neither true nor false',
    ],
  ])('refuses %s', (_, json, problem) =>
    expect(() => parseGovUkHolidays(json)).toThrow(new Error(`These are not GOV.UK's bank holidays: ${problem}.`)),
  );
});

describe('refreshing', () => {
  const refresh = (current: string[], now: string[]): string[] =>
    keepEarlierYears(
      parseGovUkHolidays(published(...now)),
      parseGovUkHolidays(published(...current)),
    ).scotland.events.map(({ date }) => date);

  test.each([
    [
      'years that are published no more',
      ['2019-12-25', '2024-01-01'],
      ['2024-01-01', '2029-12-25'],
      ['2019-12-25', '2024-01-01', '2029-12-25'],
    ],
    [
      'a holiday withdrawn since',
      ['2024-01-01', '2026-06-15'],
      ['2024-01-01', '2026-12-25'],
      ['2024-01-01', '2026-12-25'],
    ],
    [
      'a holiday added since',
      ['2024-01-01', '2026-12-25'],
      ['2024-01-01', '2026-06-15', '2026-12-25'],
      ['2024-01-01', '2026-06-15', '2026-12-25'],
    ],
  ])('%s', (_, current, now, expected) => expect(refresh(current, now)).toEqual(expected));

  test('keeps each division apart', () => {
    const current = parseGovUkHolidays(published('2019-12-25'));
    const all = keepEarlierYears(parseGovUkHolidays(withEvent(event('2025-12-25'))), current);
    expect(divisions.map((division) => [all[division].division, all[division].events.length])).toEqual([
      ['england-and-wales', 2],
      ['scotland', 3],
      ['northern-ireland', 2],
    ]);
  });
});
