import { describe, expect, test } from '@jest/globals';
import type { Edition, Revision } from '#scorecard/edition.ts';
import { contactCentre, measure, point } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';
import { cellsOf, rowsOf } from '#test/site/tables.ts';

const revision = (
  on: string,
  from: number | undefined,
  to: number | undefined,
  more: Partial<Revision> = {},
): Revision => ({
  measure: 'calls',
  period: '2024-25-q3',
  from,
  to,
  reason: `Because of ${on}.`,
  on,
  ...more,
});

const editionOf = (revisions: readonly Revision[], earlierRevisions?: readonly Revision[]): Edition => ({
  ...contactCentre,
  groups: [{ id: 'phone', title: 'Phone', measures: ['calls'], milestones: [], commentary: [] }],
  measures: [
    measure({
      id: 'calls',
      title: 'Calls',
      value: 65,
      series: [
        point({ id: '2024-25-q3', label: 'Q3 2024–25' }, { value: 62, status: 'revised' }),
        point({ id: '2024-25-q4', label: 'Q4 2024–25' }, { value: 65 }),
      ],
    }),
  ],
  milestones: [],
  mostImproved: [],
  mostWorsened: [],
  revisions,
  ...(earlierRevisions && { earlierRevisions }),
});

const own = revision('2025-04-30', 61, 62);
const earlier = revision('2025-02-01', 60, 61);

const filesOf = (edition: Edition) => filesFor({ editions: [edition], scorecards: [edition], organisations: [] });
const pageOf = (edition: Edition, page = 'measures/calls/') =>
  textAt(filesOf(edition), `example/contact-centre/${page}index.html`);

const listed = (page: string): readonly string[] => {
  const section = /<section aria-labelledby="revised">[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  return [...section.matchAll(/<li>(.*?)<\/li>/g)].map(([, text = '']) => text);
};

describe("a measure's page", () => {
  test.each<[string, Edition, readonly string[]]>([
    ['says nothing where nothing was revised', editionOf([]), []],
    [
      'lists what the edition revised, and then what those before it did',
      editionOf([own], [earlier]),
      [
        'Q3 2024–25: 61.0% is now 62.0%, revised on 30 April 2025. Because of 2025-04-30.',
        'Q3 2024–25: 60.0% is now 61.0%, revised on 1 February 2025. Because of 2025-02-01.',
      ],
    ],
    [
      'goes on saying it after the edition that revised',
      editionOf([], [earlier]),
      ['Q3 2024–25: 60.0% is now 61.0%, revised on 1 February 2025. Because of 2025-02-01.'],
    ],
    [
      'says that a figure is gone',
      editionOf([revision('2025-04-30', 61, undefined)]),
      ['Q3 2024–25: 61.0% is now None, revised on 30 April 2025. Because of 2025-04-30.'],
    ],
    [
      'tells neither value of a figure that is withheld',
      editionOf([], [revision('2025-02-01', undefined, undefined)]),
      ['Q3 2024–25: revised on 1 February 2025; the values are withheld. Because of 2025-02-01.'],
    ],
    ['leaves out those of other measures', editionOf([], [{ ...earlier, measure: 'other' }]), []],
  ])('%s', (_, edition, lines) => expect(listed(pageOf(edition))).toEqual(lines));
});

describe('the page of changes', () => {
  const rows = (edition: Edition) => cellsOf(pageOf(edition, 'changes/')).filter(([name]) => name === 'Calls');

  test('lists what earlier editions revised apart from what this one did', () => {
    const page = pageOf(editionOf([own], [earlier]), 'changes/');
    expect(page).toContain('What editions before this one revised');
    expect(rows(editionOf([own], [earlier]))).toEqual([
      ['Calls', 'Q3 2024–25', '61.0%', '62.0%', '30 April 2025', 'Because of 2025-04-30.'],
      ['Calls', 'Q3 2024–25', '60.0%', '61.0%', '1 February 2025', 'Because of 2025-02-01.'],
    ]);
  });

  test('has no heading for them where there are none', () =>
    expect(pageOf(editionOf([own]), 'changes/')).not.toContain('What editions before this one revised'));

  test.each([
    [15, 15, false],
    [16, 15, true],
  ])('of %d lists %d', (count, shown, hasMore) => {
    const many = Array.from({ length: count }, (_, i) => revision('2025-02-01', i, i + 1));
    expect(rows(editionOf([], many))).toHaveLength(shown);
    expect(pageOf(editionOf([], many), 'changes/').includes('1 more revision, on the pages')).toBe(hasMore);
  });

  test('prints of a withheld figure that it is withheld', () =>
    expect(rows(editionOf([revision('2025-04-30', undefined, undefined)]))[0]?.slice(2, 4)).toEqual([
      'Withheld',
      'Withheld',
    ]));
});

test('the scorecard says how many still stand', () => {
  expect(pageOf(editionOf([], [earlier]), '')).toContain('1 revision of editions before this one still stands.');
  expect(pageOf(editionOf([], [earlier, own]), '')).toContain('2 revisions of editions before this one still stand.');
  expect(pageOf(editionOf([own]), '')).not.toContain('before this one still');
});

test('the table of a series has the newest revision of each figure', () => {
  const path = 'example/contact-centre/2024-25-q4/2/measures/calls/calls-2024-25-q4.csv';
  const cells = (edition: Edition) => {
    const [row] = rowsOf(textAt(filesOf(edition), path));
    return [row?.['revised_from'], row?.['revised_on'], row?.['revision_reason']];
  };
  expect(cells(editionOf([own], [earlier]))).toEqual(['61', '2025-04-30', 'Because of 2025-04-30.']);
  expect(cells(editionOf([], [earlier]))).toEqual(['60', '2025-02-01', 'Because of 2025-02-01.']);
});

test('the feed tells each revision once, in the edition that revised', () => {
  const feed = (edition: Edition) => textAt(filesOf(edition), 'example/feed.xml').match(/, revised<\/title>/g) ?? [];
  expect(feed(editionOf([own], [earlier]))).toHaveLength(1);
  expect(feed(editionOf([], [earlier]))).toHaveLength(0);
});
