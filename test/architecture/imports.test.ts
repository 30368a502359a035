import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { mayImport, violations } from '#test/architecture/imports.ts';

const sources = globSync('{packages,functions,infra}/**/*.{ts,tsx,mjs}').map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));

describe('who may import whom', () => {
  test('every import follows the table', () => expect(violations(sources)).toEqual([]));

  test('every package is in the table, or may import anything', () => {
    const packages = new Set(sources.filter((f) => f.path.startsWith('packages/')).map((f) => f.path.split('/')[1]));
    expect([...packages].filter((name) => name && !(name in mayImport)).sort()).toEqual(['cli', 'local']);
  });

  test.each([
    ['a lower package reaching up', 'packages/calendar/day.ts', "import { x } from '#event/types.ts';"],
    ['a page reading the store', 'packages/site/page.tsx', "import type { W } from '#store/website.ts';"],
    ['one function calling another', 'functions/plan/plan.ts', "import { rollup } from '#functions/rollup/rollup.ts';"],
    ['the stack importing more than names', 'infra/stack.ts', "import { s } from '#store/s3Website.ts';"],
    ['a pure package knowing AWS', 'packages/metric/cube.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['a relative path', 'packages/metric/cube.ts', "import { merge } from './merge.ts';"],
    ['an import at run time', 'packages/event/fact.ts', "const s = await import('#store/names.ts');"],
    ['a re-export', 'packages/event/fact.ts', "export { a } from '#metric/merge.ts';"],
  ])('fails on a planted violation: %s', (_, path, text) => expect(violations([{ path, text }])).toHaveLength(1));

  test('allows what the table allows', () => {
    const text =
      "import { env } from '#store/names.ts'; import { a } from '#infra/b.ts'; import * as cdk from 'aws-cdk-lib';";
    expect(violations([{ path: 'infra/stack.ts', text }])).toEqual([]);
  });
});
