import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { assets } from '#site/assets.ts';

describe('the style sheet and the script', () => {
  test('are within their budgets', () => {
    expect(gzipSync(assets.css).length).toBeLessThan(12_000);
    expect(gzipSync(assets.script).length).toBeLessThan(5_000);
  });

  test('ask nothing of another host and bring no font of the government’s', () => {
    expect(assets.css).not.toMatch(/@import|@font-face|url\((?!#)|GDS/i);
    expect(assets.script).not.toMatch(/https?:|eval|innerHTML/);
  });

  test('know the dark, print and forced colours', () => {
    for (const condition of ['(prefers-color-scheme: dark)', 'print', '(forced-colors: active)'])
      expect([condition, assets.css.includes(condition)]).toEqual([condition, true]);
  });

  test('print what is folded on the screen, without script too', () =>
    expect(assets.css).toMatch(/@media print\{[^@]*\.figure__data::details-content\{[^}]*content-visibility:visible/));
});
