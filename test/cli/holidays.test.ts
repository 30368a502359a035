import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type HolidayData, shipped } from '#calendar/bankHolidays.ts';
import { holidays, holidaysText } from '#cli/holidays.ts';
import { silentOutput } from '#cli/output.ts';

let root: string;
const stored = () => join(root, 'packages', 'calendar', 'bankHolidays.json');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holidays-'));
  mkdirSync(join(root, 'packages', 'calendar'), { recursive: true });
  writeFileSync(stored(), holidaysText(shipped));
});
afterEach(() => rmSync(root, { recursive: true }));

const run = (content: string) => {
  writeFileSync(join(root, 'new.json'), content);
  const context = { root, folder: root, here: root, output: silentOutput, now: () => new Date(0) };
  return holidays.run(context, { values: {}, positionals: ['new.json'] });
};

/** As GOV.UK would publish it in 2029: old years gone, one year more. */
const later = (events: HolidayData[keyof HolidayData]['events']) => [
  ...events.filter(({ date }) => date >= '2026'),
  { title: 'New Year’s Day', date: '2029-01-01', notes: '', bunting: true },
];
const published = Object.fromEntries(
  Object.entries(shipped).map(([division, { events }]) => [division, { division, events: later(events) }]),
);

test('the text of the shipped file is what the command would write', () =>
  expect(holidaysText(shipped)).toBe(readFileSync('packages/calendar/bankHolidays.json', 'utf8')));

test('a refresh adds what is new and keeps the years that GOV.UK has dropped', async () => {
  expect(await run(JSON.stringify(published))).toEqual([
    { division: 'england-and-wales', added: 1, until: '2029-01-01' },
    { division: 'scotland', added: 1, until: '2029-01-01' },
    { division: 'northern-ireland', added: 1, until: '2029-01-01' },
  ]);
  const events = JSON.parse(readFileSync(stored(), 'utf8')).scotland.events;
  expect(events).toHaveLength(shipped.scotland.events.length + 1);
  expect(events[0]).toEqual(shipped.scotland.events[0]);
});

test.each([
  ['not JSON', '<html>', 'new.json: '],
  ['another document', '{"england-and-wales":{}}', 'england-and-wales'],
])('%s changes nothing and says so', async (_, content, said) => {
  await expect(run(content)).rejects.toThrow(said);
  await expect(run(content)).rejects.toThrow('Nothing was changed.');
  expect(readFileSync(stored(), 'utf8')).toBe(holidaysText(shipped));
});
