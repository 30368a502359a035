import { describe, expect, test } from '@jest/globals';
import { document } from '#scorecard/documentSchema.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import { editionOf, measureOf } from '#test/scorecard/council.ts';

const report = {
  title: 'Annual report',
  address: 'https://www.example.gov.uk/report.pdf',
  date: '2024-06-28',
  format: 'PDF',
};

describe('the address of a document', () => {
  test.each<[string, boolean]>([
    ['https://www.example.gov.uk/report.pdf?year=2023&part=1#page-3', true],
    ['http://localhost:8080/', true],
    ['https://www.example.gov.uk/a%20report', true],
    ['www.example.gov.uk/report.pdf', false],
    ['/report.pdf', false],
    ['//www.example.gov.uk/report.pdf', false],
    ['https:www.example.gov.uk', false],
    ['https://', false],
    ['https:// example.gov.uk', false],
    [' https://www.example.gov.uk', false],
    ['https://www.example.gov.uk/a report', false],
    ['https://www.example.gov.uk\n', false],
    ['https:\\\\www.example.gov.uk', false],
    ['javascript:alert(1)', false],
    ['JavaScript://www.example.gov.uk/%0aalert(1)', false],
    ['data:text/html,<p>', false],
    ['mailto:complaints@example.gov.uk', false],
    ['ftp://www.example.gov.uk/report.pdf', false],
    [`https://www.example.gov.uk/${'a'.repeat(2_000)}`, false],
  ])('%j: %s', (address, isFine) => expect(document.safeParse({ ...report, address }).success).toBe(isFine));

  test('that is none is refused with the mend', () =>
    expect(JSON.stringify(document.safeParse({ ...report, address: 'report.pdf' }).error)).toContain(
      'write one that begins with https://',
    ));
});

test.each([{ title: '' }, { date: '28 June 2024' }, { date: undefined }, { format: '' }, { size: '2 MB' }])(
  'a document is refused with %j',
  (wrong) => expect(document.safeParse({ ...report, ...wrong }).success).toBe(false),
);

const { format: _, ...page } = report;

test('an edition carries those of the scorecard and those of a measure', () => {
  expect(editionOf({ scorecard: { documents: [report, page] } }).documents).toEqual([report, page]);
  expect(measureOf({ measure: { documents: [page] } }).documents).toEqual([page]);
  expect(editionOf({})).not.toHaveProperty('documents');
});

test('another document is another edition', () => {
  const [one, two] = [report, { ...report, date: '2025-06-27' }].map((each) =>
    figuresHashOf(editionOf({ scorecard: { documents: [each] } })),
  );
  expect(one).not.toBe(two);
});
