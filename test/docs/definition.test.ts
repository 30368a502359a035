import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { definition } from '#scorecard/definitionSchema.ts';
import { group, scorecard } from '#scorecard/schema.ts';

const example = scorecard.parse(parse(readFileSync('scorecards/example/contact-centre.yaml', 'utf8')));
const original = example.groups.flatMap(({ measures }) => measures).find(({ id }) => id === 'service-level');

const blockIn = (path: string, heading: string, language: string): string => {
  const section = readFileSync(path, 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n *\`\`\``).exec(section)?.[1] ?? '';
};

describe('the measure that another council takes over', () => {
  test('in docs/scorecards.md may be written so, and is worked out as the example is', () => {
    const { groups } = parse(blockIn('docs/scorecards.md', "Another council's measure", 'yaml'));
    const [taken] = group.parse(groups[0]).measures;
    expect(taken?.value).toEqual(original?.value);
    expect(taken).toMatchObject({ title: original?.title, unit: 'percent', target: original?.target });
  });

  test('in docs/open-data.md is part of what the example publishes', () => {
    const { measure, ...rest } = JSON.parse(
      blockIn('docs/open-data.md', 'Checking a figure, and taking over its definition', 'json'),
    );
    expect(original).toMatchObject(measure);
    const whole = definition.parse({ ...rest, formula: 'F', measure: original });
    expect((100 * (whole.published.numerator ?? 0)) / (whole.published.denominator ?? 0)).toBe(whole.published.value);
  });
});
