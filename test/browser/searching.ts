import type { Browser, Page as Tab } from 'playwright-core';

const firstTitle = (tab: Tab) =>
  tab.evaluate(async (): Promise<string> => {
    const place = document.querySelector<HTMLElement>('[data-search]');
    const [index] = (place?.dataset['search'] ?? '').split(' ');
    const [entry] = (await (await fetch(index ?? '')).json()) as readonly (readonly string[])[];
    return entry?.[0] ?? '';
  });

const typed = async (tab: Tab, text: string): Promise<{ readonly said: string; readonly links: readonly string[] }> => {
  await tab.locator('#search').fill(text);
  const status = tab.locator('[data-search] [role=status]');
  await status
    .filter({ hasText: /./ })
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  return {
    said: await status.innerText(),
    links: await tab.locator('[data-search] li a').allInnerTexts(),
  };
};

/** What is wrong with the search of an overview: it finds a title, says how many, and is within reach of the tab key. */
export const searchProblems = async (browser: Browser, url: string): Promise<string[]> => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(url);
  const title = await firstTitle(tab);
  const found = await typed(tab, title.toUpperCase());
  await tab.keyboard.press('Tab');
  const focused = await tab.evaluate(() => document.activeElement?.textContent ?? '');
  const none = await typed(tab, `${title} xyzzy`);
  await tab.close();
  return [
    ...(found.links.includes(title) ? [] : [`searching for "${title}" does not find it`]),
    ...(/^\d+ of \d+ measures found/.test(found.said) ? [] : [`it says "${found.said}" of what it found`]),
    ...(found.links[0] === focused ? [] : [`the tab key goes to "${focused}" and not to the first result`]),
    ...(none.links.length === 0 && none.said !== '' ? [] : ['it does not say that nothing was found']),
  ];
};
