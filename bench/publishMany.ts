import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { asOf, configurationOf } from '#bench/manyQuarters.ts';
import { mostBytes } from '#bench/memory.ts';
import { publish } from '#functions/publish/publish.ts';
import type { Edition } from '#scorecard/edition.ts';
import { assets } from '#site/assets.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryWebsite } from '#store/memoryWebsite.ts';
import type { Website } from '#store/website.ts';

// EDITIONS COUNCILS SCORECARDS: bundled as the function is, and run in a process of its own: so its memory is its own.

const [path = '', councils = '1', scorecards = '1'] = process.argv.slice(2);
const stored = gunzipSync(readFileSync(path))
  .toString()
  .trim()
  .split('\n')
  .map((line) => Buffer.from(line));
const ids = (prefix: string, count: string): string[] =>
  Array.from({ length: Number(count) }, (_, i) => `${prefix}-${i + 1}`);

/** As a store that others keep: an edition is read, and parsed, each time that it is asked for. */
const editionAt = (
  at: number,
  { organisation, scorecard }: Pick<EditionHead, 'organisation' | 'scorecard'>,
): Edition => {
  const edition = JSON.parse(String(stored[at])) as Edition;
  const names = {
    organisation: { ...edition.organisation, id: organisation },
    scorecard: { ...edition.scorecard, id: scorecard },
  };
  return { ...edition, ...names };
};

const periods = stored.map((line) => (JSON.parse(String(line)) as Edition).period.id);

const editions: Editions = {
  heads: async (organisation, scorecard) =>
    periods.map((period) => ({ organisation, scorecard, period, edition: 1, asOf, figuresHash: period })),
  read: async (head) => editionAt(periods.indexOf(head.period), head),
  mint: async () => false,
};

let [files, bytes] = [0, 0];
const website: Website = {
  async put({ body }) {
    files += 1;
    bytes += Buffer.from(body).length;
  },
  get: async () => undefined,
};

const config = memoryConfigStore();
for (const id of ids('council', councils)) await config.push(configurationOf(id, ids('strategy', scorecards)));
const stores = { config, editions, log: { recordsOf: async () => [] }, website, data: memoryWebsite(), assets };

const before = process.cpuUsage();
for (const organisation of ids('council', councils))
  for (const scorecard of ids('strategy', scorecards))
    await publish({ organisation, scorecard, asOf, publishedAt: `${asOf}T22:59:59.999Z` }, stores);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, bytes, files, mostBytes: mostBytes() }));
