import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { assets } from '#site/assets.ts';
import { folded, searchIndex } from '#site/searchIndex.ts';
import { editionOf as westLothian } from '#test/scorecards/westLothian.ts';
import { contactCentre, measure, wirral } from '#test/site/fixtures.ts';

const entryOf = (definition: string | undefined, title = 'Calls answered', code?: string) =>
  JSON.parse(searchIndex({ ...contactCentre, measures: [measure({ id: 'calls', title, definition, code })] }))[0];

describe('the index', () => {
  test('has of each measure its title, its address and its status', () =>
    expect(entryOf(undefined)).toEqual(['Calls answered', '/example/contact-centre/measures/calls/', 'No target', '']));

  test.each([
    ['words of the definition, once each', 'Within eighty seconds, eighty.', 'eighty seconds'],
    ['none that the title has', 'Answered calls of residents', 'residents'],
    ['none that every text has, and none of two letters', 'It is what they have said to us', 'said'],
    ['words without capitals and accents', 'Ŵythnos Français', 'wythnos francais'],
    ['numbers', 'Within 80 or 120 seconds', '120 seconds'],
    ['no marks that markup is made of', '<b>bold</b> "quoted" & more', 'bold quoted more'],
  ])('has %s', (_, definition, words) => expect(entryOf(definition)[3]).toBe(words));

  test('has the code that the council knows a measure by', () =>
    expect(entryOf('Within a minute', 'Calls', 'CC1')[3]).toBe('cc1 minute'));

  test.each([59, 60, 61])('of a definition of %i words keeps sixty at most', (count) => {
    const definition = Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
    expect(entryOf(definition)[3].split(' ')).toHaveLength(Math.min(60, count));
  });

  test('is folded as the script folds what is typed', () => expect(folded('Ŵythnos Ééé')).toBe('wythnos eee'));
});

describe('the index and the script together are under 10 KB as they are sent', () => {
  test.each([
    ['the contact centre', contactCentre],
    ['Wirral', wirral],
    ['West Lothian', westLothian('2017-18')],
  ])('of %s', (_, edition) =>
    expect(gzipSync(searchIndex(edition)).length + gzipSync(assets.script).length).toBeLessThan(10_000),
  );

  test('of a scorecard of sixty measures with a long definition each', () => {
    const definition = contactCentre.measures[0]?.definition ?? '';
    const measures = Array.from({ length: 60 }, (_, i) =>
      measure({ id: `m-${i}`, title: `Measure ${i} of the contact centre`, definition: `${definition} ${i * 7919}` }),
    );
    const index = searchIndex({ ...contactCentre, measures });
    expect(gzipSync(index).length + gzipSync(assets.script).length).toBeLessThan(10_000);
  });
});
