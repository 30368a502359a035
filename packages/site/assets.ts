import script from '#site/enhance.browser.js';
import css from '#site/site.scss';
import type { Assets } from '#site/siteFile.ts';
import { scriptWords } from '#site/words.ts';

/** The style sheet and the script as a browser is sent them. Only bundles and jest can import this file. */
export const assets: Assets = { css, script: `const words=${JSON.stringify(scriptWords)};${script}` };
