import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { ChangeText } from '#site/change.tsx';
import { changeNote, changeOf } from '#site/changeOf.ts';
import { measure } from '#test/site/fixtures.ts';

const from = { period: '2022-23-q3', label: 'October to December 2022 (quarter 3)' };
const recorded = (value: number) => ({ value, basis: '12-months-prior', from, recorded: true });

const text = (more: Partial<EditionMeasure>): string => {
  const each = measure({ id: 'm', title: 'M', ...more });
  const change = changeOf(each);
  if (change === undefined) return 'none';
  const words = render(<ChangeText change={change} />).replaceAll(/<[^>]*>/g, '');
  const note = changeNote(each, change);
  return `${change.arrow} | ${words.trim()}${note ? ` | ${note}` : ''}`;
};

// The arrow is the direction of the number; the word says whether that is good.
describe('a change in words', () => {
  test.each<[string, Partial<EditionMeasure>, string]>([
    [
      'recorded, higher is better, worse',
      { polarity: 'higher', direction: 'deteriorating', improvement: recorded(-18.8) },
      'down | Down 18.8% worse | value not published',
    ],
    [
      'recorded, lower is better, worse',
      { polarity: 'lower', direction: 'deteriorating', improvement: recorded(-29.8) },
      'up | Up 29.8% worse | value not published',
    ],
    [
      'recorded, lower is better, better',
      { polarity: 'lower', direction: 'improving', improvement: recorded(32.5) },
      'down | Down 32.5% better | value not published',
    ],
    ['recorded, none', { direction: 'no-change', improvement: recorded(0) }, 'level | No change | value not published'],
    [
      'measured, lower is better, better',
      {
        polarity: 'lower',
        value: 6.2,
        direction: 'improving',
        improvement: { value: 23.4568, basis: '12-months-prior', from: { ...from, value: 8.1 }, change: -1.9 },
      },
      'down | Down 1.9 points, better | 8.1% to 6.2%',
    ],
    [
      'measured, too small to notice',
      {
        value: 88.1,
        direction: 'no-change',
        improvement: { value: 0.34, basis: '12-months-prior', from: { ...from, value: 87.8 }, change: 0.3 },
      },
      'up | Up 0.3 points, no noticeable change | 87.8% to 88.1%',
    ],
    ['nothing to compare', { value: 5 }, 'none'],
  ])('%s', (_, more, expected) => expect(text(more)).toBe(expected));

  test('has no arrow where neither direction is better and only a size was recorded', () =>
    expect(
      changeOf(measure({ id: 'm', title: 'M', polarity: 'none', improvement: recorded(4) }))?.arrow,
    ).toBeUndefined());
});
