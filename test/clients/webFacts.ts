import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { londonDay } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';
import { type ClientStack, eventually } from '#test/clients/client.ts';

const today = (): string => londonDay(new Date().toISOString());

/** Today's facts of a source, by its page: without what differs from run to run. */
export const seen = async (stack: ClientStack, source: string, path: string, day = today()) =>
  (await stack.facts('web', day)).filter((fact) => fact.source === source && fact.data['path'] === path);

/** As many as there must be, once they are there, and no more. */
export async function arrived(
  stack: ClientStack,
  source: string,
  path: string,
  count: number,
): Promise<readonly Fact[]> {
  const facts = await eventually(async () => {
    const found = await seen(stack, source, path);
    return found.length >= count ? found : undefined;
  });
  assert.equal(facts.length, count);
  return facts;
}

/** What was done, without who did it. */
export const deeds = (facts: readonly Fact[]) =>
  facts
    .map(({ data: { visitorKey: _, path: __, ...rest } }) => rest)
    .sort((one, other) => (key(one) < key(other) ? -1 : 1));
const key = (deed: object): string => JSON.stringify(deed);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

/** Looks for texts in every file that the stack keeps, its own secrets apart. */
export function assertNowhere(stack: ClientStack, ...texts: readonly string[]): void {
  for (const file of filesIn(stack.folder).filter(
    (name) => !name.endsWith('secrets.json') && !name.endsWith('up.json'),
  )) {
    const content = readFileSync(file);
    for (const text of texts) assert.ok(!content.includes(text), `${text} is in ${file}`);
  }
}
