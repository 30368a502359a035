import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dataSchemas } from '#event/schemas.ts';
import type { EventType } from '#event/types.ts';

const text = readFileSync(new URL('../../docs/sending-events.md', import.meta.url), 'utf8');
const sections = text.split(/^###? /m);

const titleOf = (section: string): string => section.split('\n', 1)[0] ?? '';
const fieldsIn = (section: string): string[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));

describe('docs/sending-events.md describes every field of every type, and no other', () => {
  test.each(Object.keys(dataSchemas) as EventType[])('%s', (type) => {
    const section = sections.filter((each) => titleOf(each).includes(`\`${type}\``));
    expect(section.map(fieldsIn)).toHaveLength(1);
    expect(section.flatMap(fieldsIn).sort()).toEqual(Object.keys(dataSchemas[type].shape).sort());
  });
});
