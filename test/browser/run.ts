import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromiumPath } from '#cli/paper/chromium.ts';
import { overBudget } from '#test/browser/budgets.ts';
import { launch } from '#test/browser/chromium.ts';
import { crawl, kindOf, type Page, sampled } from '#test/browser/crawl.ts';
import { missingFigures } from '#test/browser/figures.ts';
import { fixtureSite } from '#test/browser/fixtureSite.ts';
import { inspect, type Look, notXml, scriptProblems } from '#test/browser/inspect.ts';
import { searchProblems } from '#test/browser/searching.ts';
import { folderSource, type Source, serve } from '#test/browser/serve.ts';

// node test/browser/run.ts [FOLDER|URL]: without an argument, the site that the fixtures give.

const looks: readonly Look[] = [320, 768, 1280].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

let passed = 0;
let failed = 0;

const report = (name: string, problems: readonly string[]): void => {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
};

const deadLinks = (pages: readonly Page[]): string[] =>
  pages
    .filter(({ status, path }) => status !== 200 && path !== '/404.html')
    .map(({ path, status }) => `${path} answers ${status}`);

const checkLooks = async (browser: Browser, origin: string, page: Page): Promise<void> => {
  const problems = await inspect(browser, `${origin}${page.path}`, looks);
  looks.forEach(({ width, scheme }, i) => {
    report(`${page.path} at ${width}, ${scheme}`, problems[i] ?? []);
  });
};

const checkPage = async (browser: Browser, origin: string, page: Page): Promise<void> => {
  await checkLooks(browser, origin, page);
  report(`${page.path} within its budgets`, await overBudget(origin, page));
  if (kindOf(page.path) === 'strategy')
    report(`${page.path} has every figure without script`, await missingFigures(origin, page));
  if (kindOf(page.path) === 'organisation' && page.html.includes('data-search='))
    report(`${page.path} searches`, await searchProblems(browser, `${origin}${page.path}`));
  if (kindOf(page.path) === 'measures' && page.html.includes('id="measures"'))
    report(`${page.path} sorts and filters`, await scriptProblems(browser, `${origin}${page.path}`));
};

const checkSite = async (browser: Browser, origin: string): Promise<void> => {
  const pages = await crawl(origin);
  report(`every link of ${pages.length} pages and files leads somewhere`, deadLinks(pages));
  const xml = pages.map(({ path }) => path).filter((path) => /\.(svg|xml)$/.test(path));
  report(`${xml.length} drawings and feeds are well-formed`, await notXml(browser, origin, xml));
  for (const page of sampled(pages)) await checkPage(browser, origin, page);
};

const sourceOf = async (target: string | undefined): Promise<Source> => {
  if (target === undefined) {
    const files = await fixtureSite();
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

const main = async (executablePath: string): Promise<void> => {
  const site = await siteAt(process.argv[2]);
  const browser = await launch(executablePath);
  try {
    await checkSite(browser, site.origin);
  } finally {
    await browser.close();
    site.close();
  }
};

const executablePath = chromiumPath();
if (executablePath === undefined)
  console.log('Skipped: there is no Chromium on this computer (set CHROMIUM to its path).');
else await main(executablePath);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
