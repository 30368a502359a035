import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkScorecard } from '#scorecard/check.ts';
import type { Colour } from '#scorecard/edition.ts';
import { parentVerdict } from '#scorecard/parentRating.ts';
import { editionOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const children = (colours: readonly Colour[]) => colours.map((colour, i) => ({ title: `M${i + 1}`, colour }));
const [G, A, R, T, N]: readonly Colour[] = ['green', 'amber', 'red', 'no-target', 'not-reported'];

describe('a colour from colours', () => {
  test.each([
    ['worst', [G, G], G],
    ['worst', [G, A], A],
    ['worst', [G, A, R], R],
    ['worst', [G, T], G],
    ['worst', [A, N], N],
    ['worst', [R, N], R],
    ['worst', [T, T], T],
    ['majority', [G, G, R], G],
    ['majority', [G, R], R],
    ['majority', [G, A], A],
    ['majority', [A, A, G, G, R], A],
    ['majority', [G, G, N], G],
    ['majority', [G, N, N], N],
    ['all-green', [G, G], G],
    ['all-green', [G, A], R],
    ['all-green', [G, N], N],
    ['all-green', [A, N], R],
    ['all-green', [G, T], G],
  ] as ['worst' | 'majority' | 'all-green', Colour[], Colour][])('%s of %j: %s', (rule, colours, colour) =>
    expect(parentVerdict(rule, children(colours)).colour).toBe(colour),
  );

  test.each([
    ['worst', [G, R], 'Red: the worst of 2 measures, by “M2”.'],
    ['majority', [G, G, R], 'Green: 2 of 3 measures are green.'],
    ['all-green', [G, G], 'Green: all of 2 measures are green.'],
    ['all-green', [G, A], 'Red: not green are “M2”.'],
    ['worst', [T], 'None of the measures that this one is judged by is judged itself.'],
  ] as ['worst' | 'majority' | 'all-green', Colour[], string][])('%s of %j says so', (rule, colours, reason) =>
    expect(parentVerdict(rule, children(colours)).reason).toBe(reason),
  );

  test('in any order; and never green while one is not reported, but by most', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<('worst' | 'majority' | 'all-green')[]>('worst', 'majority', 'all-green'),
        fc.array(fc.constantFrom<Colour[]>('green', 'amber', 'red', 'no-target', 'not-reported'), { minLength: 1 }),
        (rule, colours) => {
          const { colour } = parentVerdict(rule, children(colours));
          expect(parentVerdict(rule, children([...colours].reverse())).colour).toBe(colour);
          if (rule !== 'majority' && colours.includes('not-reported')) expect(colour).not.toBe('green');
        },
      ),
    ));
});

test('a row of two measures has the colour of the worse, and no figure', () => {
  const target = { target: 90, title: 'FOI' };
  const measures = [
    { id: 'rights', title: 'Rights', rating: { owner: 'Panel', from: { measures: ['foi', 'sar'], rule: 'worst' } } },
    { id: 'foi', ...target },
    { id: 'sar', ...target, title: 'SAR' },
  ];
  const records = [
    recorded('2024-01-10', '2023-24-q3', { measure: 'foi', value: 95 }),
    recorded('2024-01-10', '2023-24-q3', { measure: 'sar', value: 71 }),
  ];
  const edition = editionOf({ measures, records });
  expect(edition.measures[0]).toMatchObject({
    flags: [],
    notPublishedReason: 'It is judged by other measures, and has no figure of its own.',
    rating: {
      colour: 'red',
      reason: 'Red: the worst of 2 measures, by “SAR”.',
      rule: { text: 'The worst of “FOI”, “SAR”.', version: '1', owner: 'Panel' },
    },
    series: [{ colour: 'red' }],
  });
  expect(editionSchema.parse(edition)).toEqual(edition);
});

describe('check', () => {
  const yaml = (measures: string): string =>
    `id: service\ntitle: Service\ngroups:\n  - id: g\n    title: G\n    measures:\n${measures}`;
  const usual = 'unit: percent, polarity: higher, frequency: quarter, value: { recorded: true }';
  const row = (id: string, more: string): string => `      - { id: ${id}, title: ${id}, ${usual}, ${more} }\n`;
  const parent = (id: string, ...of: string[]): string =>
    row(id, `rating: { from: { measures: [${of.join(', ')}], rule: worst } }`);
  const told = (text: string): string[] => {
    const checked = checkScorecard('service.yaml', yaml(text));
    return 'problems' in checked ? checked.problems.map(({ path, message }) => `${path}: ${message}`) : [];
  };
  const place = 'groups[0].measures[0].rating.from.measures[0]';

  test.each([
    ['in order', parent('p', 'a') + row('a', 'target: 80'), []],
    ['parents of parents', parent('p', 'q') + parent('q', 'a') + row('a', 'target: 80'), []],
    [
      'an unknown one',
      parent('p', 'b') + row('a', 'target: 80'),
      [`${place}: there is no measure "b" in this scorecard`],
    ],
    ['itself', parent('p', 'p'), [`${place}: "p" would be judged by itself`]],
    [
      'a circle',
      parent('p', 'q') + parent('q', 'p'),
      [
        `${place}: "p" would be judged by itself`,
        `${place.replace('[0].rating', '[1].rating')}: "q" would be judged by itself`,
      ],
    ],
    [
      'one that is never judged',
      parent('p', 'a') + row('a', 'code: x'),
      [`${place}: "a" has no target, so it never has a colour`],
    ],
    [
      'its own target as well',
      row('p', 'target: 80, rating: { from: { measures: [a], rule: worst } }') + row('a', 'target: 80'),
      ['groups[0].measures[0].rating: a measure that is judged by others is not judged by its own figure'],
    ],
  ])('%s', (_, text, lines) => expect(told(text)).toEqual(lines));
});
