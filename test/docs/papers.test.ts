import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import { checkOrganisationFile, checkScorecard } from '#scorecard/check.ts';
import { checkPaper } from '#scorecard/paperFile.ts';
import {
  boundTo,
  measureCounts,
  measureFields,
  milestoneCounts,
  milestoneFields,
  movements,
  placeholder,
  plainNames,
} from '#scorecard/paperNames.ts';
import { paperFront } from '#scorecard/paperSchema.ts';
import type { Organisation, Scorecard } from '#scorecard/schema.ts';
import { boundText } from '#site/paperValues.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const guide = read('docs/papers.md');
const blockIn = (text: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';

const checkedValue = <Value>(checked: { readonly value: Value } | { readonly problems: readonly unknown[] }): Value => {
  if ('value' in checked) return checked.value;
  throw new Error(JSON.stringify(checked.problems));
};

const scorecards = read('docs/scorecards.md');
const organisationFile = 'scorecards/example/organisation.yaml';
const organisation: Organisation = checkedValue(checkOrganisationFile(organisationFile, read(organisationFile)));
const townHall: Scorecard = checkedValue(
  checkScorecard('scorecards/example/town-hall.yaml', blockIn(scorecards, 'yaml'), organisation),
);

const records = (JSON.parse(blockIn(scorecards, 'json')) as unknown[]).map((event) => {
  const context = { now: new Date('2025-05-01'), pathSource: 'performance-team', organisation: 'example' };
  const parsed = parseEvent(event, context);
  if (!('event' in parsed)) throw new Error(parsed.reason);
  return factOf(parsed.event, { organisation: 'example', hashKey: 'k'.repeat(32) });
});

const edition = assess({
  organisation,
  scorecard: townHall,
  period: parsePeriod('2024-25-q4'),
  asOf: '2025-04-30',
  publishedAt: '2025-04-30T22:59:59.999Z',
  software: 'test',
  partials: [],
  records,
});

const textOf = (name: string): string => {
  const bound = boundTo(name, townHall);
  if ('message' in bound) throw new Error(`${name}: ${bound.message}`);
  return boundText(bound, { edition });
};

describe('the worked example of docs/papers.md', () => {
  const markdown = blockIn(guide, 'markdown');
  const checked = checkPaper('scorecards/example/papers/town-hall-2024-25-q4.md', markdown, [townHall]);

  test('passes the check', () => expect(checked).toHaveProperty('value'));

  test('says what the guide promises', () => {
    const filled = checkedValue(checked).body.replaceAll(placeholder, (_, name: string) => textOf(name.trim()));
    const paragraphs = filled.split('\n\n').map((each) => each.replaceAll('\n', ' ').trim());
    for (const promised of blockIn(guide, 'text').trim().split('\n\n')) expect(paragraphs).toContain(promised);
  });
});

describe('the table of names', () => {
  const section = guide.slice(guide.indexOf('## Names'), guide.indexOf('## Printing'));
  const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const ids = { measure: 'satisfied', milestone: 'call-back' };
  const withId = (name: string): string =>
    name.replace(/^(measure|milestone)\.ID\./, (_, kind: keyof typeof ids) => `${kind}.${ids[kind]}.`);

  test.each(named)('%s stands for something', (name) => expect(textOf(withId(name))).toMatch(/\S/));

  test('a count of a group stands for something', () => {
    expect(section).toContain('`group.ID.measures.red`');
    expect(textOf('group.telephone.measures.red')).toBe('0');
  });

  test('has every name there is', () => {
    const of = (kind: string, fields: readonly string[]) => fields.map((field) => `${kind}.${field}`);
    const isBound = (name: string) => !('message' in boundTo(name, townHall));
    const moved = ['measures', 'milestones'].flatMap((kind) => of(`movement.${kind}`, movements)).filter(isBound);
    const all = [
      ...plainNames,
      ...of('measure.ID', measureFields),
      ...of('milestone.ID', milestoneFields),
      ...of('measures', measureCounts),
      ...of('milestones', milestoneCounts),
      ...moved,
    ];
    expect(named.toSorted()).toEqual(all.toSorted());
  });
});

test('the table of particulars has every key', () => {
  const section = guide.slice(guide.indexOf('## The file'), guide.indexOf('## Names'));
  const cells = [...section.matchAll(/^\| (`[^|]*?) \|/gm)].map(([, cell = '']) => cell);
  const keys = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
  expect(keys.toSorted()).toEqual(Object.keys(paperFront.shape).toSorted());
});
