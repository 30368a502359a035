import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { text as bodyText } from 'node:stream/consumers';
import type { HttpRequest } from '#lambda/http.ts';
import { readUp } from '#local/upFile.ts';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { everythingKept, placesOf } from '#test/clients/search.ts';
import { type Change, requestOf, type Sample, samples } from '#test/hooks/samples.ts';

/** Each is like nothing else that is sent. */
const plants = {
  'a telephone number': '447700900461',
  'an address': '198.51.100.201',
  'an e-mail address': 'planted.person@northmoor.example',
  'a token': 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
  'what somebody searched for': 'planted ailment of 447700900461',
} as const;

/** What officers and programmers send by their own hand is kept as they send it. */
const ours = ['cloudevents', 'csv'];
const positions = 8;

const send = async (start: string, { method, path, query = '', headers, body }: HttpRequest): Promise<number> => {
  const address = new URL(`${start}${path}`);
  address.search = query;
  return new Promise((resolve, reject) => {
    const asked = httpRequest(address, { method, headers: { ...headers, 'content-length': body.length } }, (answer) => {
      bodyText(answer).then(() => resolve(answer.statusCode ?? 0), reject);
    });
    asked.on('error', reject).end(method === 'GET' ? undefined : body);
  });
};

const startOf = (stack: ClientStack): string => new URL(stack.address('any')).origin;

const sendSample = async (stack: ClientStack, sample: Sample, change: Change = {}): Promise<readonly number[]> => {
  const start = startOf(stack);
  const here = { start, now: new Date(), keys: (source: string) => stack.keys(source), ...change };
  const statuses: number[] = [];
  for (const each of sample.requests) statuses.push(await send(start, requestOf(each, sample, here)));
  return statuses;
};

/** Between the marks of JSON, a form, a log line. */
const word = /[^\t|,;&=\n\r"{}[\]:?/]+/g;

/** Some of the words, spread over the text, become the plant: another lot each time. */
const planted = (text: string, plant: string, lot: number): string => {
  let index = 0;
  return text.replace(word, (found) => (index++ % positions === lot ? plant : found));
};

const inForm = (plant: string): string => plant.replaceAll(' ', '+');

const plantEverywhere: ClientRun = {
  name: 'every vendor’s samples, with a number, an address, an e-mail, a token and a search in every place: in clear nowhere',
  async run(stack) {
    const vendors = samples().filter(({ adapter, name }) => !ours.includes(adapter) && /^(good|restated)-/.test(name));
    assert.ok(new Set(vendors.map(({ adapter }) => adapter)).size >= 8);
    for (const sample of vendors)
      for (const plant of Object.values(plants))
        for (let lot = 0; lot < positions; lot += 1) {
          const statuses = await sendSample(stack, sample, {
            content: (bytes) => Buffer.from(planted(bytes.toString('utf8'), plant, lot)),
            query: (query) => planted(query, inForm(plant), lot),
          });
          assert.ok(
            statuses.every((status) => status < 500),
            `${sample.adapter}/${sample.name}: ${statuses}`,
          );
        }
    const kept = await everythingKept(stack);
    for (const [what, plant] of Object.entries(plants))
      for (const text of [plant, inForm(plant), encodeURIComponent(plant)])
        assert.deepEqual(placesOf(text, kept), [], `${what}, ${text}`);
    return undefined;
  },
};

/** Of every source that there is. */
const keysOf = ({ folder }: ClientStack): readonly string[] =>
  Object.values(readUp(folder)?.sources ?? {}).flatMap(({ signing, tokens }) => [...signing, ...tokens]);

const asTheyAre: ClientRun = {
  name: 'every sample of every vendor as it is: what must never be kept is in clear nowhere, nor is any key',
  async run(stack) {
    const all = samples();
    for (const sample of all) {
      const statuses = await sendSample(stack, sample);
      assert.ok(
        statuses.every((status) => status < 500),
        `${sample.adapter}/${sample.name}: ${statuses}`,
      );
    }
    const kept = await everythingKept(stack);
    // Were nothing found at all, nothing would have been searched.
    assert.notEqual(placesOf('/bins/missed', kept).length, 0);
    // A shorter one stands in random bytes.
    for (const { adapter, name, expected } of all)
      for (const text of (expected.never ?? []).filter(({ length }) => length >= 6))
        assert.deepEqual(placesOf(text, kept), [], `${adapter}/${name} must not keep ${text}`);
    for (const key of keysOf(stack)) assert.deepEqual(placesOf(key, kept), [], 'a key');
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [asTheyAre, plantEverywhere];
