import { expect, test } from '@jest/globals';
import { linksOn, measureFiles, pathOf, tablesOn } from '#site/addresses.ts';
import { documentSavedAs, savedAs } from '#site/savedAs.ts';
import { contactCentre } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';

const second = { organisation: { id: 'wirral' }, edition: 2, asOf: '2024-01-25' };

test.each([
  [
    '/wirral/data/customer-experience-2023-24-q3-measures.csv',
    'wirral-customer-experience-2023-24-q3-measures-edition-2-as-at-2024-01-25.csv',
  ],
  ['/wirral/a/2023-24-q3/2/measures/b/b-2023-24-q3.svg', 'wirral-b-2023-24-q3-edition-2-as-at-2024-01-25.svg'],
])('a copy of %s', (address, name) => expect(savedAs(address, second)).toBe(name));

test('a copy of the document is named after its scorecard and period', () =>
  expect(documentSavedAs('customer-experience', '2023-24-q3', second)).toBe(
    'wirral-customer-experience-2023-24-q3-edition-2-as-at-2024-01-25.json',
  ));

test('every copy that a page offers bears the edition and the day that its figures are as at', () => {
  const files = filesFor({ editions: [contactCentre], scorecards: [contactCentre], organisations: [] });
  const links = linksOn('current', contactCentre);
  const { edition, asOf } = contactCentre;
  const pages = [
    links.strategy,
    links.measures,
    links.milestones,
    links.measure('calls-answered-80s'),
    '/example/data/',
  ];
  for (const address of pages) {
    const html = textAt(files, pathOf(address).slice(1));
    const names = [...html.matchAll(/<a [^>]*? download(?:="([^"]*)")?[ >]/g)].map(([, name = '']) => name);
    expect([address, names.length > 0]).toEqual([address, true]);
    for (const name of names)
      expect(name).toMatch(new RegExp(`^example-[a-z0-9-]+-edition-${edition}-as-at-${asOf}\\.(csv|svg|json)$`));
  }
  const data = textAt(files, 'example/data/index.html');
  for (const address of [
    tablesOn('period', contactCentre).measures,
    measureFiles(contactCentre, 'calls-abandoned').csv,
  ])
    expect(data).toContain(`href="${address}" download="${savedAs(address, contactCentre)}"`);
});
