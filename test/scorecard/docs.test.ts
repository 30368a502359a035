import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import { checkOrganisationFile, checkScorecard } from '#scorecard/check.ts';
import { problemText } from '#scorecard/problem.ts';
import { measure, organisation, scorecard } from '#scorecard/schema.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const guide = read('docs/scorecards.md');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

const [yaml = ''] = blocks('yaml');
const [json = ''] = blocks('json');
const file = 'scorecards/example/town-hall.yaml';

const ofExample = checkOrganisationFile(
  'scorecards/example/organisation.yaml',
  read('scorecards/example/organisation.yaml'),
);
const example = 'value' in ofExample ? ofExample.value : organisation.parse({});

const records = (JSON.parse(json) as unknown[]).map((event) => {
  const parsed = parseEvent(event, {
    now: new Date('2025-05-01'),
    pathSource: 'performance-team',
    organisation: 'example',
  });
  if (!('event' in parsed)) throw new Error(parsed.reason);
  return factOf(parsed.event, { organisation: 'example', hashKey: 'k'.repeat(32) });
});

describe('the worked example of docs/scorecards.md', () => {
  const checked = checkScorecard(file, yaml, example);

  test('passes the check', () => expect(checked).toHaveProperty('value'));

  test('is published with the words that the guide promises', () => {
    const edition = assess({
      organisation: example,
      scorecard: 'value' in checked ? checked.value : scorecard.parse({}),
      period: parsePeriod('2024-25-q4'),
      asOf: '2025-04-30',
      publishedAt: '2025-04-30T22:59:59.999Z',
      software: 'test',
      partials: [],
      records,
    });
    const [milestone] = edition.milestones;
    for (const reason of [edition.measures[1]?.rating.reason, milestone?.rating.reason])
      expect(guide).toContain(`"${reason}"`);
    expect(guide.replace(/\s+/g, ' ')).toContain(`with ${milestone?.weeksDelay} weeks of delay`);
  });

  test('with its slip, is told as the guide prints it', () => {
    const slipped = checkScorecard(file, yaml.replace('polarity', 'polarty'), example);
    const told = 'problems' in slipped ? slipped.problems.map(problemText).join('\n') : 'nothing';
    expect(blocks('text').map((block) => block.trim())).toContain(told);
  });
});

describe('the tables of keys', () => {
  const named = (of: string): readonly string[] => [...of.matchAll(/`([a-zA-Z]+)`/g)].map((match) => match[1] ?? '');
  test.each([
    ['a scorecard', Object.keys(scorecard.shape)],
    ['a measure', Object.keys(measure.shape)],
  ])('name every key of %s', (_, keys) => expect(named(guide)).toEqual(expect.arrayContaining(keys)));
});
