import type { Context, Values } from '#cli/command.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { keyStoreOf } from '#cli/source/keyStore.ts';
import { sourcesFileOf } from '#cli/source/sourcesFile.ts';
import { textTable } from '#cli/textTable.ts';
import type { AllSecrets } from '#local/secrets.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

interface Listed {
  readonly source: string;
  readonly adapter: string;
  readonly trust: string;
  /** `1 key`, `2 keys: rotating`, `no keys`. */
  readonly keys: string;
  readonly title: string;
}

/** Every source, of one organisation where it is named, and whether it has keys. */
export async function listSources(context: Context, organisation: string | undefined, values: Values) {
  const wanted = organisation === undefined ? [] : [organisation];
  const folders = foldersOf(context.root, context.here, wanted);
  const secrets = await keyStoreOf(context, values).read();
  const all = folders.flatMap((folder) =>
    sourcesFileOf(context, folder.organisation).sources.map((source) => listed(folder.organisation, source, secrets)),
  );
  const rows = all.map(({ source, adapter, trust, keys, title }) => [source, adapter, trust, keys, title]);
  for (const line of textTable(
    [['Source', 'Adapter', 'Trust', 'Keys', 'Title'], ...rows],
    [false, false, false, false, false],
  ))
    context.output.line(line);
  return { sources: all };
}

const listed = (organisation: string, source: Source, secrets: AllSecrets): Listed => {
  const { id, adapter, trust, title = '', secret = id } = source;
  const { signing = [], tokens = [] } = secrets[organisation]?.sources[secret] ?? {};
  const most = Math.max(signing.length, tokens.length);
  const keys = most === 0 ? 'no keys' : most === 1 ? 'keys' : 'rotating';
  return { source: `${organisation}.${id}`, adapter, trust, keys, title };
};
