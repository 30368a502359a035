import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { chartFile } from '#site/chartFile.tsx';
import { chartModel } from '#site/chartModel.ts';
import { seriesCsv } from '#site/csv.ts';
import { chartNotes } from '#site/describe.ts';
import { SeriesTable } from '#site/seriesTable.tsx';
import { contactCentre, measure, series } from '#test/site/fixtures.ts';
import { rowsOf } from '#test/site/tables.ts';

/** Quarters up to January to March 2025, of which the first two have no value. */
const of = (annotations: EditionMeasure['annotations']): EditionMeasure =>
  measure({ id: 'm', title: 'M', series: series({ values: [undefined, undefined, 10, 20, 30, 40] }), annotations });

const happened = (on: string, period: string, text = 'New telephone system') => ({ on, text, period });
const marksOf = (annotations: EditionMeasure['annotations']) => chartModel(of(annotations))?.annotated;

describe('a mark', () => {
  // Four periods are drawn, from April 2024: a quarter of the width each. A day stands in its middle.
  test.each([
    ['the first day', '2024-04-01', '2024-25-q1', 0.5 / 91 / 4],
    ['the last', '2025-03-31', '2024-25-q4', 1 - 0.5 / 90 / 4],
    ['the middle of a quarter', '2024-08-16', '2024-25-q2', 0.25 + (46.5 / 92) * 0.25],
  ])('stands where it belongs: %s', (_, on, period, x) =>
    expect(marksOf([happened(on, period)])?.map(({ x: at }) => at)).toEqual([Math.round(x * 1e4) / 1e4]),
  );

  test('keeps its number where one before it is not drawn', () =>
    expect(
      marksOf([happened('2023-11-01', '2023-24-q3'), happened('2024-05-01', '2024-25-q1')])?.map(
        ({ number }) => number,
      ),
    ).toEqual([2]));

  test('stands on others that it would touch', () => {
    const days = ['2024-05-01', '2024-05-08', '2024-05-15', '2025-01-08'];
    const all = days.map((on) => happened(on, on < '2025' ? '2024-25-q1' : '2024-25-q4'));
    expect(marksOf(all)?.map(({ lane }) => lane)).toEqual([0, 1, 2, 0]);
  });

  test('is not there where nothing happened', () => expect(marksOf(undefined)).toEqual([]));
});

describe('its words', () => {
  const annotated = of([happened('2024-10-07', '2024-25-q3', '<b>New</b> system.')]);
  test('stand below the chart by its number, once', () =>
    expect(chartNotes(annotated, { isBars: true, isCropped: false })).toContain(
      'Mark 1: 7 October 2024, <b>New</b> system.',
    ));

  test('stand in the table, in the row of their period', () => {
    const rows = render(<SeriesTable measure={annotated} />).split('<tr>');
    const told = rows.filter((row) => row.includes('Mark 1: 7 October 2024, &lt;b>New&lt;/b> system'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('quarter 3');
  });

  test('stand in the file of the series', () =>
    expect(rowsOf(seriesCsv(contactCentre, annotated)).map((row) => row['annotations'])).toEqual([
      ...['', '', '', '', '2024-10-07 <b>New</b> system.', ''],
    ]));

  test('stand in the drawing, which carries its own colours', () => {
    const svg = chartFile(contactCentre, annotated) ?? '';
    expect(svg).toContain('Mark 1: 7 October 2024, &lt;b>New&lt;/b> system.');
    expect(svg).toMatch(/<text fill="#0b0c0c" font-size="14"[^>]*>1<\/text>/);
  });
});
