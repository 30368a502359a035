import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { filesOf, renderSite } from '#site/renderSite.tsx';
import { standalone } from '#site/standalone.ts';
import { inputs } from '#test/site/fixtures.ts';
import { filesFor, plainAssets, textAt } from '#test/site/pages.ts';

const css = 'body{color:red}';
const files = new Map([
  ['assets/site.1.css', { body: css, contentType: 'text/css; charset=utf-8' }],
  ['assets/logo.1.png', { body: new Uint8Array([1, 2, 3]), contentType: 'image/png' }],
]);
const head = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'self\'"/>';

describe('a page as one file', () => {
  const styleHash = createHash('sha256').update(css).digest('base64');
  test.each([
    ['has its styles within it', '<link rel="stylesheet" href="/assets/site.1.css"/>', `<style>${css}</style>`],
    [
      'has its pictures within it',
      '<img src="/assets/logo.1.png" alt="">',
      '<img src="data:image/png;base64,AQID" alt="">',
    ],
    ['has no script', '<script src="/assets/site.1.js" defer></script>', ''],
    ['names no icon and no feed', '<link rel="icon" href="/i.svg"/><link rel="alternate" href="/feed.xml"/>', ''],
    ['links to no page of the site', '<a class="govuk-link" href="/town/">Town</a>', '<a>Town</a>'],
    ['links within itself', '<a href="#section-1">1</a>', '<a href="#section-1">1</a>'],
    ['links elsewhere', '<a href="https://x.example/">x</a>', '<a href="https://x.example/">x</a>'],
  ])('%s', (_, html, expected) => expect(standalone(html, files)).toBe(expected));

  test('may load nothing, and apply only these styles', () => {
    const html = standalone(`${head}<link rel="stylesheet" href="/assets/site.1.css"/>`, files);
    expect(html).toContain(`default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:;`);
    expect(html).not.toContain("'self'");
  });

  test('cannot be made without its styles', () =>
    expect(() => standalone('<link rel="stylesheet" href="/gone.css"/>', files)).toThrow(
      'there is no style sheet gone.css',
    ));
});

test('the same paper twice gives the same bytes, and asks for nothing', () => {
  const [input] = inputs;
  if (!input) throw new Error('there are no fixtures');
  const made = () => {
    const all = filesFor({ ...structuredClone(input) });
    return standalone(textAt(all, 'example/papers/contact-centre-2024-25-q4/index.html'), all);
  };
  const html = made();
  expect(made()).toBe(html);
  expect(html).not.toMatch(/(?:src|href)="\//);
  expect(filesOf(renderSite(input, plainAssets)).map(({ body }) => String(body))).toEqual(
    filesOf(renderSite(input, plainAssets)).map(({ body }) => String(body)),
  );
});
