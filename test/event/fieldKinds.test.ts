import { describe, expect, test } from '@jest/globals';
import { fieldKinds } from '#event/fieldKinds.ts';
import { dataSchemas } from '#event/schemas.ts';
import type { EventType } from '#event/types.ts';

const types = Object.keys(dataSchemas) as EventType[];

describe.each(types)('%s', (type) => {
  const { shape } = dataSchemas[type];

  test('has just the fields of its schema', () => {
    expect(Object.keys(fieldKinds[type].kinds).sort()).toEqual(Object.keys(shape).sort());
  });

  test('must have just what its schema does not let be left out', () => {
    const needed = Object.keys(shape).filter((field) => !shape[field]?.safeParse(undefined).success);
    expect([...fieldKinds[type].required].sort()).toEqual(needed.sort());
  });

  const samples = {
    text: 'a name',
    prose: 'Two lines,\nor more.',
    instant: '2024-03-04T09:38:44.000Z',
    day: '2024-03-04',
    seconds: 80,
    pence: 350,
    number: 2,
    flag: true,
    names: { network: 'facebook' },
  } as const;
  const special: Readonly<Record<string, string>> = { period: '2023-24-q3' };

  test.each(Object.entries(fieldKinds[type].kinds))('%s takes what it is read as', (field, kind) => {
    const sample = special[field] ?? (typeof kind === 'object' ? kind.oneOf[0] : samples[kind]);
    expect(shape[field]?.safeParse(sample).success).toBe(true);
  });
});
