import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { jsonSchemaOf } from '#scorecard/jsonSchema.ts';

/** The schemas that editors read beside the files; `GOLDEN=accept npm test -- test/scorecards/schema` writes them anew. */
describe.each(['organisation', 'sources', 'scorecard', 'dashboard'] as const)('scorecards/schema/%s.json', (name) => {
  const path = `scorecards/schema/${name}.json`;
  if (process.env['GOLDEN'] === 'accept') writeFileSync(path, `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);

  test('says what the program checks', () => {
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(jsonSchemaOf(name));
  });
});
