import { describe, expect, test } from '@jest/globals';
import type { Edition, EditionMeasure, Flag, Status } from '#scorecard/edition.ts';
import { contactCentre, contactCentreBefore, measure, point } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';
import { rowsOf } from '#test/site/tables.ts';

const target = [{ period: '2024-25-q4', label: 'January to March 2025 (quarter 4)', value: 50 }];
const groups = [{ id: 'phone', title: 'Phone', measures: ['calls'], milestones: [], commentary: [] }];

const editionWith = (more: Partial<EditionMeasure>): Edition => ({
  ...contactCentre,
  groups,
  milestones: [],
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
  measures: [
    measure({
      id: 'calls',
      title: 'Calls answered',
      targetPlan: target,
      series: [
        point({ id: '2024-25-q4', label: 'January to March 2025 (quarter 4)' }, { value: 71, status: more.status }),
      ],
      value: 71,
      ...more,
    }),
  ],
});

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
/** Without the key and the footer, which say the same words of no figure in particular. */
const mainOf = (html: string): string => textOf(/<main[\s\S]*?(?=id="key"|<\/main>)/.exec(html)?.[0] ?? '');

const filesWith = (edition: Edition) =>
  filesFor({
    editions: [edition],
    earlier: [{ ...contactCentreBefore, measures: [], milestones: [], groups: [] }],
    scorecards: [edition],
    organisations: [],
  });

const pages = ['index', 'measures/index', 'measures/calls/index', 'targets/index', 'changes/index'];

const flags: readonly (readonly [Flag, string])[] = [
  ['overdue', 'Overdue: the period is over and no figure has come'],
  ['stale', 'Not updated for this period'],
  ['suspended', 'Suspended'],
  ['suppressed', 'Withheld, because it is about too few people'],
  ['incomplete', 'Incomplete: not all of its days are in'],
  ['estimated', 'An estimate'],
];

const cellsOf = (files: ReturnType<typeof filesWith>) =>
  rowsOf(textAt(files, 'example/data/contact-centre-2024-25-q4-measures.csv'))[0] ?? {};
const jsonOf = (files: ReturnType<typeof filesWith>) =>
  (JSON.parse(textAt(files, 'example/contact-centre/edition.json')) as Edition).measures[0];

describe.each(flags)('a figure with the flag %s', (flag, words) => {
  const files = filesWith(editionWith({ flags: [flag] }));

  test.each(pages)('says so in words on the page %s', (page) =>
    expect(mainOf(textAt(files, `example/contact-centre/${page}.html`))).toContain(words),
  );

  test('says so in the table, by its name and in the same words', () =>
    expect(cellsOf(files)).toMatchObject({ flags: flag, flags_in_words: words }));

  test('says so in the document', () => expect(jsonOf(files)).toMatchObject({ flags: [flag] }));
});

const statuses: readonly (readonly [Status, string, boolean])[] = [
  ['provisional', 'Provisional', true],
  ['revised', 'Revised', true],
  ['confirmed', 'Confirmed', false],
  ['not-published', 'Not published', true],
];

describe.each(statuses)('a figure with the status %s', (status, words, isMarked) => {
  const absent = { value: undefined, notPublishedReason: 'Nobody has sent it.' };
  const files = filesWith(editionWith({ status, ...(status === 'not-published' && absent) }));

  test.each(pages.filter((page) => status !== 'not-published' || page !== 'changes/index'))(
    'says so on the page %s exactly where a reader must know',
    (page) => {
      const html = textAt(files, `example/contact-centre/${page}.html`);
      const own = mainOf(html).replaceAll('What was revised since the edition before', '');
      expect(own.includes(words) || (status === 'not-published' && own.includes('–'))).toBe(isMarked);
    },
  );

  test('says so in both tables', () => {
    const series = 'example/contact-centre/2024-25-q4/2/measures/calls/calls-2024-25-q4.csv';
    expect(cellsOf(files)['status']).toBe(words);
    expect(rowsOf(textAt(files, series))[0]?.['status']).toBe(words);
  });

  test('says so in the document', () => expect(jsonOf(files)).toMatchObject({ status }));
});

test('a row of a cut that is of too few people is withheld, on the page and in the document', () => {
  const cuts = [
    {
      by: 'queue',
      rows: [
        { name: 'Housing', value: 88 },
        { name: 'Tenancy', suppressed: true },
      ],
    },
  ];
  const files = filesWith(editionWith({ cuts }));
  const page = textAt(files, 'example/contact-centre/measures/calls/index.html');
  expect(mainOf(page)).toContain('Tenancy Withheld');
  expect(jsonOf(files)?.cuts[0]?.rows[1]).toEqual({ name: 'Tenancy', suppressed: true });
});

test('a figure may have all of them', () => {
  const all = flags.map(([flag]) => flag);
  const files = filesWith(editionWith({ status: 'provisional', flags: all }));
  expect(cellsOf(files)).toMatchObject({
    flags: all.join(' '),
    flags_in_words: flags.map(([, words]) => words).join('; '),
  });
  const text = mainOf(textAt(files, 'example/contact-centre/measures/calls/index.html'));
  for (const words of ['Provisional', ...flags.map(([, each]) => each)]) expect(text).toContain(words);
});
