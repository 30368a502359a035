import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

type Sources = ReadonlyMap<string, string>;

const read = (pattern: string): Sources =>
  new Map(globSync(pattern).map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]));

/** A program within a text is bundled before it runs. */
const withoutTexts = (text: string): string => text.replaceAll(/= `\n[\s\S]*?\n`;/g, '');

/** What Node loads with a file: `import type` is erased before, and what is imported at run time is a bundle. */
const loadedBy = (text: string): readonly string[] =>
  [...withoutTexts(text).matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?['"]#([^'"]+)['"]/gm)].map(
    ([, name = '']) => (/^(functions|infra|oracle|test|bench)\//.test(name) ? name : `packages/${name}`),
  );

/** Each way from a file to one of JSX, which Node cannot run. */
const waysToJsx = (sources: Sources, from: readonly string[]): readonly string[] => {
  const reached = new Map(from.map((path) => [path, path]));
  for (const [path, way] of reached)
    for (const next of path.endsWith('.tsx') ? [] : loadedBy(sources.get(path) ?? ''))
      if (!reached.has(next)) reached.set(next, `${way} > ${next}`);
  return [...reached].flatMap(([path, way]) => (path.endsWith('.tsx') ? [way] : []));
};

describe('what Node runs without a bundle', () => {
  const sources = read('{packages,functions,infra,oracle}/**/*.{ts,tsx}');
  const begins = [...sources.keys()].filter((path) => /^(packages\/(cli|local)|infra|oracle)\//.test(path));

  test('reaches no JSX', () => expect(waysToJsx(sources, begins)).toEqual([]));

  test.each([
    ['directly', "import { A } from '#site/a.tsx';", 1],
    ['by another file', "import {\n  b,\n  type B,\n} from '#site/b.ts';", 1],
    ['by what only hands on', "export { b } from '#site/b.ts';", 1],
    ['not within a text', "const entry = `\nimport { A } from '#site/a.tsx';\n`;", 0],
    ['not by a type', "import type { A } from '#site/a.tsx';", 0],
  ])('finds JSX that is imported %s', (_, text, found) => {
    const planted = new Map([
      ['packages/cli/x.ts', text],
      ['packages/site/b.ts', "import { a } from '#site/a.tsx';"],
    ]);
    expect(waysToJsx(planted, ['packages/cli/x.ts'])).toHaveLength(found);
  });
});
