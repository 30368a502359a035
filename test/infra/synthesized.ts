import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { functionNames } from '#infra/bundle.ts';
import { type QuarterlightProps, QuarterlightStack } from '#infra/stack.ts';

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));

/** One module a function; without a text, one that does nothing. */
export function stubBundles(code: Partial<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bundles-'));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), code[name] ?? `export const handler = async () => '${name}';\n`);
  }
  return folder;
}

export function synthesized(outdir?: string, bundles = stubBundles(), settings: Partial<QuarterlightProps> = {}) {
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const stack = new QuarterlightStack(app, 'Quarterlight', { bundles, ...settings });
  return Template.fromStack(stack);
}
