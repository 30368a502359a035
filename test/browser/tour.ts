import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath } from '#cli/paper/chromium.ts';
import { launch } from '#test/browser/chromium.ts';
import { paperWidth } from '#test/browser/inspect.ts';
import { folderSource, serve } from '#test/browser/serve.ts';
import { type Stop, stops } from '#test/browser/tourStops.ts';

// node test/browser/tour.ts SITE: contact sheets of a published site, by hand; look at every one of them.

const folder = 'docs/tour';
/** How much of a long page is shown, and how large. */
const sheet = { height: 1500, scale: 0.36, width: 1400 } as const;
const quality = 54;

interface Frame {
  readonly name: string;
  readonly width: number;
  readonly isPrint?: boolean;
}

const frames: readonly Frame[] = [
  { name: '1280', width: 1280 },
  { name: '768', width: 768 },
  { name: '375', width: 375 },
  { name: '320', width: 320 },
  { name: 'print', width: 718, isPrint: true },
];

interface Picture {
  readonly width: number;
  readonly base64: string;
}

const pictureOf = async (browser: Browser, url: string, frame: Frame, isDark: boolean): Promise<Picture> => {
  const { isPrint } = frame;
  const tab = await browser.newPage({ viewport: { width: frame.width, height: sheet.height } });
  await tab.emulateMedia({ media: isPrint ? 'print' : 'screen', colorScheme: isDark ? 'dark' : 'light' });
  await tab.goto(url);
  const width = isPrint ? await paperWidth(tab) : frame.width;
  await tab.setViewportSize({ width, height: sheet.height });
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, sheet.height) };
  const picture = await tab.screenshot({ clip, fullPage: true });
  await tab.close();
  return { width, base64: picture.toString('base64') };
};

const figureOf = ({ name }: Frame, { width, base64 }: Picture): string =>
  `<figure><img src="data:image/png;base64,${base64}" style="width:${Math.round(width * sheet.scale)}px"><figcaption>${name}</figcaption></figure>`;

const styles = `body{margin:0;padding:14px;background:#8b939c;font:13px Arial,sans-serif;display:inline-flex;gap:14px;align-items:start}
figure{margin:0}img{display:block;background:#fff}figcaption{padding-top:5px;color:#fff;font-weight:bold}`;

/** All frames of a page beside each other, in one small picture. */
const montage = async (browser: Browser, origin: string, { path, isDark = false }: Stop): Promise<Uint8Array> => {
  const figures: string[] = [];
  for (const frame of frames)
    figures.push(figureOf(frame, await pictureOf(browser, `${origin}${path}`, frame, isDark)));
  const tab = await browser.newPage({ viewport: { width: sheet.width, height: 600 } });
  await tab.setContent(`<style>${styles}</style><body>${figures.join('')}</body>`, { waitUntil: 'load' });
  const picture = await tab.locator('body').screenshot({ type: 'jpeg', quality });
  await tab.close();
  return picture;
};

const section = ({ name, title, path, about }: Stop): string =>
  `## ${title}\n\n\`${path}\`: ${about}\n\n![${title} at 1280, 768, 375 and 320 pixels and in print](tour/${name}.jpg)\n`;

const intro = `# A tour of the site

Every kind of page, as \`npm start\` publishes it, at 1280, 768, 375 and 320 pixels and in print. Long pages are cut.
Made by \`node test/browser/tour.ts SITE\`; the four councils' figures are recomputed from their own papers, Northmoor's are
invented.
`;

const made = async (browser: Browser, origin: string): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const stop of stops) {
    const { ok } = await fetch(`${origin}${stop.path}`);
    if (!ok) throw new Error(`the site has no ${stop.path}`);
    writeFileSync(join(folder, `${stop.name}.jpg`), await montage(browser, origin, stop));
    console.log(stop.name);
  }
  writeFileSync('docs/tour.md', `${intro}\n${stops.map(section).join('\n')}`);
};

const [target] = process.argv.slice(2);
const executablePath = chromiumPath();
if (target === undefined || executablePath === undefined)
  throw new Error('write node test/browser/tour.ts SITE, where there is a Chromium');
const site = await serve(folderSource(target));
const browser = await launch(executablePath);
try {
  await made(browser, site.origin);
} finally {
  await browser.close();
  site.close();
}
const bytes = readdirSync(folder).reduce((total, name) => total + statSync(join(folder, name)).size, 0);
console.log(`${(bytes / 1_000_000).toFixed(2)} MB`);
