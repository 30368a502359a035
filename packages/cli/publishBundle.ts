import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type PublishBundle = Pick<typeof import('#functions/publish/publish.ts'), 'publish'> &
  Pick<typeof import('#site/assets.ts'), 'assets'>;

const entry = `
export { publish } from '#functions/publish/publish.ts';
export { assets } from '#site/assets.ts';
`;

/**
 * What the publish function is made of. Node runs no JSX and imports no style sheet, so it is bundled as that is; what
 * bundles it is loaded then and not before, because few commands need it.
 */
export async function importPublish(): Promise<PublishBundle> {
  const [{ build }, { bundling }] = await Promise.all([import('esbuild'), import('#infra/bundle.ts')]);
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
    ...bundling,
    write: false,
    logLevel: 'silent',
  });
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-publish-'));
  try {
    const path = join(folder, 'publish.mjs');
    writeFileSync(path, outputFiles[0]?.text ?? '');
    return (await import(pathToFileURL(path).href)) as PublishBundle;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
