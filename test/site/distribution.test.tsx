import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { Distribution } from '#site/distribution.tsx';
import { contactCentre, measure } from '#test/site/fixtures.ts';
import { cellsOf } from '#test/site/tables.ts';

const waits = contactCentre.measures.find(({ distribution }) => distribution !== undefined);
const html = waits ? render(<Distribution edition={contactCentre} measure={waits} />) : '';

describe('how long it took', () => {
  test('is said in words, with the longest', () =>
    expect(html).toContain(
      'Of 20,000, half took no longer than 35 seconds and nine in ten no longer than 160 seconds. The longest took 1,312 seconds.',
    ));

  test('is a table of bands, each with its number and share', () =>
    expect(cellsOf(html)).toEqual(
      expect.arrayContaining([
        ['Up to 60', '15,000', '', '75.0%'],
        ['Over 60, up to 300', '4,900', '', '24.5%'],
        ['Over 300', '100', '', '0.5%'],
      ]),
    ));

  test('is told of each part, and of too few people not at all', () =>
    expect(cellsOf(html)).toEqual(
      expect.arrayContaining([
        ['Council Tax', '12,000', '41 seconds', '188 seconds', '1,312 seconds'],
        ['Registrars', 'Withheld, because it is of too few people', '', '', ''],
      ]),
    ));

  test('has no table of parts that is wider than a phone: every cell says which column it is of', () => {
    const cells = html.slice(html.lastIndexOf('<tbody')).match(/<td[^>]*>/g) ?? [];
    expect(cells).toHaveLength(12);
    expect(cells.filter((cell) => !cell.includes('data-label="'))).toEqual([]);
  });

  test('is not there where nothing is known of it', () =>
    expect(render(<Distribution edition={contactCentre} measure={measure({ id: 'm', title: 'M' })} />)).toBe(''));
});
