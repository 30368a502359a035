import { join } from 'node:path';
import { declaredSources } from '#local/declaredSources.ts';
import { ensureSecrets } from '#local/secrets.ts';
import { localSources, readUp, writeUp } from '#local/upFile.ts';

/** Keys for sources that were declared since the stack came up, and up.json as it is with them. */
export function refreshUp({ root, folder }: { readonly root: string; readonly folder: string }): void {
  const up = readUp(folder);
  if (!up) return;
  const scorecards = join(root, 'scorecards');
  const secrets = ensureSecrets(join(folder, 'secrets.json'), scorecards);
  writeUp(folder, { ...up, sources: localSources(secrets, declaredSources(scorecards), up.ingest) });
}
