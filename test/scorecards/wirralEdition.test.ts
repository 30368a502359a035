import { describe, expect, test } from '@jest/globals';
import { editionOf } from '#test/scorecards/wirral.ts';

const editions = [
  ['2023-24-q2', '2023-12-15'],
  ['2023-24-q3', '2023-12-15'],
  ['2023-24-q3', '2024-01-25'],
  ['2023-24-q4', '2024-01-25'],
] as const;

describe.each(editions)('the edition of %s as of %s', (period, asOf) => {
  const edition = editionOf(period, asOf);
  const measure = (code: string) => edition.measures.find((each) => each.code === code);

  test('ranks by the sign of the change, over all priorities', () => {
    const codes = (ids: readonly string[]) => ids.map((id) => edition.measures.find((each) => each.id === id)?.code);
    expect(codes(edition.mostImproved)).toEqual(['WIR-M13', 'WIR-M15', 'WIR-M10', 'WIR-M05', 'WIR-M02']);
    expect(codes(edition.mostWorsened)).toEqual(['WIR-M07', 'WIR-M11', 'WIR-M01', 'WIR-M14', 'WIR-M12', 'WIR-M08']);
  });

  test.each([
    ['WIR-M01', '2023-24-q2', -18.8],
    ['WIR-M05', '2022-23', 10],
    ['WIR-M08', '2023-24-h1', -1],
    ['WIR-M13', '2023-24-q2', 32.5],
    ['WIR-M14', '2022-23', -13],
  ])('shows the recorded change of %s with its own period, and no value', (code, of, change) => {
    expect(measure(code)).toMatchObject({ period: of, status: 'not-published', improvement: { value: change } });
    expect(measure(code)).not.toHaveProperty('value');
    expect(measure(code)?.rating.colour).toBe('not-reported');
  });

  test.each(['WIR-M03', 'WIR-M04', 'WIR-M06', 'WIR-M09', 'WIR-M17', 'WIR-M20', 'WIR-M21'])(
    'shows neither a value nor a change of %s',
    (code) => {
      expect(measure(code)).not.toHaveProperty('value');
      expect(measure(code)).not.toHaveProperty('improvement');
      expect(measure(code)?.notPublishedReason).toEqual(expect.any(String));
    },
  );

  test.each([
    ['WIR-M16', 'over', 173_000, '2022-23'],
    ['WIR-M18', undefined, 12.4, '2023-24-q2'],
    ['WIR-M19', 'over', 22, '2023-24-q2'],
  ])('shows %s as printed, as provisional', (code, qualifier, value, of) => {
    expect(measure(code)).toMatchObject({ value, period: of, status: 'provisional' });
    expect(measure(code)?.qualifier).toBe(qualifier);
  });

  test('keeps the one earlier figure of video appointments in the series, and says why it is not the current one', () => {
    expect(measure('WIR-M09')?.series.filter(({ value }) => value !== undefined)).toMatchObject([
      { period: '2021-22-q4', value: 95 },
    ]);
  });

  test('prints the notice, five groups, and no measure under priority 4', () => {
    expect(edition.scorecard.notice).toContain('not published by Wirral Council');
    expect(edition.groups.map(({ measures }) => measures.length)).toEqual([7, 1, 10, 0, 3]);
    expect(edition.groups[3]?.introduction).toContain('there are none to show');
  });
});

test('what is left open in the paper is explained beside the measure', () => {
  const edition = editionOf('2023-24-q3', '2024-01-25');
  const silent = ['WIR-M03', 'WIR-M04', 'WIR-M06', 'WIR-M09', 'WIR-M17'];
  const comments = edition.measures
    .filter(({ code }) => silent.includes(code ?? ''))
    .map(({ commentary }) => commentary.length);
  expect(comments).toEqual([1, 1, 1, 1, 1]);
});
