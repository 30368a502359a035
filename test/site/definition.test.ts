import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { definition } from '#scorecard/definitionSchema.ts';
import type { Edition } from '#scorecard/edition.ts';
import { definitionJsonSchema } from '#scorecard/jsonSchema.ts';
import { measure } from '#scorecard/schema.ts';
import { contactCentre } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';

/** What is published at `/schema/definition-1.json`; `GOLDEN=accept npm test -- test/site/definition` writes it anew. */
const path = 'packages/site/definitionSchema.json';
if (process.env['GOLDEN'] === 'accept') writeFileSync(path, `${JSON.stringify(definitionJsonSchema(), null, 2)}\n`);

test('the published schema of a definition says what the program checks', () =>
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(definitionJsonSchema()))));

const block = measure.parse({
  ...{ id: 'calls-abandoned', title: 'T', unit: 'percent', polarity: 'lower', frequency: 'quarter' },
  value: { share: 'call', where: { outcome: 'abandoned' } },
});
const edition: Edition = {
  ...contactCentre,
  measures: contactCentre.measures.map((each) =>
    each.id === 'calls-abandoned' ? { ...each, portable: { measure: block, dimensions: { queue: ['a'] } } } : each,
  ),
};
const files = filesFor({
  ...{ editions: [edition], scorecards: [edition], organisations: [], origin: 'https://x.example' },
});
const forGood = 'example/contact-centre/2024-25-q4/2/measures/calls-abandoned/definition.json';

describe('the definition of a measure', () => {
  test('is a file that the program can read, of what holds now and of each edition', () => {
    const text = textAt(files, forGood);
    expect(definition.parse(JSON.parse(text))).toEqual({
      $schema: 'https://x.example/schema/definition-1.json',
      schema: 'definition-1',
      organisation: { id: 'example', name: 'Example Borough Council' },
      scorecard: { id: 'contact-centre', title: 'Contact centre' },
      edition: { period: '2024-25-q4', number: 2, asOf: '2025-04-30' },
      formula: expect.any(String),
      measure: block,
      dimensions: { queue: ['a'] },
      published: { period: '2024-25-q4', value: 6.2, numerator: 63, denominator: 1016 },
    });
    expect(textAt(files, 'example/contact-centre/measures/calls-abandoned/definition.json')).toBe(text);
    expect(JSON.parse(textAt(files, 'schema/definition-1.json')).properties.measure).toBeDefined();
  });

  test('is linked from the page of the measure, with the command that works it out again', () => {
    const page = textAt(files, 'example/contact-centre/measures/calls-abandoned/index.html');
    expect(page).toContain(`href="/${forGood}"`);
    expect(page).toContain('<code>quarterlight explain calls-abandoned --period 2024-25-q4</code>');
    expect(page).toContain('which must come to what is published here: 63 of 1,016: 6.2%.');
  });

  test('is neither made nor linked of editions from before there was such', () => {
    expect([...files.keys()].filter((path) => path.includes('/calls-answered-80s/definition'))).toEqual([]);
    expect(textAt(files, 'example/contact-centre/measures/calls-answered-80s/index.html')).not.toContain('explain');
  });
});
