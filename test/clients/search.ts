import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { clientFor } from '#local/clients.ts';
import { readUp } from '#local/upFile.ts';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';

/** Something that is kept, and where: a file, or an item of a table. */
export interface Held {
  readonly where: string;
  readonly texts: readonly string[];
}

const unpackers = [zstdDecompressSync, gunzipSync, brotliDecompressSync] as const;

/** As it stands, and unpacked by whatever unpacks it. */
const textsOf = (bytes: Uint8Array): readonly string[] => {
  const unpacked = unpackers.flatMap((unpack) => {
    try {
      return [unpack(bytes).toString('latin1')];
    } catch {
      return [];
    }
  });
  return [Buffer.from(bytes).toString('latin1'), ...unpacked];
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

const textsIn = (value: AttributeValue): readonly string[] => {
  if (value.B) return textsOf(value.B);
  return [JSON.stringify(value)];
};

/** Every item of every table, over the wire: on disk the database packs what it keeps. */
async function itemsOf(stack: ClientStack): Promise<readonly Held[]> {
  const up = readUp(stack.folder);
  if (!up) throw new Error('the stack has left no up.json');
  const client = clientFor(DynamoDBClient, up.dynamodb);
  const held: Held[] = [];
  for (const table of Object.values(up.tables)) {
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, ExclusiveStartKey: start, ConsistentRead: true }),
      );
      for (const item of page.Items ?? [])
        held.push({ where: `${table} ${item['pk']?.S} ${item['sk']?.S}`, texts: Object.values(item).flatMap(textsIn) });
      start = page.LastEvaluatedKey;
    } while (start);
  }
  client.destroy();
  return held;
}

const isConfiguration = (path: string): boolean => path.replaceAll('\\', '/').includes('/config/');

/** All that the stack keeps of what was sent: files of tables and buckets, logs, and items. Not secrets and settings. */
export async function everythingKept(stack: ClientStack): Promise<readonly Held[]> {
  const files = ['data', 'logs']
    .flatMap((name) => filesIn(join(stack.folder, name)))
    .filter((path) => !isConfiguration(path));
  return [...files.map((where) => ({ where, texts: textsOf(readFileSync(where)) })), ...(await itemsOf(stack))];
}

/** Where a text stands in clear. */
export const placesOf = (text: string, kept: readonly Held[]): readonly string[] =>
  kept.filter(({ texts }) => texts.some((each) => each.includes(text))).map(({ where }) => where);

/** The last of a client's runs: nothing personal that it sent is kept, neither as the files stand nor unpacked and item by item. */
export const nothingPersonal = (
  who: string,
  isGiven: boolean,
  planted: (stack: ClientStack) => readonly string[],
): ClientRun => ({
  name: `${who}: nothing personal that was sent is kept`,
  async run(stack) {
    if (!isGiven) return 'skipped';
    const kept = await everythingKept(stack);
    for (const text of planted(stack)) assert.deepEqual(placesOf(text, kept), [], text);
    return undefined;
  },
});
