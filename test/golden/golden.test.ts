import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cases, type Golden } from '#test/golden/cases.ts';
import { kinds, workedOut } from '#test/golden/kinds.ts';
import { milestoneColour } from '#test/golden/milestones.ts';

const of = (consistent: boolean | null): readonly Golden[] =>
  cases.filter((golden) => golden.consistent === consistent);

/** Whether a word has a capital is no fact. */
const folded = (answer: unknown): unknown => (typeof answer === 'string' ? answer.toLowerCase() : answer);

const answerTo = (golden: Golden): unknown => {
  const found = workedOut(golden);
  if (!found) throw new Error(`no way takes ${JSON.stringify(golden.inputs)}`);
  return folded(found.answer);
};

/** The text under a heading that names the case. */
const decisions = new Map(
  readFileSync('docs/decisions.md', 'utf8')
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = '', ...lines] = section.replace(/^## .*/ms, '').split('\n');
      return heading.split(', ').map((id) => [id, lines.join(' ').replaceAll(/\s+/g, ' ')] as const);
    }),
);

describe('what follows from its inputs comes out as printed', () => {
  test.each(of(true))('$kind $id', (golden) => expect(answerTo(golden)).toEqual(folded(golden.expected)));

  test.each(cases.filter(({ later }) => later))('$id a quarter later', ({ inputs, later }) => {
    const { status, original, current } = inputs as Record<'status' | 'original' | 'current', string>;
    expect(milestoneColour({ status, original, current }, '2023-12-31')).toBe(later);
  });
});

const isWords = (input: unknown): boolean => typeof input === 'string' && !/\d/.test(input);
/** Nothing to compute: sentences that disagree. */
const isOfWords = ({ inputs }: Golden): boolean => Object.values(inputs).every(isWords);

const printed = (figure: number): string =>
  figure.toLocaleString('en-GB', { maximumFractionDigits: 4 }).replace('-', '−');

describe('what does not follow is caught, and decided', () => {
  const inconsistent = of(false);

  test.each(inconsistent.filter((golden) => !isOfWords(golden)))('$kind $id', (golden) => {
    const answer = answerTo(golden);
    expect(answer).toEqual(folded(golden.ours ?? golden.computed));
    if (golden.ours === undefined) expect(answer).not.toEqual(folded(golden.expected));
  });

  test.each(inconsistent)('$id stands in docs/decisions.md', ({ id, computed, expected }) => {
    const decision = decisions.get(id);
    expect(decision?.length).toBeGreaterThan(40);
    for (const figure of [computed, expected])
      if (typeof figure === 'number') expect(decision).toContain(printed(figure));
  });
});

describe('what cannot be decided is not published', () => {
  const undecidable = of(null);

  test.each(undecidable)('$id stands in docs/decisions.md', ({ id }) =>
    expect(decisions.get(id)).toMatch(/undecidable/i),
  );

  test.each(undecidable.filter((golden) => workedOut(golden) !== undefined))('$kind $id', (golden) =>
    expect(answerTo(golden)).toEqual(folded(golden.computed)),
  );
});

describe('nothing is left out', () => {
  test('219 cases, of which 167 follow', () => {
    expect([cases.length, of(true).length, of(false).length, of(null).length]).toEqual([219, 167, 38, 14]);
  });

  test('of 14 nothing is known but the print, which is published as recorded', () =>
    expect(of(true).filter(({ inputs }) => 'printed' in inputs)).toHaveLength(14));

  test('every kind has its way', () =>
    expect(Object.keys(kinds).sort()).toEqual([...new Set(cases.map(({ kind }) => kind))].sort()));

  test('every decision is about a case', () =>
    expect([...decisions.keys()].filter((id) => !cases.some((golden) => golden.id === id))).toEqual([]));
});
