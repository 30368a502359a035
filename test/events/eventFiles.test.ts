import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { batches } from '#events/example/generate.ts';

interface Posting {
  readonly source?: string;
  readonly files?: readonly string[];
  readonly generate?: string;
}
interface Stage {
  readonly organisation: string;
  readonly post: readonly Posting[];
  readonly night: string;
}

const now = new Date('2025-05-01T00:00:00Z');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const plan: readonly Stage[] = readJson('events/plan.json');
const postings = plan.flatMap(({ organisation, post, night }) =>
  post.flatMap(({ source, files = [] }) => files.map((file) => ({ organisation, source: source ?? '', file, night }))),
);

describe.each(postings)('$file', ({ organisation, source, file, night }) => {
  const events: readonly { id: string; time: string; source: string }[] = readJson(file);
  const parsed = events.map((event) => parseEvent(event, { now, pathSource: source, organisation }));

  test('is accepted whole, with no field dropped', () => {
    expect(parsed.filter((answer) => !('event' in answer) || answer.warnings.length > 0)).toEqual([]);
  });

  test('names each event once, and had happened by the night that reads it', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.filter(({ time }) => time.slice(0, 10) > night)).toEqual([]);
  });
});

test('every event file stands in the plan', () => {
  const folders = readdirSync('events').filter((name) => !name.includes('.') && name !== 'samples');
  const files = folders.flatMap((folder) =>
    readdirSync(`events/${folder}`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `events/${folder}/${name}`),
  );
  expect(postings.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

test('each night is of a day that never changes, and the generators are there', () => {
  const nights = plan.map(({ organisation, night }) => `${organisation} ${night}`);
  expect(nights.filter((each) => /^(wirral|example) /.test(each))).toEqual([
    'wirral 2023-12-15',
    'wirral 2024-01-25',
    'example 2025-04-30',
    'example 2025-04-30',
  ]);
  expect(nights.filter((each) => each.startsWith('worcestershire'))).toEqual(['worcestershire 2022-03-09']);
  expect(plan.flatMap(({ post }) => post.flatMap(({ generate }) => generate ?? []))).toEqual([
    'events/example/generate.ts',
    'events/example/frontDoors.ts',
  ]);
});

test('every generated event is accepted, none from after the last day', () => {
  const organisation = 'example';
  const answers = [...batches()].flatMap(({ source, events }) =>
    events.map((event) => parseEvent(event, { now, pathSource: source, organisation })),
  );
  const facts = answers.flatMap((answer) =>
    'event' in answer && answer.warnings.length === 0
      ? [factOf(answer.event, { organisation, hashKey: 'k'.repeat(32) })]
      : [],
  );
  expect(facts).toHaveLength(answers.length);
  const days = facts.map(({ day }) => day).toSorted();
  expect([days.at(0), days.at(-1)]).toEqual(['2023-05-01', '2025-04-30']);
});
