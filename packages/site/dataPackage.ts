import { addresses } from '#site/addresses.ts';
import { type PeriodTable, periodTables, type TableKind } from '#site/csvColumns.ts';
import type { PeriodFiles, Periods } from '#site/dataCatalogue.ts';
import type { Licence } from '#site/licence.ts';
import { say } from '#site/words.ts';

export interface Packaged {
  readonly organisation: { readonly id: string; readonly name: string; readonly website?: string };
  readonly catalogue: readonly Periods[];
  readonly licence?: Licence;
  readonly origin?: string;
}

const fileName = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const resource = (kind: PeriodTable, files: PeriodFiles) => {
  const name = fileName(files[kind]);
  return {
    name: name.replace(/\.csv$/, ''),
    title: say.tableTitle(files.scorecard.title, kind, files.label),
    path: name,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: schemaFile(kind),
  };
};

/** Beside the package, so that its paths stay within its own folder. */
export const schemaFile = (kind: TableKind): string => `${kind}.schema.json`;

/** A Data Package of all tables of an organisation: https://specs.frictionlessdata.io/data-package/ */
export const dataPackage = ({ organisation, catalogue, licence, origin }: Packaged): string => {
  const descriptor = {
    profile: 'tabular-data-package',
    name: organisation.id,
    title: say.dataOf(organisation.name),
    ...(origin !== undefined && { homepage: `${origin}${addresses.data(organisation.id)}` }),
    ...(licence && {
      licenses: [{ ...(licence.name && { name: licence.name }), title: licence.title, path: licence.address }],
    }),
    contributors: [{ title: organisation.name, role: 'publisher' }],
    resources: catalogue.flatMap((periods) =>
      periods.flatMap((files) => periodTables.map((kind) => resource(kind, files))),
    ),
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
};
