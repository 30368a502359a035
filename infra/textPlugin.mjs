import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { compile } from 'sass';

const nodeModules = fileURLToPath(new URL('../node_modules', import.meta.url));

const compiledStyles = new Map();

const stylesOf = (path) => {
  const { css } = compile(path, { style: 'compressed', loadPaths: [nodeModules], charset: false });
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
    build.onLoad({ filter: /\.scss$|\.browser\.js$/ }, ({ path }) => ({ contents: textOf(path), loader: 'text' }));
  },
};
