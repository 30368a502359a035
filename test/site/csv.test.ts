import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { csv, measuresCsv, milestonesCsv, seriesCsv } from '#site/csv.ts';
import { contactCentre, wirral } from '#test/site/fixtures.ts';

const oneCell = (cell: string | number | undefined): string =>
  csv({ a: (row: typeof cell) => row }, [cell]).slice(3, -2);

describe('cells', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+441514960000 is not a number', "'+441514960000 is not a number"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['-18.8', '-18.8'],
    ['+3', '+3'],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    [-18.8, '-18.8'],
    [82.70833333333333, '82.70833333333333'],
    [0, '0'],
    [undefined, ''],
  ])('%j becomes %j', (cell, text) => expect(oneCell(cell)).toBe(text));
});

/** What a reader of RFC 4180 sees. */
const parsed = (text: string): string[][] => {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('a file', () => {
  test('reads back as it was written, but for the apostrophe', async () => {
    await fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { minLength: 1 }), (rows) => {
        const text = csv({ a: ([first]: [string, string]) => first, b: ([, second]) => second }, rows);
        const [, ...read] = parsed(text);
        const unguarded = (texts: readonly string[]) => texts.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''));
        expect(read.map(unguarded)).toEqual(rows.map(unguarded));
      }),
    );
  });

  test('has a row for each measure, unrounded, with its status in words', () => {
    const [head = [], ...rows] = parsed(measuresCsv(contactCentre));
    const first = Object.fromEntries(head.map((name, i) => [name, rows[0]?.[i]]));
    expect(rows).toHaveLength(8);
    expect(first).toMatchObject({
      title: 'Calls answered within 80 seconds',
      period: '2024-25-q4',
      as_of: '2025-04-30',
      value: '82.70833333333333',
      status: 'Confirmed',
      rating: 'green',
      rating_reason: 'Green: 82.7% meets the target of 80% or more.',
      edition: '2',
    });
  });

  test('says why a figure is not there', () => {
    const [head = [], first = []] = parsed(measuresCsv(wirral));
    expect(first[head.indexOf('value')]).toBe('');
    expect(first[head.indexOf('status')]).toBe('Not published');
    expect(first[head.indexOf('not_published_reason')]).toBe('The paper printed only the change, not the value.');
    expect(first[head.indexOf('improvement_percent')]).toBe('-18.8');
  });

  test('has a row for each milestone and for each point', () => {
    expect(parsed(milestonesCsv(wirral))).toHaveLength(16);
    const [first] = contactCentre.measures;
    expect(first && parsed(seriesCsv(contactCentre, first))).toHaveLength(13);
  });
});
