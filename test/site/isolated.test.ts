import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isolated, originalOf } from '#site/isolated.ts';

const [rlo, lri, rli, fsi, pdi, rlm] = ['\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\u200f'] as const;

describe('a text that turns writing round turns nothing but itself', () => {
  test.each([
    ['a plain text is left alone', 'Calls', 'Calls'],
    ['other scripts are no marks', 'שלום', 'שלום'],
    ['an override ends with the text', `a${rlo}b`, `${fsi}a${rlo}b${pdi}`],
    ['an isolation that is not ended is ended', `a${rli}b`, `${fsi}a${rli}b${pdi}${pdi}`],
    ['one that is ended is left as it is', `a${lri}b${pdi}c`, `${fsi}a${lri}b${pdi}c${pdi}`],
    ['an end of nothing is left out', `a${pdi}b`, `${fsi}ab${pdi}`],
    ['a lone mark stays', `${rlm}1`, `${fsi}${rlm}1${pdi}`],
  ])('%s', (_, text, shown) => {
    expect(isolated({ text })).toEqual({ text: shown });
  });

  test('at any depth; and what holds none is the same object', () => {
    const plain = { list: [{ title: 'a', value: 1 }], none: undefined };
    expect(isolated(plain)).toBe(plain);
    expect(isolated({ list: [{ title: rlo, value: 1 }] })).toEqual({
      list: [{ title: `${fsi}${rlo}${pdi}`, value: 1 }],
    });
  });

  test('and what is kept stays known', () => {
    const edition = { title: rlo };
    expect(isolated(edition)).toBe(isolated(edition));
    expect(originalOf(isolated(edition))).toBe(edition);
    expect(originalOf(edition)).toBe(edition);
  });

  test('every isolation that is begun is ended, and none too many', async () => {
    const text = fc.array(fc.constantFrom('a', rlo, lri, rli, fsi, pdi)).map((each) => each.join(''));
    await fc.assert(
      fc.property(text, (each) => {
        let depth = 0;
        for (const mark of isolated({ text: each }).text) {
          if ([lri, rli, fsi].some((begin) => begin === mark)) depth += 1;
          if (mark === pdi) depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
