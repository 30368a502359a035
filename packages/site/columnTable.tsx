import type { ComponentChildren } from 'preact';
import { Table } from '#site/measureTable.tsx';

export interface Column<Row> {
  readonly heading: string;
  readonly isNumber?: boolean;
  /** Nothing at all where the row has nothing to say. */
  readonly of: (row: Row) => ComponentChildren;
}

interface Section<Row> {
  readonly id: string;
  readonly title?: string;
  readonly rows: readonly Row[];
}

interface ColumnTableProps<Row> {
  readonly caption: string;
  readonly nameHeading: string;
  readonly columns: readonly Column<Row>[];
  readonly sections: readonly Section<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ComponentChildren;
  /** Below a line, in bold. */
  readonly total?: Row;
  readonly class?: string;
}

/** On a phone a row is a card: each cell then shows its column's heading, which its `data-label` carries. */
const Cells = <Row,>({ row, columns, nameOf }: { row: Row } & Pick<ColumnTableProps<Row>, 'columns' | 'nameOf'>) => (
  <>
    <th scope="row" class="cell-name">
      {nameOf(row)}
    </th>
    {columns.map(({ heading, isNumber, of }) => (
      <td key={heading} class={isNumber ? 'number' : undefined} data-label={heading}>
        {of(row)}
      </td>
    ))}
  </>
);

const Head = <Row,>({ nameHeading, columns }: ColumnTableProps<Row>) => (
  <thead>
    <tr>
      <th scope="col">{nameHeading}</th>
      {columns.map(({ heading, isNumber }) => (
        <th key={heading} scope="col" class={isNumber ? 'number' : undefined}>
          {heading}
        </th>
      ))}
    </tr>
  </thead>
);

/** A table of any width that is read as cards where there is no room for its columns. */
export const ColumnTable = <Row,>(props: ColumnTableProps<Row>) => {
  const { caption, columns, sections, keyOf, nameOf, total } = props;
  return (
    <Table caption={caption} class={`table table--small table--stacked${props.class ? ` ${props.class}` : ''}`}>
      <Head {...props} />
      {sections.map(({ id, title, rows }) => (
        <tbody key={id}>
          {title !== undefined && (
            <tr class="table__section">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {title}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <Cells row={row} columns={columns} nameOf={nameOf} />
            </tr>
          ))}
        </tbody>
      ))}
      {total !== undefined && (
        <tfoot>
          <tr>
            <Cells row={total} columns={columns} nameOf={nameOf} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
};
