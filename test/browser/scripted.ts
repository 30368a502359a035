import type { Browser } from 'playwright-core';

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

const figures = /[−+£]?\d[\d,.]*\d%?|\d%?/g;

const ownTexts = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) =>
    [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent ?? ''),
  );

/** Figures that a reader with script sees, closed tables too, and one without does not. */
export const scriptOnlyFigures = async (browser: Browser, url: string): Promise<string[]> => {
  const textIn = async (javaScriptEnabled: boolean): Promise<string> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const tab = await context.newPage();
    await tab.goto(url);
    // How many the script's own search has found is its own figure.
    const texts = await tab.locator('main :not([data-filter] *, [data-search] *)').evaluateAll(ownTexts);
    await context.close();
    return texts.join(' ');
  };
  const [scripted, plain] = [await textIn(true), await textIn(false)];
  const without = new Set(plain.match(figures));
  return [...new Set(scripted.match(figures))]
    .filter((figure) => !without.has(figure))
    .map((each) => `"${each}" needs script`);
};
