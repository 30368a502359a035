import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { MeasureRating } from '#scorecard/edition.ts';
import { KeyFigure } from '#site/keyFigure.tsx';
import { say } from '#site/words.ts';
import { measure } from '#test/site/fixtures.ts';

const textOf = (rating: MeasureRating): string =>
  render(<KeyFigure measure={measure({ id: 'm', title: 'M', value: 78, target: undefined, rating })} />)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const against = {
  basis: 'previous-period',
  period: '2023-24-q2',
  label: 'July to September 2023 (quarter 2)',
  value: 80,
};

// What an earlier figure decides is not said to have no target.
test.each<[string, MeasureRating, string, string]>([
  [
    'an earlier figure',
    { colour: 'red', reason: 'R.', against },
    'Judged against 80.0% July to September 2023',
    'None set',
  ],
  ['nothing', { colour: 'no-target', reason: 'R.' }, 'Target None set', 'Judged against'],
])('judged by %s', (_, rating, said, unsaid) => {
  expect(textOf(rating)).toContain(said);
  expect(textOf(rating)).not.toContain(unsaid);
});

test('a change that is none in truth is set apart by a comma', () => {
  expect(say.relative('6.0%', 'no noticeable change')).toBe('6.0%, no noticeable change, relative to that figure');
  expect(say.relative('6.0%', 'better')).toBe('6.0% better, relative to that figure');
});
