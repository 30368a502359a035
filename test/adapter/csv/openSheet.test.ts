import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { CsvConfig } from '#adapter/csv/config.ts';
import { type OpenSheet, openSheet } from '#adapter/csv/openSheet.ts';
import { seenTexts } from '#adapter/csv/seen.ts';
import { tableOf } from '#adapter/csv/table.ts';
import { csvLine, safeCsvLine } from '#adapter/csv/text.ts';

/** Lines of ten million characters take a while where others work too. */
jest.setTimeout(30_000);

const config: CsvConfig = {
  type: 'contact.visit.completed',
  fields: { visitId: 'Visit', site: 'Site', arrivedAt: 'Arrived', service: { column: 'Service', optional: true } },
};
const reading = (more: Partial<CsvConfig> = {}) => ({ config: { ...config, ...more }, mapping: {} });

async function* inParts(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const opened = (text: string, size = 7, more: Partial<CsvConfig> = {}): Promise<OpenSheet> =>
  openSheet(inParts(Buffer.from(text), size), reading(more));
const rowsOf = async (sheet: OpenSheet) => {
  const rows = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
};

const sheet = 'A report\n\nVisit,Site,Arrived\nV1,Town hall,13/02/2024 09:41\nV2,"Café,\nupstairs",14/02/2024 10:00\n';

test.each([1, 7, 100_000])('read in parts of %d bytes, a sheet has the rows that it has at once', async (size) => {
  const whole = tableOf(Buffer.from(sheet), reading());
  expect(await rowsOf(await opened(sheet, size))).toEqual(whole.rows);
  expect(whole.rows.map(({ line }) => line)).toEqual([4, 5]);
});

test('however many rows there are, in whatever order: the same events, each once', async () => {
  const cell = fc.oneof(fc.constantFrom('V1', 'V2', 'x'), fc.string({ maxLength: 5 }));
  const row = fc.record({ visit: cell, site: cell, minute: fc.integer({ min: 10, max: 12 }) });
  const textOf = (rows: readonly { visit: string; site: string; minute: number }[]) =>
    `Visit,Site,Arrived\n${rows.map(({ visit, site, minute }) => csvLine([visit, site, `13/02/2024 09:${minute}`])).join('')}`;
  const identities = async (text: string) =>
    (await rowsOf(await opened(text, 1000))).flatMap(({ drafts, occurrence }) =>
      drafts.map(({ identity }) => `${identity} ${occurrence}`),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(fc.nat()), async (rows, keys) => {
      const shuffled = rows.map((one, index) => ({ one, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
      const [before, after] = [textOf(rows), textOf(shuffled.map(({ one }) => one))];
      const ids = await identities(before);
      expect((await identities(after)).sort()).toEqual(ids.toSorted());
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

test('cells that were written are read again, and nothing in them runs in a spreadsheet', () => {
  const column = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(fc.array(column, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (rows) => {
      const text = `Visit,Site,Arrived\n${rows.map(csvLine).join('')}`;
      const kept = rows.filter((cells) => cells.some((cell) => cell !== ''));
      const read = tableOf(Buffer.from(text), reading()).rows.map(({ cells }) => cells);
      // Csv-parse passes over what it takes for an empty line.
      expect(read.filter((cells) => cells.some((cell) => cell !== ''))).toEqual(kept.map((cells) => [...cells]));
      for (const cell of rows.flat()) expect(safeCsvLine([cell])).not.toMatch(/^"?[=@]/);
    }),
  );
});

describe('what cannot be trusted', () => {
  test.each([
    ['nothing', '', /The file is empty/],
    [
      'another order of dates, after many rows',
      `${sheet}V3,x,02/13/2024 09:00\n`,
      /Line 7, column Arrived: 02\/13\/2024 .* No row was taken/,
    ],
    ['a quotation mark that is never closed', `${sheet}V3,"x,14/02/2024\n`, /is not closed/],
    ['a line of ten million characters', `${sheet}V3,${'x'.repeat(10_000_000)}\n`, /more than 1,000,000 characters/],
  ])('%s', async (_, text, problem) => {
    await expect(opened(text, 65_536).then(rowsOf)).rejects.toThrow(problem);
  });
});

test('a row with the id of another and other cells is refused, however far apart', async () => {
  const rows = await rowsOf(
    await opened(`${sheet}V1,Library,13/02/2024 09:41\nV2,"Café,\nupstairs",14/02/2024 10:00\n`, 99, { id: 'Visit' }),
  );
  expect(rows.map(({ refused }) => refused?.reason)).toEqual([
    undefined,
    undefined,
    expect.stringMatching(/same id as another row/),
    undefined,
  ]);
});

test('texts seen are counted, a hundred thousand of them', () => {
  const seen = seenTexts();
  for (const round of [0, 1, 2]) for (let n = 0; n < 30_000; n++) expect(seen.count(String(n)) === round).toBe(true);
  const kept = seenTexts();
  expect([kept.first('a', 7), kept.first('a', 8), kept.first('b', 0)]).toEqual([undefined, 7, undefined]);
});
