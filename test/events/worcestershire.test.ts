import { describe, expect, test } from '@jest/globals';
import { cards, night, posted, reference } from '#test/scorecards/worcestershire.ts';

const groups = cards.flatMap((card) => card.groups);
const measures = groups.flatMap((group) => group.measures);
/** A letter after the code marks a figure that the paper prints within a row. */
const rows = measures.filter(({ code }) => /^WOR-M\d\d$/.test(code ?? ''));
const byCode = (a: { code?: string | undefined }, b: { code?: string | undefined }) =>
  (a.code ?? '') < (b.code ?? '') ? -1 : 1;

describe('the measures of the paper', () => {
  test('are all there, each once, with the polarity of the reference; unknown is none', () => {
    expect(rows.toSorted(byCode).map(({ code, polarity }) => [code, polarity])).toEqual(
      reference.measures.map(({ id, polarity }) => [id, polarity === 'unknown' ? 'none' : polarity]),
    );
  });

  test('bring only such further figures as belong to a row', () => {
    const codes = new Set(reference.measures.map(({ id }) => id));
    expect(measures.filter(({ code }) => !codes.has(code?.slice(0, 7) ?? '')).map(({ code }) => code)).toEqual([]);
    expect(new Set(measures.map(({ code }) => code)).size).toBe(measures.length);
  });

  test('stand together as in the reference', () => {
    const printed = [...new Set(reference.measures.map(({ group }) => group))].map(
      (name) => reference.measures.filter(({ group }) => group === name).map(({ id }) => id).length,
    );
    const counted = groups
      .map((group) => group.measures.filter((measure) => rows.includes(measure)).map(({ code = '' }) => code))
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(counted.map((codes) => codes.length)).toEqual(printed);
  });
});

describe('the events', () => {
  test('were recorded after the quarter and before the night', () => {
    const days = posted.map(({ time }) => time.slice(0, 10));
    expect(days.filter((day) => day <= '2021-12-31' || day >= night)).toEqual([]);
  });

  test('have an id of their own over all files', () => {
    expect(new Set(posted.map(({ id }) => id)).size).toBe(posted.length);
  });

  test('name a line that its budget holds, or none', () => {
    const lines = cards.flatMap(({ budgets = [] }) =>
      budgets.flatMap((each) => each.lines.map(({ id }) => [each.id, id])),
    );
    const known = new Set(lines.map((pair) => pair.join(' ')));
    const named = posted.flatMap(({ data: { measure, cut } }) =>
      cut && 'line' in Object(cut) ? [`${measure} ${Object(cut).line}`] : [],
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((each) => !known.has(each))).toEqual([]);
  });

  test('name a measure, a group or a budget that their scorecard holds', () => {
    const known = new Set(
      cards.flatMap((card) =>
        [...card.groups.flatMap((group) => [group, ...group.measures]), ...(card.budgets ?? [])].map(
          ({ id }) => `${card.id} ${id}`,
        ),
      ),
    );
    const named = posted.map(({ data }) => `${data['scorecard']} ${data['measure'] ?? data['group']}`);
    expect(named.filter((each) => !known.has(each))).toEqual([]);
  });
});
