import { describe, expect, test } from '@jest/globals';
import { card, editionOf, posted, reference } from '#test/scorecards/westLothian.ts';

const years = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
const targeted = reference.measures.filter(({ targets }) => Object.keys(targets).length > 0);
const withBaseline = targeted.filter(({ baseline }) => baseline !== null);

describe('the edition of 2017-18, the year of the baselines', () => {
  const edition = editionOf('2017-18');
  const find = (id: string) => edition.measures.find((measure) => measure.id === id);

  test.each(withBaseline)('$id has its baseline of $baseline as the value of its year', ({ measure, baseline }) => {
    expect(find(measure)).toMatchObject({ value: baseline, period: '2017-18', status: 'confirmed' });
  });

  test.each(targeted)('$id is judged by no target yet', ({ measure }) => {
    expect(find(measure)).not.toHaveProperty('target');
    expect(['no-target', 'not-reported']).toContain(find(measure)?.rating.colour);
  });

  test.each([
    ['online-payment-option', '2018-02', 7.49, undefined],
    ['online-payments-number', '2017-18', 74_205, undefined],
    ['online-payments-value', '2017-18', 10_470_000, 'about'],
    ['influence-on-decisions', '2016-17', 40, undefined],
    ['involvement-in-community', '2016-17', 43, undefined],
  ])('%s, which stands in the text, is shown with its own period', (id, period, value, qualifier) => {
    expect(find(id)).toMatchObject({ value, period });
    expect(find(id)?.qualifier).toBe(qualifier);
  });

  test('works out the growth of online payments that the paper leaves to its readers', () => {
    expect(find('online-payments-number')?.improvement?.value).toBeCloseTo(98.3, 1);
    expect(find('online-payments-value')?.improvement?.value).toBeCloseTo(139, 0);
  });

  test.each(['induction-training', 'reception-waiting-time'])('%s has no figure, and says why', (id) => {
    expect(find(id)).not.toHaveProperty('value');
    expect(find(id)?.notPublishedReason).toEqual(expect.any(String));
    expect(find(id)?.commentary).toHaveLength(1);
  });

  test('prints the notice, six groups and sixteen actions, all on track', () => {
    expect(edition.scorecard.notice).toContain('not published by West Lothian Council');
    expect(edition.groups.map(({ measures }) => measures.length)).toEqual([5, 4, 8, 6, 2, 0]);
    expect(new Set(edition.milestones.map(({ rating }) => rating.colour))).toEqual(new Set(['green']));
    expect(edition.milestones).toHaveLength(16);
  });
});

test.each(reference.measures.flatMap(({ measure, values }) => values.map((value) => ({ measure, ...value }))))(
  '$measure of $period is $value somewhere in the editions',
  ({ measure, period, value }) => {
    const unit = measure === 'online-payments-value' ? 1_000_000 : 1;
    const year = period === '2016-11' ? '2016-17' : period;
    const { series = [] } = editionOf('2017-18').measures.find(({ id }) => id === measure) ?? {};
    expect(series.find((point) => point.period === year)?.value).toBe(value * unit);
  },
);

describe.each(years)('the edition of %s', (year) => {
  const edition = editionOf(year);
  const find = (id: string) => edition.measures.find((measure) => measure.id === id);

  test('has the targets of the paper, and none where it is blank', () => {
    expect(targeted.map(({ measure }) => [measure, find(measure)?.target])).toEqual(
      targeted.map(({ measure, targets }) => [measure, targets[year]]),
    );
  });

  test('publishes no figure where the paper prints no result', () => {
    const figures = targeted.map(({ measure }) => find(measure)?.value).filter((value) => value !== undefined);
    expect(figures).toEqual([]);
    expect(targeted.filter(({ measure }) => !find(measure)?.notPublishedReason)).toEqual([]);
  });
});

test('a baseline is compared with nothing, not even itself', () => {
  const { measures, mostImproved, mostWorsened } = editionOf('2017-18');
  const ids = withBaseline.map(({ measure }) => measure);
  expect(measures.filter(({ id, improvement }) => ids.includes(id) && improvement)).toEqual([]);
  expect([...mostImproved, ...mostWorsened].filter((id) => ids.includes(id))).toEqual([]);
});

test('targets that stay at the baseline are to maintain it, and three follow a path', () => {
  const measures = card.groups.flatMap((group) => group.measures);
  const flat = withBaseline.filter(({ baseline, targets }) =>
    Object.values(targets).every((each) => each === baseline),
  );
  const written = (key: string) =>
    measures.flatMap(({ id, target }) => (typeof target === 'object' && key in target ? [id] : []));
  expect(written('maintain')).toEqual(flat.map(({ measure }) => measure));
  expect(flat.map(({ id }) => id)).toEqual(['WLO-M01', 'WLO-M05', 'WLO-M16', 'WLO-M17']);
  expect(written('path')).toEqual(['residents-engaged', 'citizen-led-inspections', 'partnership-centres']);
});

test('a result would be compared with the baseline', () => {
  const measures = card.groups.flatMap((group) => group.measures);
  const baselines = measures.filter(({ compare }) => compare === 'baseline').map(({ id, baseline }) => [id, baseline]);
  expect(baselines).toEqual(
    targeted.map(({ measure, baseline }) => [
      measure,
      { period: '2017-18', ...(baseline === null ? {} : { value: baseline }) },
    ]),
  );
});

test('a comment stands beside every target without a result', () => {
  const commented = posted.filter(({ data }) => data['period'] === '2018-19').map(({ data }) => data['measure']);
  expect(targeted.filter(({ measure }) => !commented.includes(measure))).toEqual([]);
});
