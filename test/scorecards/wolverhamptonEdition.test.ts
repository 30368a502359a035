import { describe, expect, test } from '@jest/globals';
import { editionOf, periodOf, reference } from '#test/scorecards/wolverhampton.ts';

const editions = ['2016-05', '2016-06'].map(editionOf);
const found = (id: string) => editions.map(({ measures }) => measures.find((measure) => measure.id === id));
const printed = reference.measures.flatMap(({ id, measure, values }) =>
  values.flatMap(({ period, value, part }) => {
    const at = periodOf(period);
    return value === null || at === undefined ? [] : [{ id, measure, at, value, part }];
  }),
);
const isLimit = ({ measure, value }: { measure: string; value: number }) =>
  measure === 'calls-abandoned' && value === 5;
const wholes = printed.filter((each) => each.part === undefined && !isLimit(each));
const parts = printed.filter(({ part }) => part !== undefined);

test.each(wholes)('$id is $value, with its own period $at', ({ measure, at, value }) => {
  const shown = found(measure).filter((each) => each?.period === at);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map((each) => each?.value)).toEqual(shown.map(() => value));
});

test.each(parts)('$id has $value of $part', ({ measure, at, value, part = '' }) => {
  const shown = found(measure).filter((each) => each?.period === at);
  const rows = shown.flatMap((each) => each?.cuts.flatMap((cut) => cut.rows) ?? []);
  const ofPart = rows.filter(({ name }) => name.toLowerCase() === part.toLowerCase().replace(/^platform/, 'platform'));
  expect(shown.length).toBeGreaterThan(0);
  expect(ofPart.map((row) => row.value)).toEqual(shown.map(() => value));
});

test('limits are printed as limits, and rough figures as rough', () => {
  const qualified = editions[1]?.measures.flatMap(({ code, qualifier, value }) =>
    qualifier ? [[code, qualifier, value]] : [],
  );
  expect(qualified).toEqual([
    ['WOL-M03', 'at most', 15],
    ['WOL-M14', 'less than', 5],
    ['WOL-M49', 'at most', 15],
    ['WOL-M40', 'over', 75],
    ['WOL-M45', 'about', 310_000],
    ['WOL-M47', 'over', 200_000],
    ['WOL-M48', 'about', 140],
  ]);
});

describe.each(editions)('the edition of $period.id', (edition) => {
  const find = (id: string) => edition.measures.find((measure) => measure.id === id);

  test('publishes nothing that the paper does not print, and says why', () => {
    const silent = reference.measures.filter(({ values }) => !values.some(({ value }) => value !== null));
    expect(silent).toHaveLength(26);
    expect(
      silent.filter(({ measure }) => find(measure)?.value !== undefined || !find(measure)?.notPublishedReason),
    ).toEqual([]);
  });

  test.each(['main-reception-enquiries', 'reception-24-enquiries', 'reception-14-enquiries'])(
    '%s is a list of five, the most frequent first, without a sum',
    (id) => {
      const rows = find(id)?.cuts[0]?.rows ?? [];
      expect(rows).toHaveLength(5);
      expect(rows.map(({ value }) => value)).toEqual(rows.map(({ value = 0 }) => value).toSorted((a, b) => b - a));
      expect(find(id)).not.toHaveProperty('value');
      expect(find(id)).toMatchObject({ period: '2016-03', flags: ['stale'] });
    },
  );

  test.each([
    ['app-downloads', 2225],
    ['bin-notifications', 1468],
  ])('%s is the reading of 31 March: %d', (id, value) => {
    expect(find(id)).toMatchObject({ value, period: '2016-03', status: 'confirmed', flags: ['stale'] });
  });

  test('rates nothing but the stars of the website', () => {
    const rated = edition.measures.filter(({ rating }) => ['green', 'amber', 'red'].includes(rating.colour));
    expect(rated.map(({ code, period, rating }) => [code, period, rating.colour])).toEqual([
      ['WOL-M42', '2015', 'red'],
    ]);
  });

  test('keeps the savings apart from the target of their year', () => {
    expect(find('savings-identified')).not.toHaveProperty('target');
    expect(find('savings-identified')).toMatchObject({ annualTarget: { value: 850_000, period: '2016-17' } });
  });

  test('prints the notice, and a comment on the programme', () => {
    expect(edition.scorecard.notice).toContain('not published by City of Wolverhampton Council');
    const told = edition.groups.flatMap(({ id, commentary }) => (commentary.length > 0 ? [id] : []));
    expect(told).toEqual(['transformation-programme']);
  });

  test('has no milestone that is overdue', () => {
    expect(edition.milestones.map(({ rating }) => rating.colour)).not.toContain('red');
    expect(edition.milestones).toHaveLength(37);
  });

  const milestoneOf = (id: string) => edition.milestones.find((milestone) => milestone.id === id);

  test.each([
    ['activity-8', 'on-track', 'no-target', 'No colour: no deadline is set that the work could be judged by.'],
    ['activity-18', 'complete', 'green', 'Green: the work is complete.'],
    ['programme-5', 'not-known', 'not-reported', 'No colour: how far the work has come is not known.'],
  ])('%s is %s: %s', (id, status, colour, reason) => {
    expect(milestoneOf(id)).toMatchObject({ status, rating: { colour, reason }, rebaselined: 0 });
    expect(milestoneOf(id)).not.toHaveProperty('weeksDelay');
  });

  test('judges none of the undated work that is not finished, and says why in each row', () => {
    const undated = edition.milestones.filter(({ originalDeadline }) => originalDeadline === undefined);
    expect(undated).toHaveLength(18);
    expect(undated.filter(({ status, rating }) => status !== 'complete' && rating.colour !== 'no-target')).toEqual([]);
    expect(undated.filter(({ currentDeadline, reason }) => currentDeadline !== undefined || !reason)).toEqual([]);
  });

  test('says of each wave when it was, how many services it had and how far it had come', () => {
    const waves = edition.milestones.filter(({ wave }) => wave !== undefined);
    expect(
      waves.map((each) => [each.wave, each.services, each.start?.slice(0, 7), each.originalDeadlineLabel, each.status]),
    ).toEqual([
      ['1', 6, '2013-11', 'October 2014', 'complete'],
      ['2', 6, '2014-11', 'February 2015', 'complete'],
      ['3', 7, '2015-03', 'August 2015', 'complete'],
      ['4', 6, '2015-03', 'August 2015', 'not-known'],
      ['5', 5, '2015-09', 'February 2016', 'not-known'],
      ['6', undefined, '2016-03', 'June 2016', 'on-track'],
      ['7', undefined, '2016-07', 'October 2016', 'on-track'],
    ]);
  });
});
