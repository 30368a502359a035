import { type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { deployedSource, deploymentIn } from '#cli/deployed.ts';
import { type LocalStores, withStores } from '#cli/localStores.ts';
import { tableNames, withRebuildStores } from '#cli/rebuild/stores.ts';
import { sourceNamed } from '#cli/sourceNamed.ts';
import { Failure } from '#local/failure.ts';
import type { LocalSource } from '#local/upFile.ts';

/** Where a release is looked up, and whence it is sent. */
export interface Office {
  readonly isLocal: boolean;
  readonly stores: LocalStores;
  sourceNamed(name: string): Promise<LocalSource>;
}

/** The stack on this computer; or a deployment, of which both the address and the tables are named: never one of each. */
export function withOffice<Result>(
  context: Context,
  values: Values,
  work: (office: Office) => Promise<Result>,
): Promise<Result> {
  const deployment = deploymentIn(values);
  const names = tableNames.filter((name) => textOf(values, name) !== undefined);
  if (deployment === undefined && names.length === 0)
    return withStack(context, (up) =>
      withStores(up, (stores) => work({ isLocal: true, stores, sourceNamed: async (name) => sourceNamed(up, name) })),
    );
  if (deployment === undefined || names.length < tableNames.length)
    throw new Failure(
      'At AWS, name the address and the tables: --to "$INGEST_URL" --table "$EVENTS_TABLE" --partials "$PARTIALS_TABLE" --editions "$EDITIONS_TABLE" --bucket "$DATA_BUCKET".',
    );
  return withRebuildStores(context, values, (stores) =>
    work({ isLocal: false, stores, sourceNamed: (name) => deployedSource(context, values, { deployment, name }) }),
  );
}
