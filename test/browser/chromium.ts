import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from '#cli/paper/chromium.ts';

/** The system's Chromium: playwright's own download is not to be relied on. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: chromiumArguments });
