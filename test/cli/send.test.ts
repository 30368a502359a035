import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readEvents } from '#cli/send.ts';
import { sourceNamed } from '#cli/sourceNamed.ts';
import type { Up } from '#local/upFile.ts';
import { project } from '#test/cli/commandLine.ts';

const source = (organisation: string, name: string) => ({
  organisation,
  source: name,
  address: '',
  signing: [],
  tokens: [],
});
const up = {
  sources: {
    'wirral.team': source('wirral', 'team'),
    'example.team': source('example', 'team'),
    'example.phones': source('example', 'phones'),
    phones: source('example', 'phones'),
  },
} as unknown as Up;

describe('a source', () => {
  test.each([
    ['phones', 'example', 'phones'],
    ['example.phones', 'example', 'phones'],
    ['wirral.team', 'wirral', 'team'],
  ])('%s is found', (name, organisation, id) => {
    expect(sourceNamed(up, name)).toMatchObject({ organisation, source: id });
  });

  test.each([
    ['team', 'Several organisations have a source "team": write wirral.team or example.team.'],
    ['phnes', 'There is no source "phnes": did you mean "phones"?'],
    [
      'counter-terminal',
      'There is no source "counter-terminal": there is wirral.team or example.team or example.phones.',
    ],
  ])('%s is not, and the sentence says what to write', (name, sentence) => {
    expect(() => sourceNamed(up, name)).toThrow(sentence);
  });
});

describe('a file of events', () => {
  test.each([
    ['many.json', '[{"id":"1"},{"id":"2"}]', 2],
    ['one.json', '{"id":"1"}', 1],
    ['lines.ndjson', '{"id":"1"}\n\n{"id":"2"}\n', 2],
    ['none.json', '[]', 0],
  ])('%s', (name, text, count) => {
    expect(readEvents(join(project({ [name]: text }), name), name)).toHaveLength(count);
  });

  test('that is not JSON is told with its name', () => {
    const root = project({ 'broken.json': '{"id":' });
    expect(() => readEvents(join(root, 'broken.json'), 'broken.json')).toThrow(/^broken\.json is not JSON: /);
  });
});
