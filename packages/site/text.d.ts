/** Read as text when the code is bundled: see infra/textPlugin.mjs. */
declare module '*.scss' {
  const css: string;
  export default css;
}

declare module '*.browser.js' {
  const script: string;
  export default script;
}
