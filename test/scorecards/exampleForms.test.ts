import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { organisation, scorecard } from '#scorecard/schema.ts';
import { unusedForms } from '#test/scorecards/schemaForms.ts';

const read = (name: string): unknown => parse(readFileSync(`scorecards/example/${name}.yaml`, 'utf8'));

describe('the example uses everything that the schema allows', () => {
  test('in its scorecards, which wait for no officer: until one signs, nothing would be shown', () => {
    const documents = ['contact-centre', 'every-formula', 'every-rule'].map(read);
    expect(unusedForms(scorecard, documents)).toEqual(['release: on-sign-off']);
  });

  test('in its organisation, which lies in one country and has one licence', () => {
    const anotherLicence = ['licence as { title, address }', 'licence.title', 'licence.address'];
    const elsewhere = ['division: scotland', 'division: northern-ireland'];
    expect(unusedForms(organisation, [read('organisation')])).toEqual([...anotherLicence, ...elsewhere]);
  });
});

describe('a form that is not used', () => {
  const word = z.enum(['a', 'b']);
  const leaf = z.strictObject({ n: z.number(), more: word.optional() });
  const tree = z.strictObject({
    id: z.string(),
    leaf: leaf.optional(),
    leaves: z.array(z.union([leaf, z.literal('none'), z.string().regex(/^x/)])).default([]),
    by: z.record(z.string(), z.union([z.number(), z.null()])).optional(),
  });

  test.each<[string, object, readonly string[]]>([
    [
      'a key',
      { id: 'i', leaf: { n: 1, more: 'a' }, leaves: ['none', 'xy', { n: 2, more: 'b' }] },
      ['by', 'by{} as number', 'by{} as null'],
    ],
    [
      'a word',
      { id: 'i', leaf: { n: 1, more: 'a' }, leaves: ['none', 'xy', { n: 2 }], by: { i: 1, j: null } },
      ['leaf.more: b'],
    ],
    [
      'a choice',
      { id: 'i', leaf: { n: 1, more: 'a' }, leaves: [{ n: 1, more: 'b' }, 'xy'], by: { i: 1, j: null } },
      ['leaves[] as none'],
    ],
    [
      'nothing',
      { id: 'i', leaf: { n: 1, more: 'a' }, leaves: [{ n: 1, more: 'b' }, 'xy', 'none'], by: { i: 1, j: null } },
      [],
    ],
  ])('is found: %s', (_, document, expected) => expect(unusedForms(tree, [document])).toEqual(expected));

  test('is used when any of the documents uses it', () => {
    expect(unusedForms(word, ['a', 'b'])).toEqual([]);
    expect(
      unusedForms(leaf, [
        { n: 1, more: 'b' },
        { n: 1, more: 'a' },
      ]),
    ).toEqual([]);
  });
});
