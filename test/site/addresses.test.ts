import { describe, expect, test } from '@jest/globals';
import { reservedIds } from '#scorecard/reserved.ts';
import {
  addresses,
  ganttFile,
  latestFolder,
  linksOn,
  measureFiles,
  outside,
  pathOf,
  tablesOn,
} from '#site/addresses.ts';
import { wirral } from '#test/site/fixtures.ts';

describe('addresses', () => {
  test('are those of the contract', () => {
    expect(linksOn('current', wirral).strategy).toBe('/wirral/customer-experience/');
    expect(linksOn('period', wirral).strategy).toBe('/wirral/customer-experience/2023-24-q3/');
    expect(linksOn('edition', wirral).editionJson).toBe('/wirral/customer-experience/2023-24-q3/1/edition.json');
    expect(linksOn('current', wirral).measure('live-accounts')).toBe(
      '/wirral/customer-experience/measures/live-accounts/',
    );
    expect(latestFolder(wirral)).toBe('/wirral/customer-experience/latest/');
    expect(tablesOn('period', wirral).measures).toBe('/wirral/data/customer-experience-2023-24-q3-measures.csv');
    expect(addresses.schema).toBe('/schema/edition-1.json');
  });

  test('of the site’s own are no ids that are taken', () => {
    const first = (address: string, place: number) => address.split('/')[place] ?? '';
    const general = [
      addresses.howWeRate,
      addresses.accessibility,
      addresses.schema,
      addresses.asset('site', 'a', 'css'),
    ];
    const own = [addresses.data('a'), addresses.dashboard('a', 'b'), addresses.paper('a', 'b', '2023-24')];
    expect(general.map((address) => first(address, 1)).sort()).toEqual([...reservedIds.organisation]);
    expect(own.map((address) => first(address, 2)).sort()).toEqual([...reservedIds.scorecard].sort());
  });

  test('of an edition’s own files stay with it', () => {
    expect(tablesOn('edition', wirral).milestones).toContain('/2023-24-q3/1/');
    expect(measureFiles(wirral, 'live-accounts').svg).toContain('/2023-24-q3/1/measures/live-accounts/');
    expect(ganttFile(wirral)).toContain('/2023-24-q3/1/milestones/');
  });

  test.each(['../etc', 'a/b', 'A', '', 'a b', 'javascript:1', 'a--b'])('refuse the id %j', (id) =>
    expect(() => addresses.organisation(id)).toThrow('cannot be part of an address'),
  );

  test.each([
    ['https://www.wirral.gov.uk', 'https://www.wirral.gov.uk/'],
    ['http://example.org/a?b=c', 'http://example.org/a?b=c'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    [' JavaScript:alert(1)', undefined],
    ['not an address', undefined],
    [undefined, undefined],
  ])('outside the site: %j gives %j', (url, href) => expect(outside(url)).toBe(href));

  test('of folders are their index', () => {
    expect(pathOf('/wirral/')).toBe('/wirral/index.html');
    expect(pathOf('/404.html')).toBe('/404.html');
  });
});
