import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Clock, dueBy, elapsed, isWithin } from '#calendar/clock.ts';
import { type ComplaintRegime, complaintRegimes } from '#calendar/complaintRegimes.ts';
import { endOfDay } from '#calendar/day.ts';
import { london } from '#test/calendar/london.ts';

const text = readFileSync(new URL('../../docs/clocks.md', import.meta.url), 'utf8');

const rowsOf = (table: string): string[][] =>
  table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** Each clock on the page with the rows of the table after it. */
const examples = [...text.matchAll(/```yaml\n([^`]*)```\n\n((?:\|.*\n)+)/g)].flatMap(([, yaml = '', table = '']) =>
  rowsOf(table).map((row) => ({
    clock: parse(yaml) as Clock,
    row,
    name: `${yaml.split('\n')[0]} | ${row.join(' | ')}`,
  })),
);

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Thu 2024-03-28 16:00` or `end of Thu 2024-03-28`. */
const momentOf = (cell: string): Date => {
  const [, end, weekday, day = '', time] = /^(end of )?(\w{3}) (\S{10})(?: (\S{5}))?$/.exec(cell) ?? [];
  expect(weekday).toBe(weekdayNames[new Date(day).getUTCDay()]);
  return end ? endOfDay(day) : london(`${day} ${time}`);
};

describe('every row of docs/clocks.md', () => {
  test('all five clocks have one', () =>
    expect([...new Set(examples.map(({ clock }) => clock.kind))]).toEqual([
      'elapsed',
      'calendar-days',
      'working-days',
      'calendar-months',
      'opening-hours',
    ]));

  test.each(examples)('$name', ({ clock, row }) => {
    const [from = '', to = '', units, limits = '', due = '', inTime] = row;
    const [limit = Number.NaN, extension = 0] = limits.split(' + ').map(Number);
    expect(String(elapsed(clock, momentOf(from), momentOf(to)))).toBe(units);
    expect(dueBy(clock, momentOf(from), limit + extension)).toEqual(momentOf(due));
    expect(isWithin(clock, momentOf(from), momentOf(to), limit, extension) ? 'yes' : 'no').toBe(inTime);
  });
});

describe('the complaint procedures', () => {
  const regimes: [string, ComplaintRegime][] = Object.entries(complaintRegimes);

  test('are listed with every limit', () => {
    const [, table = ''] = /((?:\| Procedure).*\n(?:\|.*\n)+)/.exec(text) ?? [];
    expect(rowsOf(table)).toEqual(
      regimes.flatMap(([id, { limits }]) =>
        limits.map(({ stage, step, starts, limit, extension }) =>
          [`\`${id}\``, stage, step, starts, limit, extension ?? ''].map(String),
        ),
      ),
    );
  });

  test.each(regimes)('%s is cited', (id, { document, publisher }) => {
    const paragraph = text.replaceAll(/\s+/g, ' ');
    expect(paragraph).toContain(`\`${id}\` is the ${document}`);
    expect(paragraph).toContain(`of the ${publisher};`);
  });
});
