import { describe, expect, test } from '@jest/globals';
import type { Edition } from '#scorecard/edition.ts';
import { linksOn } from '#site/addresses.ts';
import { furtherPages } from '#site/furtherPages.ts';
import { bareEdition, contactCentre, wirral } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';
import { strategy } from '#test/site/strategyFixture.ts';

const sections = (edition: Edition) => furtherPages(linksOn('current', edition), edition).map(({ section }) => section);

const inputOf = (edition: Edition) => ({ editions: [edition], scorecards: [edition], organisations: [] });
const pathsOf = (edition: Edition) => [...filesFor(inputOf(edition)).keys()];

const pageOf = (page: string, edition = strategy): string =>
  textAt(filesFor(inputOf(edition)), `${edition.organisation.id}/${edition.scorecard.id}/${page}/index.html`);

/** The cells of a row, without markup; those that hold nothing too. */
const cells = (html: string, name: string): string[] => {
  const row = html.split('<tr').find((each) => each.includes('scope="row"') && each.includes(`>${name}<`)) ?? '';
  return [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

const headings = (html: string): string[] =>
  [...html.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');

describe('pages that only some scorecards have, and that of changes', () => {
  test.each([
    ['a strategy with everything', strategy, ['plan', 'targets', 'channels', 'budget']],
    ['milestones alone', wirral, ['plan']],
    ['one milestone and a cut by channel', contactCentre, ['plan', 'channels']],
    ['nothing at all', bareEdition, []],
    ['alignment alone', { ...bareEdition, alignment: strategy.alignment }, ['plan']],
    ['a list of no budgets', { ...bareEdition, budgets: [] }, []],
  ])('of %s', (_, edition, expected) => expect(sections(edition)).toEqual([...expected, 'changes']));

  test('are made exactly where they are linked', () => {
    for (const edition of [strategy, wirral, bareEdition])
      for (const page of ['plan', 'targets', 'channels', 'budget', 'changes'])
        expect(pathsOf(edition).some((path) => path.endsWith(`/${edition.scorecard.id}/${page}/index.html`))).toBe(
          sections(edition).some((section) => section === page),
        );
  });

  test('are in the site map', () => {
    const { organisation } = strategy;
    const files = filesFor({ ...inputOf(strategy), origin: 'https://x.example' });
    const map = textAt(files, `${organisation.id}/data/strategy-sitemap.xml`);
    for (const page of ['plan', 'targets', 'channels', 'budget', 'changes'])
      expect(map).toContain(`<loc>https://x.example/northmoor/strategy/${page}/</loc>`);
  });
});

describe('the budget', () => {
  const html = pageOf('budget');

  test('has a column for each amount that any line has', () =>
    expect(headings(html)).toEqual([
      'Budget line',
      'Net budget',
      'Forecast',
      'Variance',
      'Movement',
      'Variance, 2023–24',
      'Budget line',
      'Net budget, 2023–24',
    ]));

  test.each([
    ['Telephones', ['1,410', '1,205', '−205', '−15', '−190']],
    ['Receptions', ['265', '281', '+16', '', '']],
    ['Further lines', ['', '', '', '', '']],
    ['All customer contact', ['1,675', '1,486', '−189', '+1', '−190']],
  ])('prints %s', (name, expected) => expect(cells(html, name)).toEqual(expected));

  test('says what was recorded and is not used', () => expect(html).toContain('15 was recorded, but'));
});

describe('targets by year', () => {
  const html = pageOf('targets');

  test.each([
    ['People who use the website', ['41.3% 2022–23', '45%', '52.5%', '', '48.0% 2024–25', 'On target Green']],
    ['Shared centres', ['Not published 2022–23', '', '', '', '3 2024–25', 'No target']],
    ['Visits', []],
  ])('prints %s', (name, expected) => expect(cells(html, name)).toEqual(expected));

  test('counts the measures that it leaves out', () =>
    expect(html).toContain('3 other measures have one target throughout, or none.'));

  test('keeps years and quarters in tables of their own', () => {
    const [first, ...more] = strategy.measures;
    const quarterly = { ...first, id: 'q', targetPlan: [{ period: '2024-25-q4', label: 'Q4 2024–25', value: 1 }] };
    const edition = { ...strategy, measures: [first, quarterly, ...more] } as Edition;
    const groups = edition.groups.map((group) => ({ ...group, measures: edition.measures.map(({ id }) => id) }));
    expect(pageOf('targets', { ...edition, groups }).match(/<table/g)).toHaveLength(2);
  });
});

describe('the action plan', () => {
  const html = pageOf('plan');

  test.each([
    [
      'Open a desk in the library',
      ['Head of libraries', '1 Apr 2024', 'autumn 2024', 'Complete Green', 'Nobody travels more than two miles.', ''],
    ],
    [
      'Put up kiosks',
      [
        '',
        '',
        'Original deadline 31 Jan 2025 30 May 2025 17 weeks late Re-baselined twice',
        'Delayed Amber',
        '',
        'The supplier is late.',
      ],
    ],
    ['Publish a charter', ['', '', '31 Mar 2026', 'On track Green', '', '']],
    [
      'Digital by design',
      [
        'Simple things online.',
        'Put up kiosks Delayed Amber',
        'People who use the website On target Green Contacts that people made online No target',
      ],
    ],
    ['One council', ['', '', 'Shared centres No target']],
  ])('prints %s', (name, expected) => expect(cells(html, name)).toEqual(expected));

  test('says so when there is alignment and no milestone', () =>
    expect(pageOf('plan', { ...strategy, milestones: [] })).toContain('There are no milestones here.'));
});
