import type { AboutColumn } from '#site/csvColumns.ts';
import { columnsAbout, rowKeys, type TableKind } from '#site/csvColumns.ts';
import type { Licence } from '#site/licence.ts';

interface Described {
  readonly kind: TableKind;
  /** The name of the table's file, which stands beside its metadata. */
  readonly file: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly licence?: Licence;
}

const columnsOf = (kind: TableKind): readonly (readonly [string, AboutColumn])[] => Object.entries(columnsAbout[kind]);

/** Metadata of a table as CSV on the Web has it: https://www.w3.org/TR/tabular-metadata/ */
export const csvw = ({ kind, file, title, publisher, publishedAt, licence }: Described): string => {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:title': title,
    'dc:publisher': publisher,
    'dc:modified': { '@value': publishedAt, '@type': 'xsd:dateTime' },
    ...(licence && { 'dc:license': { '@id': licence.address } }),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columnsOf(kind).map(([name, { type, about }]) => ({
        name,
        titles: name,
        'dc:description': about,
        datatype: type,
      })),
      primaryKey: rowKeys[kind],
    },
  };
  return `${JSON.stringify(metadata, null, 1)}\n`;
};

/** The same columns as Table Schema has them, for data packages: https://specs.frictionlessdata.io/table-schema/ */
export const tableSchema = (kind: TableKind): string => {
  const fields = columnsOf(kind).map(([name, { type, about }]) => ({ name, type, description: about }));
  return `${JSON.stringify({ fields, missingValues: [''], primaryKey: rowKeys[kind] }, null, 1)}\n`;
};
