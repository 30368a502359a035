import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

// Loaded when a style sheet is met and not before: it costs half a second, and jest loads this file in every worker.
const sass = () => createRequire(import.meta.url)('sass');
const nodeModules = fileURLToPath(new URL('../node_modules', import.meta.url));

const compiledStyles = new Map();

const stylesOf = (path) => {
  const { css } = sass().compile(path, { style: 'compressed', loadPaths: [nodeModules], charset: false });
  return css.trim();
};

const scriptOf = (path) => transformSync(readFileSync(path, 'utf8'), { minify: true, target: 'es2020' }).code.trim();

/** What `import text from '…scss'` and `import text from '….browser.js'` give: the text that a browser is sent. */
export const textOf = (path) => {
  if (!path.endsWith('.scss')) return scriptOf(path);
  if (!compiledStyles.has(path)) compiledStyles.set(path, stylesOf(path));
  return compiledStyles.get(path);
};

/** For esbuild: styles are compiled by sass and browser scripts minified when a function is bundled, never at run time. */
export const textPlugin = {
  name: 'text',
  setup(build) {
    // Ours only: packages of others have files called `.browser.js` too.
    build.onLoad({ filter: /[\\/]packages[\\/]site[\\/].*(\.scss|\.browser\.js)$/ }, ({ path }) => ({
      contents: textOf(path),
      loader: 'text',
    }));
  },
};
