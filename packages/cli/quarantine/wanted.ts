import type { QuarantineStores } from '#cli/quarantine/stores.ts';
import { sourceNameOf } from '#cli/source/sourceName.ts';
import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';

/** Whose entries are meant. */
export interface Owners {
  readonly organisations: readonly string[];
  readonly source: string | undefined;
}

type Pushed = Pick<QuarantineStores, 'config'>;

/** By what the person wrote: an organisation, and a source as `cdn-logs` or as the list itself calls it, `example.cdn-logs`. */
export async function ownersIn(
  stores: Pushed,
  organisation: string | undefined,
  source: string | undefined,
): Promise<Owners> {
  if (source === undefined) return { organisations: await organisationsIn(stores, organisation), source };
  const whole = source.includes('.') ? sourceNameOf(source) : { organisation, id: source };
  if (organisation !== undefined && whole.organisation !== organisation)
    throw new Failure(`"${source}" is no source of ${organisation}: write --source ${whole.id}.`);
  const organisations = await organisationsIn(stores, whole.organisation);
  await mustHave(whole.id, organisations, stores);
  return { organisations, source: whole.id };
}

async function organisationsIn({ config }: Pushed, named: string | undefined): Promise<readonly string[]> {
  const known = await config.organisations();
  if (named === undefined) return known;
  if (known.includes(named)) return [named];
  throw new Failure(`There is no organisation "${named}": there is ${known.join(', ') || 'none; push one first'}.`);
}

/** An empty list for a slip of the pen would look as if nothing had been set aside. */
async function mustHave(id: string, organisations: readonly string[], { config }: Pushed): Promise<void> {
  const pushed = await Promise.all(organisations.map((organisation) => config.read(organisation)));
  const ids = pushed.flatMap((each) => (each?.sources ?? []).map((source) => source.id));
  if (ids.includes(id)) return;
  const meant = probably(id, ids);
  throw new Failure(`There is no source "${id}"${meant === undefined ? '.' : `: did you mean "${meant}"?`}`);
}
