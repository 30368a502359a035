import { describe, expect, test } from '@jest/globals';
import { checkOrganisationFile } from '#scorecard/check.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { labelled } from '#scorecard/labels.ts';
import { problemText } from '#scorecard/problem.ts';

const measure = {
  cuts: [
    { by: 'service', rows: [{ name: 'council-tax', value: 1 }, { name: 'other', value: 2 }, { name: 'constructor' }] },
    { by: 'queue', rows: [{ name: 'council-tax', value: 3 }] },
  ],
  distribution: { number: 'waitSeconds', by: 'service', rows: [{ count: 3 }, { name: 'council-tax', count: 1 }] },
  ranking: [{ rank: 1, name: 'council-tax' }],
} as unknown as EditionMeasure;
const labels = { service: { 'council-tax': 'Council tax', other: 'Everything else' } };
const top = (by: string) => ({ value: { top: { stream: 'call', by, n: 3 } } }) as never;

describe('labels', () => {
  test('stand beside the values of their own dimension', () => {
    const { cuts, distribution } = labelled(measure, { value: { count: 'call' } } as never, labels);
    expect(cuts).toEqual([
      {
        by: 'service',
        rows: [
          { name: 'council-tax', label: 'Council tax', value: 1 },
          { name: 'other', label: 'Everything else', value: 2 },
          { name: 'constructor' },
        ],
      },
      { by: 'queue', rows: [{ name: 'council-tax', value: 3 }] },
    ]);
    expect(distribution?.rows).toEqual([{ count: 3 }, { name: 'council-tax', label: 'Council tax', count: 1 }]);
  });

  test('stand in a list of what it lists', () => {
    expect(labelled(measure, top('service'), labels).ranking).toEqual([
      { rank: 1, name: 'council-tax', label: 'Council tax' },
    ]);
    expect(labelled(measure, top('path'), labels).ranking).toEqual([{ rank: 1, name: 'council-tax' }]);
  });

  test('change nothing where there are none', () => expect(labelled(measure, top('service'), undefined)).toBe(measure));
});

const file = (lines: string) =>
  `id: northmoor\nname: Northmoor\ndimensions: { service: [council-tax] }\nlabels: ${lines}\n`;
const told = (lines: string): readonly string[] => {
  const checked = checkOrganisationFile('organisation.yaml', file(lines));
  return 'problems' in checked ? checked.problems.map(problemText) : [];
};

describe('a label', () => {
  test.each([
    ['{ service: { council-tax: Council tax } }'],
    ['{ service: { other: Everything else, not stated: Not said } }'],
    ['{ outcome: { answered: Answered } }'],
    ['{}'],
  ])('%s is taken', (lines) => expect(told(lines)).toEqual([]));

  test.each([
    ['{ service: { counciltax: Council tax } }', 'service is never "counciltax"'],
    ['{ service: { counciltax: Council tax } }', 'did you mean "council-tax"?'],
    ['{ services: { council-tax: Council tax } }', 'no event has a dimension "services"'],
    ['{ outcome: { anwsered: Answered } }', 'did you mean "answered"?'],
    ['{ service: { council-tax: "" } }', 'labels.service.council-tax'],
  ])('%s is refused: %s', (lines, part) => expect(told(lines)).toEqual([expect.stringContaining(part)]));
});
