import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { measuresCsv, milestonesCsv, partsCsv, seriesCsv } from '#site/csv.ts';
import { columnsAbout, rowKeys } from '#site/csvColumns.ts';
import { csvw, tableSchema } from '#site/csvw.ts';
import { type Licence, licenceOf } from '#site/licence.ts';
import type { SiteInput } from '#site/renderSite.tsx';
import { StructuredData } from '#site/structuredData.tsx';
import { contactCentre, contactCentreRunning, phoneMeasures } from '#test/site/fixtures.ts';
import { filesFor, fixtureFiles, textAt } from '#test/site/pages.ts';

const [answered] = phoneMeasures;
if (answered === undefined) throw new Error('no fixtures');
const headOf = (csv: string): readonly string[] => csv.slice(0, csv.indexOf('\r\n')).split(',');

describe('every column of a table is described, in its order', () => {
  test.each([
    ['measures', measuresCsv(contactCentre)],
    ['milestones', milestonesCsv(contactCentre)],
    ['parts', partsCsv(contactCentre)],
    ['series', seriesCsv(contactCentre, answered)],
  ] as const)('%s', (kind, csv) => {
    expect(headOf(csv)).toEqual(Object.keys(columnsAbout[kind]));
    expect(['id', 'period', undefined]).toContain(rowKeys[kind]);
    expect([...headOf(csv), undefined]).toContain(rowKeys[kind]);
  });
});

describe('columns that others read by place', () => {
  test.each([
    ['measures', measuresCsv(contactCentre), 0, 'id'],
    ['measures', measuresCsv(contactCentre), 7, 'value'],
    ['measures', measuresCsv(contactCentre), 40, 'organisation'],
    ['measures', measuresCsv(contactCentre), 78, 'revision_reason'],
    ['parts', partsCsv(contactCentre), 7, 'value'],
    ['parts', partsCsv(contactCentre), 16, 'organisation'],
    ['milestones', milestonesCsv(contactCentre), 15, 'organisation'],
    ['milestones', milestonesCsv(contactCentre), 22, 'wave'],
    ['series', seriesCsv(contactCentre, answered), 11, 'organisation'],
  ])('of %s stay where they were', (_, csv, place, name) => expect(headOf(csv)[place]).toBe(name));
});

const licences: readonly (readonly [string, SiteInput['licence'], Licence | undefined, string])[] = [
  [
    'the Open Government Licence',
    'open-government-licence-3.0',
    {
      name: 'OGL-UK-3.0',
      title: 'Open Government Licence v3.0',
      address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    'Open Government Licence v3.0</a>.',
  ],
  [
    'another',
    { title: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
    { title: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
    'CC BY 4.0</a>.',
  ],
  ['none', undefined, undefined, 'Example Borough Council has not stated here under what licence'],
];

describe.each(licences)('with %s', (_, licence, expected, note) => {
  const files = filesFor({ editions: [contactCentre], scorecards: [contactCentre], organisations: [], licence });

  test('the page, the package, the metadata and the markup say the same', () => {
    expect(licenceOf(licence)).toEqual(expected);
    expect(textAt(files, 'example/data/index.html')).toContain(note);
    const { licenses } = JSON.parse(textAt(files, 'example/data/datapackage.json'));
    expect(licenses?.[0].path).toBe(expected?.address);
    const metadata = JSON.parse(textAt(files, 'example/data/contact-centre-2024-25-q4-measures.csv-metadata.json'));
    expect(metadata['dc:license']?.['@id']).toBe(expected?.address);
  });
});

describe('metadata', () => {
  const files = fixtureFiles();
  const tables = [...files.keys()].filter((path) => path.endsWith('.csv'));

  test('stands beside each table and names it', () => {
    expect(tables.length).toBeGreaterThan(50);
    for (const path of tables) {
      const { url, tableSchema: schema } = JSON.parse(textAt(files, `${path}-metadata.json`));
      expect([path, path.endsWith(`/${url}`)]).toEqual([path, true]);
      expect(schema.columns.map(({ name }: { name: string }) => name)).toEqual(headOf(textAt(files, path)));
    }
  });

  test('is listed with its table in the package', () => {
    for (const path of [...files.keys()].filter((each) => each.endsWith('datapackage.json'))) {
      const folder = path.replace('datapackage.json', '');
      for (const { path: table, schema } of JSON.parse(textAt(files, path)).resources)
        expect([files.has(`${folder}${table}`), files.has(`${folder}${schema}`)]).toEqual([true, true]);
    }
  });

  test('has a type and a text for each column', () => {
    const described = JSON.parse(
      csvw({ kind: 'measures', file: 'a.csv', title: 'A', publisher: 'B', publishedAt: '2025-04-30T22:59:59.999Z' }),
    );
    const { fields } = JSON.parse(tableSchema('measures'));
    expect(described.tableSchema.columns[7]).toEqual({
      name: 'value',
      titles: 'value',
      'dc:description': 'In the unit, unrounded; a percent is 0 to 100. Empty where nothing is published.',
      datatype: 'number',
    });
    expect(fields[7]).toMatchObject({ name: 'value', type: 'number' });
    expect(described).not.toHaveProperty('dc:license');
  });
});

describe('the page of all files', () => {
  const many = (count: number): SiteInput => ({
    editions: [contactCentre, contactCentreRunning],
    scorecards: [contactCentre],
    organisations: [],
    shown: Array.from({ length: count }, (_, i) => ({
      scorecard: { id: 'contact-centre', title: 'Contact centre' },
      period: `${1950 + i}`,
      edition: 1,
      asOf: '2025-04-30',
    })),
  });
  const pageWith = (count: number) => textAt(filesFor(many(count)), 'example/data/index.html');

  test.each([
    [56, 56, undefined],
    [57, 56, 'The files of 1 earlier period are listed in the data package.'],
    [59, 56, 'The files of 3 earlier periods are listed in the data package.'],
  ])('of %i periods has room for %i', (count, rows, note) => {
    const page = pageWith(count);
    expect(page.match(/href="[^"]*measures\.csv"/g)).toHaveLength(rows);
    if (note === undefined) expect(page).not.toContain('are listed in the data package.');
    else expect(page).toContain(note);
    expect(page.match(/<[a-z]/g)?.length ?? 0).toBeLessThan(1500);
    const { resources } = JSON.parse(textAt(filesFor(many(count)), 'example/data/datapackage.json'));
    expect(resources).toHaveLength(3 * count);
  });

  test('begins with the newest', () => expect(pageWith(3)).toMatch(/1952[\s\S]*1951[\s\S]*1950/));
});

describe('markup for search engines', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    '&lt;b&gt;',
    '"quoted" \\u003c',
    'line\u2028and\u2029paragraph',
  ])('holds %j as data, and nothing that ends it', (name) => {
    const html = render(<StructuredData data={{ name }} />);
    const [, inner = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
    expect(inner).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(inner)).toEqual({ name });
  });

  test('has whole addresses where the origin is known', () => {
    const files = filesFor({
      editions: [contactCentre],
      scorecards: [contactCentre],
      organisations: [],
      origin: 'https://x.example',
    });
    const page = textAt(files, 'example/data/index.html');
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '');
    expect(data.dataset[0]).toMatchObject({
      '@type': 'Dataset',
      url: 'https://x.example/example/contact-centre/',
      temporalCoverage: '2025-01-01/2025-03-31',
      distribution: [
        {
          contentUrl: 'https://x.example/example/data/contact-centre-2024-25-q4-measures.csv',
          encodingFormat: 'text/csv',
        },
        { contentUrl: 'https://x.example/example/data/contact-centre-2024-25-q4-milestones.csv' },
        { contentUrl: 'https://x.example/example/contact-centre/2024-25-q4/edition.json' },
        { contentUrl: 'https://x.example/example/data/contact-centre-2024-25-q4-parts.csv' },
      ],
    });
  });
});
