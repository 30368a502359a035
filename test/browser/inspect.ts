import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page as Tab } from 'playwright-core';

// Types only exist for axe as a browser global; this is the part of its answer that is used.
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const mostNodes = 1500;

export type Scheme = 'light' | 'dark';

const axeProblems = async (tab: Tab): Promise<string[]> => {
  await tab.evaluate(axeSource);
  const { violations } = (await tab.evaluate('axe.run()')) as AxeResult;
  return violations.map(({ id, nodes }) => `axe: ${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
};

const layoutProblems = async (tab: Tab, width: number): Promise<string[]> => {
  const wide = Number(await tab.evaluate('document.documentElement.scrollWidth'));
  const nodes = Number(await tab.evaluate('document.querySelectorAll("*").length'));
  return [
    ...(wide > width ? [`it is ${wide} pixels wide`] : []),
    ...(nodes > mostNodes ? [`it has ${nodes} elements, over ${mostNodes}`] : []),
  ];
};

export interface Look {
  readonly width: number;
  readonly scheme: Scheme;
}

const listen = (tab: Tab, url: string): string[] => {
  const heard: string[] = [];
  tab.on('console', (message) => heard.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  tab.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) heard.push(`asked another host: ${request.url()}`);
  });
  return heard;
};

/** Opens a page as a reader would, at each width and in each scheme, and says all that is wrong with each. */
export const inspect = async (browser: Browser, url: string, looks: readonly Look[]): Promise<string[][]> => {
  const tab = await browser.newPage();
  const heard = listen(tab, url);
  await tab.goto(url, { waitUntil: 'load' });
  const problems: string[][] = [];
  for (const { width, scheme } of looks) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme: scheme });
    problems.push([...(await layoutProblems(tab, width)), ...(await axeProblems(tab)), ...heard]);
  }
  await tab.close();
  return problems;
};

/** The script's own work: it sorts and it filters. */
export const scriptProblems = async (browser: Browser, url: string): Promise<string[]> => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(url);
  const titles = () => tab.locator('#measures tbody tr:visible th').allInnerTexts();
  const before = await titles();
  await tab.locator('.sort-button').first().click();
  const sorted = await titles();
  await tab.locator('#search').fill(`${before[0]?.split('\n')[0]}`);
  const found = await titles();
  await tab.close();
  const expected = before.toSorted((a, b) => a.localeCompare(b));
  return [
    ...(sorted.join() === expected.join() ? [] : ['sorting by title does not sort']),
    ...(found.length >= 1 && found.every((each) => before.includes(each)) && found.length < Math.max(2, before.length)
      ? []
      : ['searching for a title does not find it alone']),
  ];
};

/** Paths of drawings and feeds that a strict reader refuses. */
export const notXml = async (browser: Browser, origin: string, paths: readonly string[]): Promise<string[]> => {
  const tab = await browser.newPage();
  await tab.goto('about:blank');
  const refused: string[] = [];
  for (const path of paths) {
    const text = await (await fetch(`${origin}${path}`)).text();
    const parse = `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml').querySelector('parsererror')?.textContent`;
    const problem = await tab.evaluate(parse);
    if (typeof problem === 'string') refused.push(`${path}: ${problem}`);
  }
  await tab.close();
  return refused;
};
