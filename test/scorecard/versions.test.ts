import { describe, expect, test } from '@jest/globals';
import { abandoned, answered, editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const value = (period: string, n: number, more: object = {}, day = '2024-01-10') =>
  recorded(day, period, { value: n, ...more });
const records = [value('2022-23-q3', 70), value('2023-24-q1', 75), value('2023-24-q2', 78), value('2023-24-q3', 80)];
const redefined = { from: '2023-24-q2', note: 'Calls to the switchboard count too.', definition: 'All calls.' };

describe('a definition that changed', () => {
  const measure = { definition: 'Some calls.', versions: [redefined] };
  const shown = measureOf({ measure, records });

  test('breaks the series where it begins', () =>
    expect(shown.series.flatMap(({ period, break: note }) => (note ? [[period, note]] : []))).toEqual([
      ['2023-24-q2', redefined.note],
    ]));

  test('is not compared across, and says why', () => {
    expect(shown).toMatchObject({
      direction: 'not-applicable',
      notComparedReason: 'The definition changed from Q2 2023–24: Calls to the switchboard count too.',
      definition: 'All calls.',
      versions: [{ from: '2023-24-q2', label: 'Q2 2023–24', note: redefined.note }],
    });
    expect(shown).not.toHaveProperty('improvement');
  });

  test.each([
    ['in the first period of the new one, with the last of the old', '2023-24-q2', undefined],
    ['in the next, with the first of the new', '2023-24-q3', (100 * 2) / 78],
    ['before it, as ever', '2023-24-q1', undefined],
  ])('%s', (_, period, improvement) => {
    const previous = measureOf({ measure: { ...measure, compare: 'previous-period' }, records, period });
    expect(previous.improvement?.value).toBe(improvement);
  });

  test('before it, the old definition holds', () => {
    const before = measureOf({ measure, records, period: '2023-24-q1' });
    expect(before.definition).toBe('Some calls.');
    expect(before).not.toHaveProperty('versions');
  });

  test('is in neither list, and a published edition', () => {
    const edition = editionOf({ measure, records });
    expect([edition.mostImproved, edition.mostWorsened]).toEqual([[], []]);
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('restated, nothing is broken', () => {
    const restated = measureOf({ measure: { versions: [{ ...redefined, restate: true }] }, records });
    expect(restated.series.some((point) => point.break)).toBe(false);
    expect(restated.improvement?.value).toBeCloseTo(100 / 7);
  });
});

test('a rank in history is among figures of one definition', () => {
  const typed = ['2022-23-q2', '2022-23-q3', '2022-23-q4', '2023-24-q1', '2023-24-q2', '2023-24-q3'];
  const all = typed.map((period, i) => value(period, 90 - i));
  const ranked = (versions: readonly object[]) =>
    measureOf({ measure: { historyRank: true, versions }, records: all }).historyRank?.of;
  expect(ranked([])).toBe(6);
  expect(ranked([{ ...redefined, from: '2023-24-q1' }])).toBe(3);
});

describe('a formula that changed', () => {
  const level = { value: { share: 'call', where: { outcome: 'answered' } } };
  const facts = ['2022-11-01', '2023-08-01', '2023-11-01'].flatMap((day) => [
    answered(day, 10),
    answered(day, 100),
    answered(day, 100),
    abandoned(day, 10),
  ]);
  const sooner = {
    from: '2023-24-q2',
    note: 'Only calls answered within 80 seconds.',
    value: { share: 'call', where: { outcome: 'answered', waitSeconds: { atMost: 80 } } },
  };
  const seriesOf = (versions: readonly object[]) =>
    measureOf({ measure: { ...level, versions }, facts })
      .series.filter(({ value: each }) => each !== undefined)
      .map((point) => [point.period, point.value]);

  test('holds from its period on', () =>
    expect(seriesOf([sooner])).toEqual([
      ['2022-23-q3', 75],
      ['2023-24-q2', 25],
      ['2023-24-q3', 25],
    ]));

  test('restated, is worked out for the whole history', () =>
    expect(seriesOf([{ ...sooner, restate: true }])).toEqual([
      ['2022-23-q3', 25],
      ['2023-24-q2', 25],
      ['2023-24-q3', 25],
    ]));

  test('a restatement ends the break before it', () => {
    const measure = { ...level, versions: [sooner, { ...sooner, from: '2023-24-q3', restate: true }] };
    expect(measureOf({ measure, facts }).series.some((point) => point.break)).toBe(false);
  });

  test('every restated figure is a revision, with the note as its reason', () => {
    const before = editionOf({ measure: level, facts });
    const after = editionOf({ measure: { ...level, versions: [{ ...sooner, restate: true }] }, facts, before });
    expect(after.revisions).toMatchObject([
      { period: '2022-23-q3', from: 75, to: 25, reason: sooner.note, on: '2024-01-25' },
      { period: '2023-24-q2', from: 75, to: 25 },
      { period: '2023-24-q3', from: 75, to: 25 },
    ]);
    expect(editionSchema.parse(after)).toEqual(after);
  });
});

describe('a target that changed', () => {
  const raised = { from: '2023-24-q3', note: 'Raised by the cabinet.', target: 85 };
  const targets = (versions: readonly object[]) =>
    measureOf({ measure: { target: 80, versions }, records, scorecard: { history: 2 } }).series.map((p) => p.target);

  test('holds from its period on, and breaks nothing', () => {
    expect(targets([raised])).toEqual([80, 85]);
    const shown = measureOf({ measure: { target: 80, versions: [raised] }, records });
    expect(shown).toMatchObject({ target: 85, rating: { colour: 'red' }, improvement: { from: { value: 70 } } });
  });

  test('restated, holds for every period', () => expect(targets([{ ...raised, restate: true }])).toEqual([85, 85]));

  test('a target that changed for a period that was over is a revision of it', () => {
    const given = { records, scorecard: { history: 2 } };
    const before = editionOf({ ...given, measure: { target: 80 } });
    const restated = editionOf({ ...given, measure: { target: 80, versions: [{ ...raised, restate: true }] }, before });
    expect(restated.revisions).toEqual([
      { measure: 'm', period: '2023-24-q2', of: 'target', from: 80, to: 85, reason: raised.note, on: '2024-01-25' },
      {
        measure: 'm',
        period: '2023-24-q3',
        of: 'target',
        from: 80,
        to: 85,
        reason: 'The target was changed.',
        on: '2024-01-25',
      },
    ]);
  });
});

describe('a correction', () => {
  const first = [value('2023-24-q3', 5)];
  const before = editionOf({ records: first });
  test.each([
    ['with its reason', { reason: 'A branch was counted twice.' }, 'A branch was counted twice.'],
    ['without one', { source: 'audit' }, 'A new value was recorded, from: audit.'],
  ])('%s', (_, more, reason) => {
    const { revisions } = editionOf({ records: [...first, value('2023-24-q3', 6, more, '2024-01-20')], before });
    expect(revisions).toMatchObject([{ from: 5, to: 6, reason, on: '2024-01-25' }]);
  });

  test('that is withdrawn with its data as before does not give its own reason again', () => {
    const mistake = (over: object) =>
      recorded('2024-01-20', '2023-24-q3', { value: 6, reason: 'A branch was counted twice.' }, { id: 'x', ...over });
    const second = editionOf({ records: [...first, mistake({})], before });
    const third = editionOf({ records: [...first, mistake({ revision: 1, withdrawn: true })], before: second });
    expect(second.revisions).toMatchObject([{ from: 5, to: 6, reason: 'A branch was counted twice.' }]);
    expect(third.revisions).toMatchObject([{ from: 6, to: 5, reason: 'The recorded value was withdrawn.' }]);
  });

  test('of what is counted is no matter of a figure that was typed in and does not override it', () => {
    const measure = { unit: 'count', value: { count: 'call' } };
    const records = [value('2023-24-q3', 99)];
    const counted = editionOf({ measure, records, facts: [answered('2023-11-01', 5)] });
    const facts = [answered('2023-11-01', 5), answered('2023-11-02', 5)];
    expect(editionOf({ measure, records, facts, before: counted }).revisions).toMatchObject([
      { from: 1, to: 2, reason: 'Events were received or corrected since.' },
    ]);
  });

  test.each([
    ['with its reason', { reason: 'It was of another year.' }, 'It was of another year.'],
    ['without one', {}, 'The recorded value was withdrawn.'],
  ])('a withdrawal %s', (_, more, reason) => {
    const gone = recorded('2024-01-10', '2023-24-q3', { value: 5, ...more }, { revision: 1, withdrawn: true });
    const { revisions } = editionOf({ records: [gone], before });
    expect(revisions).toEqual([{ measure: 'm', period: '2023-24-q3', from: 5, reason, on: '2024-01-25' }]);
  });
});
