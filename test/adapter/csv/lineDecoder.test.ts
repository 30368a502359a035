import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decoded, lineDecoder } from '#adapter/csv/lineDecoder.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));

describe('text', () => {
  test.each([
    ['UTF-8', bytes('a,£\n'), 'a,£\n'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'a,£\n'), 'a,£\n'],
    ['Windows-1252', bytes('a,', [0xa3], '\n'), 'a,£\n'],
    ['what only Windows-1252 has', bytes('caf', [0xe9], ' ', [0x93, 0x94, 0x80], '\n'), 'café “”€\n'],
    ['one line of each', bytes('£\n', [0xa3], '\n£\n'), '£\n£\n£\n'],
    ['UTF-16, little end first', bytes([0xff, 0xfe], Buffer.from('a,£\n', 'utf16le') as never), 'a,£\n'],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0, 0x61, 0, 0xa3]), 'a£'],
    ['no line break', bytes('a'), 'a'],
    ['nothing', bytes(), ''],
  ])('%s', (_, file, text) => {
    expect(decoded(file)).toBe(text);
  });

  test('is what the source says that it is', () => {
    expect(decoded(bytes('£\n'), 'windows-1252')).toBe('Â£\n');
    expect(() => decoded(bytes([0xa3], '\n'), 'utf-8')).toThrow(/not UTF-8 as its source says/);
  });

  test('a workbook is told from CSV', () => {
    expect(() => decoded(bytes('PK', [3, 4], 'and so on'))).toThrow(/save it as "CSV UTF-8"/);
  });

  test('it does not matter where the bytes are cut', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(`${text}\n`)),
      fc.uint8Array({ maxLength: 8 }).map((some) => Buffer.from([...some, 0x0a])),
    );
    const lines = fc.array(line, { maxLength: 12 }).map((all) => Buffer.concat([Buffer.from('a,b\n'), ...all]));
    fc.assert(
      fc.property(lines, fc.array(fc.nat(200), { maxLength: 6 }), (file, cuts) => {
        const decoder = lineDecoder();
        const places = [0, ...cuts.map((cut) => Math.min(cut, file.length)).sort((a, b) => a - b), file.length];
        const parts = places.slice(1).map((end, index) => decoder.push(file.subarray(places[index], end)));
        expect(parts.join('') + decoder.end()).toBe(decoded(file));
      }),
    );
  });

  test('a line without an end is handed on in whole characters', () => {
    const decoder = lineDecoder();
    const long = Buffer.from(`x${'£'.repeat(1_100_000)}`);
    const cut = 1_200_000;
    expect(decoder.push(long.subarray(0, cut)) + decoder.push(long.subarray(cut)) + decoder.end()).toBe(
      long.toString(),
    );
  });
});
