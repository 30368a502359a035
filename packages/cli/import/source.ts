import { presetNames } from '#adapter/csv/check.ts';
import type { CsvConfig } from '#adapter/csv/config.ts';
import type { Mapping } from '#adapter/mapping.ts';
import type { Context } from '#cli/command.ts';
import { checkedFolders } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** A source that sheets are imported as, with how its columns are read. */
export interface SheetSource {
  readonly organisation: string;
  readonly source: Source;
  readonly config: CsvConfig;
  readonly mapping: Mapping;
  /** The organisation's, which what officers record should name. */
  readonly scorecards: readonly Scorecard[];
}

interface Named {
  readonly organisation: string;
  readonly source: Source;
  readonly scorecards: readonly Scorecard[];
}

/** By the files of the repository: `spreadsheets`, or `example.spreadsheets`; with a preset in place of its own columns. */
export function sheetSource({ root, here }: Context, name: string, preset: string | undefined): SheetSource {
  const all = checkedFolders(foldersOf(root, here, [])).flatMap(({ organisation, sources, scorecards }) =>
    sources.map((source) => ({ organisation: organisation.id, source, scorecards })),
  );
  const { organisation, source, scorecards } = oneNamed(name, all);
  if (source.adapter !== 'csv') throw notSheets(name, source, all);
  return { organisation, source, config: configOf(source, preset), mapping: source.mapping ?? {}, scorecards };
}

const fullName = ({ organisation, source }: Pick<Named, 'organisation' | 'source'>): string =>
  `${organisation}.${source.id}`;

function oneNamed(name: string, all: readonly Named[]): Named {
  const found = all.filter((one) => one.source.id === name || fullName(one) === name);
  if (found.length > 1)
    throw new Failure(`Several organisations have a source "${name}": write ${found.map(fullName).join(' or ')}.`);
  if (found[0]) return found[0];
  const meant = probably(
    name,
    all.flatMap((one) => [one.source.id, fullName(one)]),
  );
  throw new Failure(
    `There is no source "${name}"${meant ? `: did you mean "${meant}"?` : ' in scorecards/*/sources.yaml.'}`,
  );
}

function notSheets(name: string, { adapter }: Source, all: readonly Named[]): Failure {
  const others = all.filter(({ source }) => source.adapter === 'csv').map(fullName);
  const advice =
    others.length > 0 ? `name one that does, such as ${others[0]}.` : 'add one with adapter: csv to sources.yaml.';
  return new Failure(`The source "${name}" takes what ${adapter} posts, not sheets: ${advice}`);
}

function configOf({ id, csv }: Source, preset: string | undefined): CsvConfig {
  if (preset !== undefined && !presetNames.includes(preset))
    throw new Failure(`There is no preset "${preset}": write --as ${presetNames.join(' or ')}.`);
  if (preset !== undefined) return { preset };
  if (!csv)
    throw new Failure(
      `The source "${id}" does not say what its rows become: write --as ${presetNames.join(' or ')}, or give it csv in sources.yaml.`,
    );
  return csv;
}
