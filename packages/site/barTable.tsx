import type { EditionMeasure } from '#scorecard/edition.ts';
import { percent } from '#site/chartUnits.ts';
import { figure, plain, relative } from '#site/format.ts';
import { pageInk } from '#site/ink.ts';
import { Table } from '#site/measureTable.tsx';
import { say, words } from '#site/words.ts';

interface BarRow {
  readonly name: string;
  readonly note?: string;
  readonly value?: number;
  readonly denominator?: number;
  readonly rank?: number;
  readonly qualifier?: string;
  readonly count?: number;
  readonly share?: number;
  readonly suppressed?: boolean;
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

interface Extra {
  readonly heading: string;
  readonly textOf: (row: BarRow) => string;
}

const numberOr = (value: number | undefined): string => (value === undefined ? '' : plain(value));

/** What a table has beside its figures, and only then: what they are out of, and the number or share behind them. */
const extrasOf = (rows: readonly BarRow[], { unit }: EditionMeasure): Extra[] => [
  ...(unit === 'percent' && rows.some(({ count }) => count !== undefined)
    ? [{ heading: words.number, textOf: ({ count }: BarRow) => numberOr(count) }]
    : []),
  ...(unit !== 'percent' && rows.some(({ share }) => share !== undefined)
    ? [{ heading: words.share, textOf: ({ share }: BarRow) => (share === undefined ? '' : relative(share)) }]
    : []),
  ...(rows.some(({ denominator }) => denominator !== undefined)
    ? [{ heading: words.outOf, textOf: ({ denominator }: BarRow) => numberOr(denominator) }]
    : []),
];

interface RowProps {
  readonly row: BarRow;
  readonly full: number;
  readonly measure: EditionMeasure;
  readonly extras: readonly Extra[];
}

const valueText = ({ value, rank, suppressed }: BarRow, measure: EditionMeasure): string => {
  if (suppressed) return words.withheldShare;
  if (value !== undefined) return figure(value, measure);
  return rank === undefined ? words.notPublished : say.rank(rank);
};

const Row = ({ row, full, measure, extras }: RowProps) => (
  <tr class={row.isOwn ? 'is-own' : undefined}>
    <th scope="row">
      {row.name}
      {row.note && <span class="note">{row.note}</span>}
    </th>
    <td class="number">
      {row.qualifier && <span class="qualifier">{row.qualifier} </span>}
      {valueText(row, measure)}
    </td>
    <td class="bar-cell">
      <svg width="100%" height="16" aria-hidden="true" focusable="false">
        <rect
          {...pageInk(row.isOwn === false ? 'plan' : 'bar')}
          width={percent(Math.max(0, row.value ?? 0) / full)}
          height="16"
        />
      </svg>
    </td>
    {extras.map(({ heading, textOf }) => (
      <td key={heading} class="number quiet">
        {textOf(row)}
      </td>
    ))}
  </tr>
);

const Head = ({ heading, extras }: { heading: string; extras: readonly Extra[] }) => (
  <thead>
    <tr>
      <th scope="col">{heading}</th>
      <th scope="col" class="number">
        {words.value}
      </th>
      <th scope="col">
        <span class="govuk-visually-hidden">{words.asBar}</span>
      </th>
      {extras.map((extra) => (
        <th key={extra.heading} scope="col" class="number">
          {extra.heading}
        </th>
      ))}
    </tr>
  </thead>
);

/** Named figures side by side: a cut by a dimension, or other councils. */
export const BarTable = ({ heading, caption, rows, measure }: BarTableProps) => {
  const extras = extrasOf(rows, measure);
  return (
    <Table class="table table--small table--bars" caption={caption}>
      <Head heading={heading} extras={extras} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} row={row} full={fullOf(rows, measure)} measure={measure} extras={extras} />
        ))}
      </tbody>
    </Table>
  );
};
