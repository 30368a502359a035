import { expect, test } from '@jest/globals';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { sinceWhen } from '#site/sinceWhen.ts';
import { measure } from '#test/site/fixtures.ts';

const point = (period: string, value?: number): Point => ({
  ...{ period, label: `Label of ${period}`, complete: true },
  ...(value === undefined
    ? { colour: 'not-reported', status: 'not-published' }
    : { colour: 'no-target', status: 'confirmed', value }),
});

const without = (series: readonly Point[], more: Partial<EditionMeasure> = {}): EditionMeasure =>
  measure({
    ...{ id: 'm', title: 'M', value: undefined, notPublishedReason: 'R.', series },
    rating: { colour: 'not-reported', reason: 'R.' },
    ...more,
  });

const none = 'No figure of an earlier period has been published here.';

test.each<[string, EditionMeasure, string | undefined]>([
  [
    'the period before had one',
    without([point('2023-24-q1', 71), point('2023-24-q2', 72.25), point('2023-24-q3')]),
    'The newest published figure is 72.3%, for Label of 2023-24-q2.',
  ],
  [
    'only one long ago, and it was nothing',
    without([point('2023-24-q1', 0), point('2023-24-q2'), point('2023-24-q3')]),
    'The newest published figure is 0.0%, for Label of 2023-24-q1. Nothing has been published for Label of 2023-24-q2, nor since.',
  ],
  [
    'the period that is not over adds nothing',
    without([point('2023-24-q1', 71), point('2023-24-q2'), { ...point('2023-24-q3'), complete: false }]),
    'The newest published figure is 71.0%, for Label of 2023-24-q1.',
  ],
  ['none ever', without([point('2023-24-q3')]), none],
  ['no series', without([]), none],
  ['a list', without([point('2023-24-q3')], { ranking: [{ rank: 1, name: 'A' }] }), undefined],
  ['judged by others', without([point('2023-24-q3')], { rating: { colour: 'green', reason: 'R.' } }), undefined],
  [
    'suspended, which says its own',
    without([point('2023-24-q3')], { suspension: { from: '2022-23-q1', reason: 'Why.' } }),
    undefined,
  ],
  ['a figure', measure({ id: 'm', title: 'M', value: 1, series: [point('2023-24-q3', 1)] }), undefined],
])('a measure without a figure says since when: %s', (_, of, said) => expect(sinceWhen(of)).toBe(said));
