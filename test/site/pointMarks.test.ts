import { describe, expect, test } from '@jest/globals';
import type { Edition, EditionMeasure, Point } from '#scorecard/edition.ts';
import { chartFile } from '#site/chartFile.tsx';
import { pointMarks } from '#site/marksOf.ts';
import { yearMarks } from '#site/yearMarks.ts';
import { contactCentre, measure, point } from '#test/site/fixtures.ts';
import { april, dashboard, march } from '#test/site/monthlyFixture.ts';
import { filesFor, textAt } from '#test/site/pages.ts';
import { cellsOf, rowsOf } from '#test/site/tables.ts';

const why = 'The figure for Q1 2024–25 is from fewer than 5 people, so it is not published.';
const days = 'Data came on 60 of 64 expected days.';
const partial: Partial<Point> = { value: 75, reason: days };
const withheld: Partial<Point> = { flags: ['suppressed'], reason: why };

describe('what is said of one figure of a series', () => {
  test.each<[string, Partial<Point>, readonly string[]]>([
    ['nothing of a plain one', { value: 75 }, []],
    ['that it is provisional', { value: 75, status: 'provisional' }, ['Provisional']],
    ['that it is an estimate', { value: 75, flags: ['estimated'] }, ['An estimate']],
    ['that days are missing', partial, ['Data came on 60 of 64 expected days']],
    ['not twice that its period is not over', { value: 75, flags: ['incomplete'] }, []],
    ['why it is withheld', withheld, [why.slice(0, -1)]],
    [
      'that it is withheld, where no more is known',
      { flags: ['suppressed'] },
      ['Withheld, because it is about too few people'],
    ],
    ['why none came', { reason: 'Nothing was recorded.' }, ['Nothing was recorded']],
    [
      'all of it',
      { ...partial, status: 'revised', flags: ['estimated'] },
      ['Revised', 'An estimate', days.slice(0, -1)],
    ],
  ])('%s', (_, more, marks) =>
    expect(pointMarks(point({ id: '2024-25-q1', label: 'Q1 2024–25' }, more))).toEqual(marks),
  );

  test.each<[string, Partial<Point>, readonly string[]]>([
    ['a plain one', { value: 75 }, []],
    ['one that is not over', { value: 75, complete: false, status: 'provisional', flags: ['incomplete'] }, []],
    ['one that is provisional', { value: 75, status: 'provisional' }, ['provisional']],
    [
      'one that has it all',
      { ...partial, status: 'revised', flags: ['estimated'] },
      ['revised', 'estimated', 'partial'],
    ],
    ['one withheld', withheld, ['withheld']],
    ['one withheld while the measure rested', { ...withheld, flags: ['suspended', 'suppressed'] }, ['withheld']],
    ['one of a rest', { flags: ['suspended'], reason: 'Suspended.' }, ['suspended']],
    ['one that never came', { reason: 'Nothing was recorded.' }, []],
  ])('in the table of a year, of %s', (_, more, marks) =>
    expect(yearMarks(point({ id: '2025-01', label: 'January 2025' }, more))).toEqual(marks),
  );
});

const quarters: readonly (readonly [string, Partial<Point>])[] = [
  ['Q1 2023–24', { value: 60 }],
  ['Q2 2023–24', { value: 61, status: 'revised' }],
  ['Q3 2023–24', withheld],
  ['Q4 2023–24', { value: 62, flags: ['estimated'] }],
  ['Q1 2024–25', { reason: 'Nothing was recorded for April to June 2024 (quarter 1).' }],
  ['Q2 2024–25', { value: 63, reason: days }],
  ['Q3 2024–25', { value: 64, status: 'provisional' }],
  ['Q4 2024–25', { value: 65 }],
];

const idOf = (label: string): string => `20${label.slice(5, 7)}-${label.slice(-2)}-q${label[1]}`;
const seriesOf = (all: typeof quarters): Point[] => all.map(([label, more]) => point({ id: idOf(label), label }, more));

const editionOf = (all: typeof quarters): Edition => ({
  ...contactCentre,
  groups: [{ id: 'phone', title: 'Phone', measures: ['calls'], milestones: [], commentary: [] }],
  measures: [measure({ id: 'calls', title: 'Calls', value: 65, series: seriesOf(all) })],
  milestones: [],
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
});

const filesOfEdition = (edition: Edition) =>
  filesFor({ editions: [edition], scorecards: [edition], organisations: [] });

/** Seven values are drawn as a line, six as bars. */
const longer: typeof quarters = [['Q4 2022–23', { value: 59 }], ...quarters];

describe.each([
  ['a line', longer],
  ['bars', quarters],
])('a series drawn as %s', (kind, all) => {
  const edition = editionOf(all);
  const files = filesOfEdition(edition);
  const page = textAt(files, 'example/contact-centre/measures/calls/index.html');
  const rows = cellsOf(page).map(([period, value, , , notes]) => [period, value, notes]);

  test('says in its table what each figure is', () => {
    expect(rows).toContainEqual(['Q2 2023–24', '61.0%', 'Revised']);
    expect(rows).toContainEqual(['Q3 2023–24', 'Withheld', why.slice(0, -1)]);
    expect(rows).toContainEqual(['Q4 2023–24', '62.0%', 'An estimate']);
    expect(rows).toContainEqual([
      'Q1 2024–25',
      'Not published',
      'Nothing was recorded for April to June 2024 (quarter 1)',
    ]);
    expect(rows).toContainEqual(['Q2 2024–25', '63.0%', 'Data came on 60 of 64 expected days']);
    expect(rows).toContainEqual(['Q3 2024–25', '64.0%', 'Provisional']);
  });

  test('marks a withheld figure, and names the others beside the chart', () => {
    expect(page.match(/<rect x="-6"/g)).toHaveLength(1);
    expect(page).toContain('<title>Q3 2023–24: Withheld, because it is of too few people</title>');
    for (const note of ['it is no zero: Q3 2023–24.', 'Estimates: Q4 2023–24.', 'Provisional: Q3 2024–25.'])
      expect(page).toContain(note);
    expect(page).toContain('Revised since it was first published: Q2 2023–24.');
    expect(page).toContain(kind === 'bars' ? 'Dashed circles are periods' : 'Gaps are periods');
    const [calls] = edition.measures;
    expect(calls && chartFile(edition, calls)).toContain('<rect x="-6" y="-6"');
  });
});

test('no gap is spoken of where the only one is withheld', () => {
  const edition = editionOf(longer.map(([label, more]) => [label, label === 'Q1 2024–25' ? { value: 60 } : more]));
  const page = textAt(filesOfEdition(edition), 'example/contact-centre/measures/calls/index.html');
  expect(page).not.toContain('Gaps are periods');
});

test.each([
  ['more figures than can be named are counted', 1, 'Estimates: 7 figures, which the table names.'],
  ['of all figures nothing more is said', 0, 'Every figure is an estimate.'],
])('%s', (_, firstEstimate, note) => {
  const estimated = { value: 60, flags: ['estimated'] } as const;
  const edition = editionOf(quarters.map(([label], i) => [label, i < firstEstimate ? { value: 60 } : estimated]));
  const page = textAt(filesOfEdition(edition), 'example/contact-centre/measures/calls/index.html');
  expect(page).toContain(note);
});

test('a chart in a file of its own, where no table is, names them all', () => {
  const flags = ['estimated'] as const;
  const edition = editionOf(quarters.map(([label], i) => [label, i === 0 ? { value: 60 } : { value: 60, flags }]));
  const [calls] = edition.measures;
  const file = (calls && chartFile(edition, calls)) ?? '';
  for (const [label] of quarters.slice(1)) expect(file).toContain(label);
  expect(file).toContain('Estimates: Q2 2023–24, Q3 2023–24,');
  expect(file).not.toContain('which the table names');
  expect(file).not.toContain('Example Borough Council. Example Borough Council.');
});

test('the table of a series has the same', () => {
  const path = 'example/contact-centre/2024-25-q4/2/measures/calls/calls-2024-25-q4.csv';
  const rows = rowsOf(textAt(filesOfEdition(editionOf(quarters)), path));
  expect(rows.map(({ value, flags, reason }) => [value, flags, reason])).toEqual([
    ['60', '', ''],
    ['61', '', ''],
    ['', 'suppressed', why],
    ['62', 'estimated', ''],
    ['', '', 'Nothing was recorded for April to June 2024 (quarter 1).'],
    ['63', '', days],
    ['64', '', ''],
    ['65', '', ''],
  ]);
  expect(rows[2]).toMatchObject({
    flags_in_words: 'Withheld, because it is about too few people',
    status: 'Not published',
  });
});

describe('a dashboard', () => {
  const withCalls = (edition: Edition, month: string, more: Partial<Point>): Edition => ({
    ...edition,
    measures: edition.measures.map(
      (each): EditionMeasure => ({
        ...each,
        series: each.series.map((at) =>
          at.period === month && each.id === 'calls' ? { ...point({ id: month, label: at.label }), ...more } : at,
        ),
      }),
    ),
  });
  const pageOf = (more: Partial<Point>, path: string) =>
    textAt(
      filesFor({
        editions: [withCalls(april, '2025-03', more), march],
        scorecards: [april],
        organisations: [],
        dashboards: [dashboard],
      }),
      `northmoor/dashboards/services/${path}/index.html`,
    );

  test('does not fetch a figure that is withheld now from an edition before', () => {
    const month = pageOf({ flags: ['suppressed'], reason: why }, '2025-03');
    expect(
      cellsOf(month)
        .find(([name]) => name?.startsWith('Calls '))
        ?.slice(0, 2),
    ).toEqual([`Calls ${why.slice(0, -1)}`, 'Withheld']);
    expect(month).not.toContain('5,500');
    const year = pageOf({ flags: ['suppressed'], reason: why }, 'year/2024-25');
    expect(cellsOf(year).find(([name]) => name === 'Calls')?.[12]).toBe('Withheld');
    expect(year).toContain('Withheld: about too few people to be published.');
  });

  test('marks what is revised, estimated or of some days', () => {
    const more: Partial<Point> = { value: 5501, status: 'revised', flags: ['estimated'], reason: days };
    expect(pageOf(more, '2025-03')).toContain('Revised. An estimate. Data came on 60 of 64 expected days');
    const year = pageOf(more, 'year/2024-25');
    expect(cellsOf(year).find(([name]) => name === 'Calls')?.[12]).toBe('5,501 r e †');
    expect(year).toContain('r: revised since it was first published. e: an estimate. †: data did not come');
  });
});
