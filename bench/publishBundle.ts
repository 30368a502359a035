import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { publish } from '#functions/publish/publish.ts';
import { textPlugin } from '#infra/textPlugin.mjs';
import type { Assets } from '#site/siteFile.ts';

export interface PublishBundle {
  readonly publish: typeof publish;
  readonly assets: Assets;
}

const contents = `
  export { publish } from '#functions/publish/publish.ts';
  export { assets } from '#site/assets.ts';
`;

/** The verb and its assets, bundled as for the function: Node itself runs no JSX. */
export async function importPublish(): Promise<PublishBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bench-'));
  const outfile = join(folder, 'publish.mjs');
  try {
    await build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
      plugins: [textPlugin],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
