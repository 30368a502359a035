import type { Browser, Page as Tab } from 'playwright-core';

const mostSteps = 400;

interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
  readonly isInside: boolean;
}

/** Where the focus is, whether it shows, and whether it is on the screen. */
const stop = (): Stop | undefined => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const index = (element.ownerDocument.defaultView as unknown as { order?: Element[] }).order ?? [];
  (window as unknown as { order: Element[] }).order = [...index, element];
  const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
  const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const isYellow = backgroundColor === 'rgb(255, 221, 0)';
  const { top, bottom, width } = element.getBoundingClientRect();
  return {
    name: `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`,
    isSeen: hasOutline || boxShadow !== 'none' || isYellow,
    isInside: bottom > 0 && top < window.innerHeight && width > 0,
  };
};

/** What can be used with a pointer and was never reached. */
const unreached = (): string[] => {
  const order = (window as unknown as { order?: Element[] }).order ?? [];
  const all = document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]');
  return [...all]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !order.includes(element))
    .map((element) => `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`);
};

const skipProblems = async (tab: Tab): Promise<string[]> => {
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(stop);
  const isSkip = first?.name.startsWith('a "Skip') ?? false;
  if (!isSkip || !first?.isInside) return [`the first stop is ${first?.name}, not the link to the content`];
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const isInMain = await tab.evaluate(() => document.activeElement?.closest('main, footer') !== null);
  return isInMain ? [] : ['the link to the content does not lead there'];
};

const walked = async (tab: Tab): Promise<string[]> => {
  const problems: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate(stop);
    if (at === undefined) break;
    if (!at.isSeen) problems.push(`the focus on ${at.name} is not seen`);
    if (!at.isInside) problems.push(`the focus on ${at.name} is off the screen`);
  }
  return problems;
};

/** By the tab key alone: the skip link first, every stop seen, and everything reached. */
export const keyboardProblems = async (browser: Browser, url: string): Promise<string[]> => {
  const tab = await browser.newPage({ viewport: { width: 768, height: 900 } });
  await tab.goto(url);
  const skip = await skipProblems(tab);
  await tab.goto('about:blank');
  await tab.goto(url);
  const stops = await walked(tab);
  const missed = await tab.evaluate(unreached);
  await tab.close();
  return [...skip, ...stops, ...missed.map((name) => `${name} is not reached`)].slice(0, 5);
};
