import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { assets } from '#site/assets.ts';
import { Emblem, icon } from '#site/sprite.tsx';

describe('the style sheet and the script', () => {
  test('are within their budgets', () => {
    expect(gzipSync(assets.css).length).toBeLessThan(12_000);
    expect(gzipSync(assets.script).length).toBeLessThan(5_000);
  });

  test('ask nothing of another host and bring no font of the government’s', () => {
    expect(assets.css).not.toMatch(/@import|@font-face|url\((?!#)|GDS/i);
    expect(assets.script).not.toMatch(/https?:|eval|innerHTML/);
  });

  test('show nothing by which a page could be taken for one of GOV.UK', () => {
    const drawn = [icon, render(<Emblem />), readFileSync('scorecards/example/logo.svg', 'utf8')].join('\n');
    for (const text of [assets.css, assets.script, drawn])
      expect(text).not.toMatch(/crown|logotype|transport|govuk-(header|footer|logo|service-navigation)|gov\.uk/i);
    expect(assets.css).toMatch(/font-family:arial,helvetica,sans-serif/i);
  });

  test('know the dark, print and forced colours', () => {
    for (const condition of ['(prefers-color-scheme: dark)', 'print', '(forced-colors: active)'])
      expect([condition, assets.css.includes(condition)]).toEqual([condition, true]);
  });

  test('print what is folded on the screen, without script too', () =>
    expect(assets.css).toMatch(/@media print\{[^@]*\.figure__data::details-content\{[^}]*content-visibility:visible/));
});
