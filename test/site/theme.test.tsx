import { describe, expect, test } from '@jest/globals';
import type { Logo } from '#scorecard/logo.ts';
import type { Theme } from '#scorecard/themeSchema.ts';
import { renderSite } from '#site/renderSite.tsx';
import { themeCss } from '#site/theme.ts';
import { contactCentre } from '#test/site/fixtures.ts';
import { filesFor, plainAssets, textAt } from '#test/site/pages.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"></svg>';
const logo: Logo = { format: 'svg', body: drawing, width: 80, height: 20 };
const theme: Theme = {
  logo: 'logo.svg',
  colours: { masthead: { background: '#12453A' }, link: '#0b6350', dark: { link: '#82d3b8' } },
  links: {
    header: [{ title: 'Pay <now>', address: 'https://www.example.org/pay?a=1&b=2' }],
    footer: [{ title: 'Meetings', address: 'https://www.example.org/meetings' }],
  },
};

const organisation = { id: 'example', name: 'Example', scorecards: [{ id: 'contact-centre', title: 'Contact' }] };
const other = { id: 'other', name: 'Other', scorecards: [] };
const inputOf = (organisations = [organisation, other]) => ({
  editions: [contactCentre],
  scorecards: [contactCentre],
  organisations,
  theme: { organisation: 'example', theme, logo },
});

test('a theme’s style sheet changes what it names and nothing else, in the light and in the dark', () => {
  expect(themeCss(theme)).toBe(
    ':root{--brand:#12453a;--link:#0b6350;--link-hover:var(--ink)}' +
      '@media screen and (prefers-color-scheme:dark){:root{--brand:#12453a;--link:#82d3b8;--link-hover:var(--ink)}}',
  );
  expect(themeCss({})).toBeUndefined();
  expect(themeCss({ links: {} })).toBeUndefined();
});

describe('pages of an organisation with a theme', () => {
  const files = filesFor(inputOf());
  const html = textAt(files, 'example/index.html');

  test.each([
    'example/index.html',
    'example/contact-centre/index.html',
    'example/contact-centre/milestones/index.html',
  ])('%s has its colours, its logo and its links', (path) => {
    const page = textAt(files, path);
    expect(page).toMatch(/<link rel="stylesheet" href="\/assets\/example\.[0-9a-f]{16}\.css"\/>/);
    expect(page).toMatch(
      /<img class="masthead__logo" alt src="\/assets\/example-logo\.[0-9a-f]{16}\.svg" width="160" height="40"\/>/,
    );
    expect(page).toContain('<a href="https://www.example.org/pay?a=1&amp;b=2">Pay &lt;now></a>');
    expect(page).toContain('<a href="https://www.example.org/meetings">Meetings</a>');
    expect(page).toContain('<meta name="theme-color" content="#12453a"/>');
    expect(page).not.toContain('class="emblem"');
  });

  test('name assets that are written before them, and kept for ever', () => {
    const [assets = []] = renderSite(inputOf(), plainAssets).parts;
    const named = [...html.matchAll(/(?:href|src)="\/(assets\/example[^"]+)"/g)].map((match) => match[1]);
    expect(named).toHaveLength(2);
    for (const path of named)
      expect(assets.find((file) => file.path === path)?.cacheControl).toBe('public, max-age=31536000, immutable');
    expect(textAt(files, named[1] ?? '')).toBe(drawing);
  });

  test('have no style of their own: the policy would refuse it', () => {
    for (const { path, body } of files.values())
      if (path.endsWith('.html')) expect([path, /\sstyle="|<style/.test(String(body))]).toEqual([path, false]);
  });

  test('leave the pages of the whole installation alone, unless they are its own', () => {
    expect(textAt(files, 'how-we-rate/index.html')).not.toContain('/assets/example');
    expect(textAt(filesFor(inputOf([organisation])), 'how-we-rate/index.html')).toContain('/assets/example');
  });
});

test('a PNG is written as its bytes', () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]);
  const png: Logo = { format: 'png', body: bytes.toString('base64'), width: 300, height: 300 };
  const files = filesFor({ ...inputOf(), theme: { organisation: 'example', theme, logo: png } });
  const file = [...files.values()].find(({ path }) => path.startsWith('assets/example-logo.'));
  expect(file).toMatchObject({ contentType: 'image/png', path: expect.stringMatching(/\.png$/) });
  expect(Buffer.from(file?.body ?? '')).toEqual(bytes);
  expect(textAt(files, 'example/index.html')).toContain('width="40" height="40"');
});

test('a theme without a logo keeps the emblem', () => {
  const files = filesFor({ ...inputOf(), theme: { organisation: 'example', theme: {} } });
  expect(textAt(files, 'example/index.html')).toContain('class="emblem"');
});
