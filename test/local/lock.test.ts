import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lock } from '#local/lock.ts';
import { readUp } from '#local/upFile.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'quarterlight-lock-'));
/** Larger than any process number. */
const deadProcess = 2 ** 22 + 1;

describe('the lock on the data', () => {
  test('keeps a second one out, names the first, and lets it in afterwards', () => {
    const data = folder();
    const unlock = lock(data);
    expect(() => lock(data)).toThrow(new RegExp(`process ${process.pid}`));
    unlock();
    lock(data)();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  test.each([String(deadProcess), '', 'nonsense'])('of one that was killed (%j) is taken over', (owner) => {
    const data = folder();
    writeFileSync(join(data, 'lock'), owner);
    const unlock = lock(data);
    expect(readFileSync(join(data, 'lock'), 'utf8')).toBe(String(process.pid));
    unlock();
  });
});

describe('up.json', () => {
  test.each([
    ['is believed while its process lives', { pid: process.pid, site: 'http://127.0.0.1:4000/' }, true],
    ['is not believed when its process was killed', { pid: deadProcess }, false],
  ])('%s', (_, up, believed) => {
    const data = folder();
    writeFileSync(join(data, 'up.json'), JSON.stringify(up));
    expect(readUp(data) !== undefined).toBe(believed);
  });

  test('may be missing or damaged', () => {
    const data = folder();
    expect(readUp(data)).toBeUndefined();
    writeFileSync(join(data, 'up.json'), '{"pid":');
    expect(readUp(data)).toBeUndefined();
  });
});
