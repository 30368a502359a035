import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromiumPath } from '#cli/paper/chromium.ts';
import { heavyPages, overBudget } from '#test/browser/budgets.ts';
import { launch } from '#test/browser/chromium.ts';
import { type Crawled, crawl, type Page } from '#test/browser/crawl.ts';
import { missingFigures } from '#test/browser/figures.ts';
import { fixtureSite } from '#test/browser/fixtureSite.ts';
import { inspect, type Look, looks } from '#test/browser/inspect.ts';
import { keyboardProblems } from '#test/browser/keyboard.ts';
import { deadLinks, deadPlaces, strangePages } from '#test/browser/links.ts';
import { scriptOnlyFigures, scriptProblems } from '#test/browser/scripted.ts';
import { searchProblems } from '#test/browser/searching.ts';
import { folderSource, type Source, serve } from '#test/browser/serve.ts';
import { notXml } from '#test/browser/xml.ts';
import { invalidHtml } from '#test/support/htmlRules.ts';

// node test/browser/run.ts [FOLDER|URL]: without an argument, the site that the fixtures give, and it again spoilt.

let passed = 0;
let failed = 0;

const report = (name: string, problems: readonly string[]): void => {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems.slice(0, 10)) console.log(`       ${problem}`);
};

const checkLooks = async (browser: Browser, url: string, path: string, wanted: readonly Look[]): Promise<void> => {
  const problems = await inspect(browser, url, wanted);
  wanted.forEach(({ name }, i) => {
    report(`${path} at ${name}`, problems[i] ?? []);
  });
};

/** What differs from council to council: its words and figures, but hardly its markup. */
const alike: readonly Look[] = looks.filter(({ name }) => ['320, light', '1280, dark', 'on A4'].includes(name));

/** What has nothing to do with a council's own words. */
const checkKind = async (browser: Browser, origin: string, { path }: Page): Promise<void> => {
  const url = `${origin}${path}`;
  report(`${path} has every figure without script`, await scriptOnlyFigures(browser, url));
  report(`${path} by keyboard`, await keyboardProblems(browser, url));
};

const checkPage = async (browser: Browser, origin: string, page: Page): Promise<void> => {
  const { path, kind, html, isFirst } = page;
  const url = `${origin}${path}`;
  await checkLooks(browser, url, path, isFirst ? looks : alike);
  if (isFirst) await checkKind(browser, origin, page);
  report(`${path} within its budgets`, await overBudget(origin, page));
  report(`${path} is valid HTML`, await invalidHtml(html));
  if (kind === 'strategy') report(`${path} has every figure of its edition`, await missingFigures(origin, page));
  if (kind === 'organisation' && html.includes('data-search='))
    report(`${path} searches`, await searchProblems(browser, url));
  if (kind === 'measures' && html.includes('id="measures"'))
    report(`${path} sorts and filters`, await scriptProblems(browser, url));
};

const checkSite = async (browser: Browser, origin: string): Promise<void> => {
  const { visits, sample } = await crawl(origin);
  report(`every link of ${visits.length} pages and files leads somewhere`, deadLinks(visits));
  report('every link to a place on a page finds it', deadPlaces(visits));
  report('every page is of a kind that is known', strangePages(visits));
  report('every page is within the budgets of a page', heavyPages(visits));
  const xml = visits.map(({ path }) => path).filter((path) => /\.(svg|xml)$/.test(path));
  report(`${xml.length} drawings and feeds are well-formed`, await notXml(browser, origin, xml));
  for (const page of sample) await checkPage(browser, origin, page);
};

const isNarrowOrWide = ({ width, forcedColors }: Look): boolean =>
  (width === 320 || width === 1280) && forcedColors === undefined;

/** Every text of every page written by somebody who means harm: nothing runs, nothing is asked for, nothing breaks. */
const checkSpoilt = async (browser: Browser): Promise<void> => {
  const files = await fixtureSite('hostile');
  const site = await serve((path) => files.get(path));
  const wanted = looks.filter(isNarrowOrWide).map((look) => ({ ...look, hasAxe: false }));
  try {
    const { sample }: Crawled = await crawl(site.origin);
    for (const { path } of sample) {
      const problems = await inspect(browser, `${site.origin}${path}`, wanted);
      report(`${path} spoilt`, [...new Set(problems.flat())]);
    }
  } finally {
    site.close();
  }
};

const sourceOf = async (target: string | undefined): Promise<Source> => {
  if (target === undefined) {
    const files = await fixtureSite('plain');
    return (path) => files.get(path);
  }
  if (!statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${target} is no folder and no address`);
  return folderSource(target);
};

const siteAt = async (target: string | undefined) => {
  if (target !== undefined && /^https?:/.test(target))
    return { origin: new URL(target).origin, close: () => undefined };
  return serve(await sourceOf(target));
};

const main = async (executablePath: string, target: string | undefined): Promise<void> => {
  const site = await siteAt(target);
  const browser = await launch(executablePath);
  try {
    await checkSite(browser, site.origin);
    if (target === undefined) await checkSpoilt(browser);
  } finally {
    await browser.close();
    site.close();
  }
};

const executablePath = chromiumPath();
if (executablePath === undefined)
  console.log('Skipped: there is no Chromium on this computer (set CHROMIUM to its path).');
else await main(executablePath, process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
