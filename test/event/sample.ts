import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../events/samples/', import.meta.url);

/** The names of the samples in a folder of `events/samples`, without `.json`. */
export const samplesIn = (below = ''): readonly string[] =>
  readdirSync(new URL(below, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

export const sampleText = (name: string): string => readFileSync(new URL(`${name}.json`, folder), 'utf8');

export const sample = (name: string) => JSON.parse(sampleText(name));

/** A sample with some fields of its data replaced; `undefined` leaves one out. */
export const sampleWith = (name: string, data: object, attributes: object = {}) => {
  const event = sample(name);
  return JSON.parse(JSON.stringify({ ...event, ...attributes, data: { ...event.data, ...data } }));
};

export const now = new Date('2024-04-02T09:00:00Z');
export const context = { now, pathSource: 'telephony', organisation: 'example' };
