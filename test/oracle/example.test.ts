import { beforeAll, describe, expect, test } from '@jest/globals';
import { recompute } from '#oracle/answers.ts';
import { type Cell, cellsOf, skippedIn } from '#oracle/cells.ts';
import { compare, ownPeriodsOf } from '#oracle/compare.ts';
import { postedFor } from '#oracle/postings.ts';
import { assessed, configurationOf } from '#oracle/published.ts';
import { unexplained } from '#oracle/report.ts';
import type { Edition } from '#scorecard/edition.ts';

describe('the example, worked out anew in SQL', () => {
  let editions: readonly Edition[];
  let recomputed: readonly Cell[];

  beforeAll(async () => {
    const posted = await postedFor('example');
    editions = await assessed(configurationOf('example'), posted);
    recomputed = await recompute(posted);
  }, 60_000);

  const differing = (published: readonly Edition[]) =>
    compare(published.flatMap(cellsOf), ownPeriodsOf(published), recomputed).filter(({ equal }) => !equal);

  test('has the figures of every edition', () => expect(differing(editions)).toEqual([]));

  test('leaves out no number without a reason', () => {
    expect(unexplained(editions.flatMap(skippedIn))).toEqual([]);
  });

  test('covers every measure of every scorecard', () => {
    // Judged by the colours of others, and without a number of their own.
    const headings = ['worst', 'most', 'all'].map((which) => `every-rule/${which}-of-the-telephone`);
    const named = new Set(recomputed.map(({ scorecard, measure }) => `${scorecard}/${measure}`));
    const measures = editions.flatMap(({ scorecard, measures }) => measures.map(({ id }) => `${scorecard.id}/${id}`));
    expect(new Set(measures.filter((measure) => !named.has(measure)))).toEqual(new Set(headings));
  });

  test('finds a planted figure that is one call off', () => {
    const planted = editions.map((edition) => ({
      ...edition,
      measures: edition.measures.map((measure) =>
        measure.id === 'calls-offered' && measure.period === '2024-25-q4'
          ? { ...measure, value: (measure.value ?? 0) + 1 }
          : measure,
      ),
    }));
    const cell = { scorecard: 'contact-centre', measure: 'calls-offered', period: '2024-25-q4', part: 'value' };
    expect(differing(planted)).toEqual([{ ...cell, published: 568, recomputed: 567, equal: false }]);
  });

  test('finds a number that is in a place which nobody has thought of', () => {
    const [edition] = editions;
    const planted = {
      ...edition,
      measures: edition?.measures.map((measure) => ({ ...measure, novel: [{ size: 1 }] })),
    };
    expect(new Set(unexplained(skippedIn(planted as unknown as Edition)))).toContainEqual({
      place: 'measure novel[].size',
    });
  });

  test('finds a cut that was left out', () => {
    const planted = editions.map((edition) => ({
      ...edition,
      measures: edition.measures.map((measure) =>
        measure.id === 'service-level' ? { ...measure, cuts: [] } : measure,
      ),
    }));
    expect(differing(planted).length).toBeGreaterThan(30);
  });
});
