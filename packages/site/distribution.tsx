import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { percent } from '#site/chartUnits.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { plain } from '#site/format.ts';
import { pageInk } from '#site/ink.ts';
import { Table } from '#site/measureTable.tsx';
import { PartsLink } from '#site/partsLink.tsx';
import { numberWords, say, words } from '#site/words.ts';

type Published = NonNullable<EditionMeasure['distribution']>;
type Row = Published['rows'][number];

interface Props {
  readonly edition: Edition;
  readonly measure: EditionMeasure;
}

/** The single values behind the figure: an average alone can hide the longest waits. */
export const Distribution = ({ edition, measure: { distribution } }: Props) => {
  const [all, ...parts] = distribution?.rows ?? [];
  if (distribution === undefined || all === undefined) return null;
  const unit = numberWords(distribution.number);
  return (
    <section aria-labelledby="distribution">
      <h2 class="govuk-heading-m" id="distribution">
        {words.distribution}
      </h2>
      <p class="govuk-body">{summaryOf(all, unit)}</p>
      <Bars row={all} unit={unit} />
      {parts.length > 0 && <Parts rows={parts} unit={unit} by={distribution.by ?? ''} />}
      <PartsLink edition={edition} about={words.distribution} />
    </section>
  );
};

const valueText = (value: number | undefined, unit: string): string =>
  value === undefined ? words.notPublished : `${plain(value)}${unit === '' ? '' : ` ${unit}`}`;

const summaryOf = ({ count, median, ninetieth, longest }: Row, unit: string): string =>
  say.spread(plain(count), valueText(median, unit), valueText(ninetieth, unit), valueText(longest, unit));

const bandText = (bands: NonNullable<Row['bands']>, i: number): string => {
  const { atMost } = bands[i] ?? {};
  const before = bands[i - 1]?.atMost;
  if (atMost === undefined) return before === undefined ? words.all : say.over(plain(before));
  return before === undefined ? say.upTo(plain(atMost)) : say.overUpTo(plain(before), plain(atMost));
};

/** Every bar with its number and share: the table is the chart. */
const Bars = ({ row: { bands = [], count }, unit }: { row: Row; unit: string }) => (
  <Table class="table table--small table--bars" caption={words.distribution}>
    <thead>
      <tr>
        <th scope="col">{say.lengthIn(unit)}</th>
        <th scope="col" class="number">
          {words.number}
        </th>
        <th scope="col">
          <span class="govuk-visually-hidden">{words.asBar}</span>
        </th>
        <th scope="col" class="number">
          {words.share}
        </th>
      </tr>
    </thead>
    <tbody>
      {bands.map((band, i) => (
        <tr key={band.atMost ?? 'rest'}>
          <th scope="row">{bandText(bands, i)}</th>
          <td class="number">{plain(band.count)}</td>
          <td class="bar-cell">
            <svg width="100%" height="16" aria-hidden="true" focusable="false">
              <rect {...pageInk('bar')} width={percent(count === 0 ? 0 : band.count / count)} height="16" />
            </svg>
          </td>
          <td class="number quiet">{count === 0 ? '' : `${plain((100 * band.count) / count, 1)}%`}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const columnsIn = (unit: string): readonly Column<Row>[] => {
  const within = (of: (row: Row) => number | undefined) => (row: Row) =>
    row.suppressed ? undefined : valueText(of(row), unit);
  return [
    { heading: words.number, isNumber: true, of: (row) => (row.suppressed ? words.withheld : plain(row.count)) },
    { heading: words.median, isNumber: true, of: within(({ median }) => median) },
    { heading: words.ninetieth, isNumber: true, of: within(({ ninetieth }) => ninetieth) },
    { heading: words.longest, isNumber: true, of: within(({ longest }) => longest) },
  ];
};

const Parts = ({ rows, unit, by }: { rows: readonly Row[]; unit: string; by: string }) => (
  <ColumnTable
    caption={say.spreadBy(by)}
    nameHeading={say.cutBy(by)}
    columns={columnsIn(unit)}
    sections={[{ id: 'parts', rows }]}
    keyOf={({ name }) => name ?? ''}
    nameOf={({ name }) => name}
  />
);
