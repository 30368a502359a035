import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Scorecard, scorecard } from '#scorecard/schema.ts';

const guide = readFileSync('docs/features.md', 'utf8');
const rows = [...guide.matchAll(/^\| (F\d{3}) \|(.*)\|$/gm)].map(([, id = '', rest = '']) => ({
  id,
  cells: rest.split(' | ').map((cell) => cell.trim()),
  text: rest,
}));

const between = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => `F${String(first + i).padStart(3, '0')}`);

test('every feature of a figure, a rating, a comparison or a list has one row', () =>
  expect(rows.map(({ id }) => id)).toEqual([...between(24, 209), ...between(212, 236), ...between(250, 260)]));

const all = (pattern: RegExp): readonly string[] => [
  ...new Set(rows.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
];

describe('what the table names is there', () => {
  test.each(all(/`((?:packages|test)\/[^`]+)`/g))('%s', (file) => expect(existsSync(file)).toBe(true));

  const cards = new Map<string, Scorecard>();
  const cardOf = (card: string): Scorecard => {
    const known = cards.get(card) ?? scorecard.parse(parse(readFileSync(`scorecards/${card}.yaml`, 'utf8')));
    cards.set(card, known);
    return known;
  };

  const named = all(/`([a-z-]+\/[a-z-]+#[a-z0-9-]+)`/g);
  test.each(named)('%s', (name) => {
    const [card = '', id = ''] = name.split('#');
    const { groups, budgets = [] } = cardOf(card);
    const ids = [...groups.flatMap(({ measures, milestones }) => [...measures, ...milestones]), ...budgets];
    expect(ids.map((each) => each.id)).toContain(id);
  });

  test('in the scorecards of all four councils and of the example', () =>
    expect(new Set(named.map((name) => name.split('/')[0]))).toEqual(
      new Set(['wirral', 'worcestershire', 'wolverhampton', 'west-lothian', 'example']),
    ));
});

describe('links lead to a heading', () => {
  const anchorsIn = (file: string): readonly string[] =>
    [...readFileSync(`docs/${file}`, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
  test.each(all(/\]\(([a-z-]+\.md#[^)]+)\)/g))('%s', (link) => {
    const [file = '', anchor = ''] = link.split('#');
    expect(anchorsIn(file)).toContain(anchor);
  });
});

test('each row says what it is, where, by which test, and whether it is supported', () => {
  const odd = rows.filter(
    ({ cells }) =>
      cells.length !== 4 || !/^`test\/.+`$/.test(cells[2] ?? '') || !/^(yes|partly|missing)/.test(cells[3] ?? ''),
  );
  expect(odd).toEqual([]);
});

test('what is not supported is told of again at the end', () => {
  const missing = rows.filter(({ cells }) => !cells[3]?.startsWith('yes')).map(({ id }) => id);
  const [, end = ''] = guide.split('## What is not there');
  expect(missing.filter((id) => !end.includes(id))).toEqual([]);
});
