import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page as Tab } from 'playwright-core';
import { mostElements } from '#test/browser/budgets.ts';

// Types only exist for axe as a browser global; this is the part of its answer that is used.
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A reader's screen or paper. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly media?: 'print';
  /** The slowest of the checks: not of what cannot differ. */
  readonly hasAxe?: boolean;
}

/** 320 pixels are also what a screen of 1,280 shows at 400%. */
export const looks: readonly Look[] = [
  ...[320, 768, 1280].flatMap((width) => [
    { name: `${width}, light`, width, colorScheme: 'light' as const, hasAxe: true },
    { name: `${width}, dark`, width, colorScheme: 'dark' as const, hasAxe: true },
  ]),
  { name: '375', width: 375 },
  { name: '1280, forced colours', width: 1280, forcedColors: 'active' },
  { name: '1280, forced colours, dark', width: 1280, colorScheme: 'dark', forcedColors: 'active' },
  { name: 'on A4', width: 718, media: 'print' },
];

/** Pages of twelve months ask for the paper to be turned. */
export const paperWidth = (tab: Tab): Promise<number> =>
  tab.evaluate(() => (document.querySelector('.year') ? 1047 : 718));

const axeProblems = async (tab: Tab): Promise<string[]> => {
  await tab.evaluate(axeSource);
  const { violations } = (await tab.evaluate('axe.run()')) as AxeResult;
  return violations.map(({ id, nodes }) => `axe: ${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
};

/** The element that stands out furthest, to say what is too wide. */
const widest = (width: number): string => {
  const isIn = (element: Element, selector: string) => element.closest(selector) !== null;
  const out = [...document.querySelectorAll('body *')]
    .filter((element) => !isIn(element, '.scrolling, .govuk-visually-hidden, svg *'))
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .filter(({ right }) => right > width + 1)
    .sort((a, b) => b.right - a.right);
  return (
    out.slice(-1).map(({ element }) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`)[0] ?? ''
  );
};

const layoutProblems = async (tab: Tab, width: number): Promise<string[]> => {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  const nodes = await tab.evaluate(() => document.querySelectorAll('*').length);
  return [
    ...(wide > width ? [`it is ${wide} pixels wide, by ${await tab.evaluate(widest, width)}`] : []),
    ...(nodes > mostElements ? [`it has ${nodes} elements, over ${mostElements}`] : []),
  ];
};

/** Marks and lines that could not be told from the ground, when a reader's own colours are forced on the page. */
const unseen = (): string[] => {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const ratio = (colour: string) => {
    const [dark = 0, light = 0] = [luminance(colour), ground].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const isSeen = (element: Element) => {
    const { fill, stroke } = getComputedStyle(element);
    return [fill, stroke].some((paint) => paint.startsWith('url') || (paint.startsWith('rgb') && ratio(paint) >= 3));
  };
  const marks = document.querySelectorAll('.ink-line, .ink-bar, .ink-dot, .ink-target, .spark__line, .bar, .ink-plan');
  return [...new Set([...marks].filter((each) => !isSeen(each)).map((each) => each.getAttribute('class') ?? ''))];
};

const listen = (tab: Tab, url: string): string[] => {
  const heard: string[] = [];
  tab.on('console', (message) => heard.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  tab.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) heard.push(`asked another host: ${request.url()}`);
  });
  return heard;
};

const settings = ({ colorScheme = 'light', forcedColors, media }: Look) => ({
  colorScheme,
  forcedColors: forcedColors ?? ('none' as const),
  media: media ?? ('screen' as const),
});

/** What hostile pages try to set: see test/site/hostile.ts. */
const hasRun = 'window.ran !== undefined';

/** Opens a page as readers would, and says all that is wrong with each look. */
export const inspect = async (browser: Browser, url: string, wanted: readonly Look[] = looks): Promise<string[][]> => {
  const tab = await browser.newPage();
  const heard = listen(tab, url);
  await tab.goto(url, { waitUntil: 'load' });
  const problems: string[][] = [];
  for (const look of wanted) {
    await tab.emulateMedia(settings(look));
    const width = look.media === 'print' ? await paperWidth(tab) : look.width;
    await tab.setViewportSize({ width, height: 900 });
    problems.push([
      ...(await layoutProblems(tab, width)),
      ...(look.hasAxe ? await axeProblems(tab) : []),
      ...(look.forcedColors ? (await tab.evaluate(unseen)).map((name) => `${name} is not seen`) : []),
      ...((await tab.evaluate(hasRun)) ? ['a script of its own ran'] : []),
      ...heard,
    ]);
  }
  await tab.close();
  return problems;
};
