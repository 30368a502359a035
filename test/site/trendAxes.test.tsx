import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { parsePeriod, shiftPeriod } from '#calendar/period.ts';
import { chartModel } from '#site/chartModel.ts';
import { pageInk } from '#site/ink.ts';
import { Axes } from '#site/trendAxes.tsx';
import { measure, point } from '#test/site/fixtures.ts';

/** So many months up to one: the names on a wide page, those of them left on a tablet, and those on a phone. */
const namesOf = (count: number, newest: string) => {
  const ids = Array.from({ length: count }, (_, i) => shiftPeriod(parsePeriod(newest), i + 1 - count).id);
  const of = measure({
    id: 'm',
    title: 'M',
    series: ids.map((id, i) => point({ id, label: id }, { value: 10 + (i % 7) })),
  });
  const model = chartModel(of);
  if (model === undefined) throw new Error('nothing to draw');
  const text = render(<Axes model={model} measure={of} ink={pageInk} />);
  const ticks = [...text.matchAll(/<g class="(slot-tick[^"]*)"><text[^>]*>([^<]*)</g)];
  return {
    wide: ticks.map(([, , name]) => name).join(' '),
    tablet: ticks.flatMap(([, names = '', name]) => (names.includes('crowded') ? [] : [name])).join(' '),
  };
};

const year = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';

describe('names of months under a chart', () => {
  test('all, of a year', () => expect(namesOf(12, '2024-12')).toEqual({ wide: year, tablet: year }));

  test('of two years every third on a tablet, January among them, and no other beside it', () =>
    expect(namesOf(24, '2024-12')).toEqual({ wide: `${year} ${year}`, tablet: 'Jan Apr Jul Oct Jan Apr Jul Oct' }));

  test('the same whatever the newest is', () => expect(namesOf(15, '2024-02').tablet).toBe('Jan Apr Jul Oct Jan'));

  test('from 25 months every third on a wide page', () =>
    expect(namesOf(25, '2024-12').wide).toBe('Jan Apr Jul Oct Jan Apr Jul Oct'));

  test('of five years every third on a wide page, and every sixth on a tablet', () => {
    expect(namesOf(60, '2024-12').wide.split(' ')).toHaveLength(20);
    expect(namesOf(60, '2024-12').tablet).toBe('Jan Jul Jan Jul Jan Jul Jan Jul Jan Jul');
  });

  test('of ten years half-years on a wide page, and January alone on a tablet', () => {
    expect(namesOf(120, '2024-12').wide.split(' ')).toHaveLength(20);
    expect(namesOf(120, '2024-12').tablet.split(' ')).toEqual(Array(10).fill('Jan'));
  });
});
