import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { organisation } from '#scorecard/schema.ts';
import { addresses, definitionOn, linksOn, metadataOf, tablesOn } from '#site/addresses.ts';
import { columnsAbout } from '#site/csvColumns.ts';
import { editionSchema } from '#site/editionSchema.ts';
import { mostEntries } from '#site/feed.tsx';
import { ratingName } from '#site/words.ts';

const guide = readFileSync('docs/open-data.md', 'utf8');
const edition = { organisation: { id: 'o' }, scorecard: { id: 's' }, period: { id: '2024-25-q4' }, edition: 1 };
const written = (address: string): string =>
  address
    .replace('/o/', '/{org}/')
    .replace('/s/', '/{scorecard}/')
    .replace('/id/', '/{id}/')
    .replace('s-2024', '{scorecard}-2024')
    .replace('2024-25-q4', '{period}');

describe('docs/open-data.md', () => {
  test.each([
    addresses.data('o'),
    tablesOn('period', edition).measures,
    tablesOn('period', edition).milestones,
    tablesOn('period', edition).parts,
    addresses.dataPackage('o'),
    linksOn('period', edition).editionJson,
    addresses.schema,
    addresses.definitionSchema,
    definitionOn('current', edition, 'id'),
    addresses.feed('o'),
    addresses.wholeFeed,
    linksOn('current', edition).changes,
    addresses.sitemapIndex,
    addresses.robots,
    addresses.search('o', 's'),
  ])('names %s', (address) => expect(guide).toContain(`\`${written(address)}\``));

  test('names the metadata of a table as it is called', () => expect(guide).toContain(`\`${metadataOf('….csv')}\``));

  test('names only columns that there are', () => {
    const named = [...guide.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    const columns = { ...columnsAbout.measures, ...columnsAbout.parts };
    expect(named.filter((name) => !(name in columns))).toEqual([]);
    const [, head = ''] = /\n(\| `title`.*)\n/.exec(guide) ?? [];
    for (const [, name = ''] of head.matchAll(/`(\w+)`/g)) expect(columnsAbout.measures).toHaveProperty([name]);
  });

  test('prints ratings as the table has them', () => {
    for (const colour of ['amber', 'red', 'green'] as const) expect(guide).toContain(`| ${ratingName(colour)} |`);
  });

  test('asks the document only for fields that it has', () => {
    const revision = editionSchema.properties?.['revisions']?.items?.properties;
    const measure = editionSchema.properties?.['measures']?.items?.properties;
    for (const field of ['measure', 'period', 'from', 'to', 'on', 'reason']) expect(revision).toHaveProperty(field);
    for (const field of ['id', 'title', 'value', 'target', 'rating', 'status', 'flags'])
      expect(measure).toHaveProperty(field);
  });

  test('says how long the feed is', () => {
    expect(mostEntries).toBe(100);
    expect(guide).toContain('at most a hundred entries');
  });

  test.each([...guide.matchAll(/```yaml\n(licence:[\s\S]*?)```/g)].map((match) => match[1] ?? ''))(
    'may be written: %s',
    (yaml) => expect(organisation.safeParse({ id: 'o', name: 'O', ...parse(yaml) }).success).toBe(true),
  );
});
