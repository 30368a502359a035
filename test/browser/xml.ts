import type { Browser } from 'playwright-core';

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
