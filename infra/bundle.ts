import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { textPlugin } from '#infra/textPlugin.mjs';

export const functionNames = ['collect', 'drop', 'plan', 'rollup', 'assess', 'publish'] as const;
export type FunctionName = (typeof functionNames)[number];

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));
export const bundlesFolder = join(projectRoot, 'cdk.out', 'bundles');

const handlerOf = (name: FunctionName): string => join(projectRoot, 'functions', name, 'handler.ts');

/** Some packages are still CommonJS and call `require`, which an ES module does not have. */
const requireBanner = `import{createRequire as _cr}from'node:module';const require=_cr(import.meta.url);`;

/** Node runs no JSX and imports no style sheet: whatever renders pages, here or in the cloud, is bundled like this. */
export const bundling = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [textPlugin],
} satisfies BuildOptions;

/**
 * All functions in one call of esbuild, each into `{folder}/{name}/index.mjs`. The AWS SDK is bundled: that pins its
 * version, and imports faster than the runtime's own copy, which is thousands of files.
 */
export async function bundle(folder = bundlesFolder, handlers: (name: FunctionName) => string = handlerOf) {
  const missing = functionNames.filter((name) => !existsSync(handlers(name)));
  if (missing.length > 0) throw new Error(`There is no handler for ${missing.join(', ')}.`);
  await build({
    entryPoints: functionNames.map((name) => ({ in: handlers(name), out: `${name}/index` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    ...bundling,
    minify: true,
    target: 'node24',
    banner: { js: requireBanner },
    legalComments: 'none',
    logLevel: 'silent',
  });
}

export const bundleBytes = (name: FunctionName, folder = bundlesFolder): number =>
  statSync(join(folder, name, 'index.mjs')).size;
