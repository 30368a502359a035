import type { EditionMeasure } from '#scorecard/edition.ts';
import { percent } from '#site/chartUnits.ts';
import { figure, plain } from '#site/format.ts';
import { pageInk } from '#site/ink.ts';
import { Table } from '#site/measureTable.tsx';
import { words } from '#site/words.ts';

interface BarRow {
  readonly name: string;
  readonly note?: string;
  readonly value?: number;
  readonly denominator?: number;
  readonly isOwn?: boolean;
}

interface BarTableProps {
  readonly heading: string;
  readonly caption: string;
  readonly rows: readonly BarRow[];
  readonly measure: EditionMeasure;
}

/** Bars start at 0; a percentage fills the cell at 100. */
const fullOf = (rows: readonly BarRow[], { unit }: EditionMeasure): number => {
  const highest = Math.max(...rows.map(({ value }) => value ?? 0));
  return unit === 'percent' && highest <= 100 ? 100 : Math.max(highest, 1e-9);
};

const Row = ({
  row,
  full,
  measure,
  hasBase,
}: {
  row: BarRow;
  full: number;
  measure: EditionMeasure;
  hasBase: boolean;
}) => (
  <tr class={row.isOwn ? 'is-own' : undefined}>
    <th scope="row">
      {row.name}
      {row.note && <span class="note">{row.note}</span>}
    </th>
    <td class="number">{row.value === undefined ? words.notPublished : figure(row.value, measure)}</td>
    <td class="bar-cell">
      <svg width="100%" height="16" aria-hidden="true" focusable="false">
        <rect
          {...pageInk(row.isOwn === false ? 'plan' : 'bar')}
          width={percent(Math.max(0, row.value ?? 0) / full)}
          height="16"
        />
      </svg>
    </td>
    {hasBase && <td class="number quiet">{row.denominator === undefined ? '' : plain(row.denominator)}</td>}
  </tr>
);

/** Named figures side by side: a cut by a dimension, or other councils. */
export const BarTable = ({ heading, caption, rows, measure }: BarTableProps) => {
  const hasBase = rows.some(({ denominator }) => denominator !== undefined);
  return (
    <Table class="table table--small table--bars" caption={caption}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" class="number">
            {words.value}
          </th>
          <th scope="col">
            <span class="govuk-visually-hidden">{words.asBar}</span>
          </th>
          {hasBase && (
            <th scope="col" class="number">
              {words.outOf}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} row={row} full={fullOf(rows, measure)} measure={measure} hasBase={hasBase} />
        ))}
      </tbody>
    </Table>
  );
};
