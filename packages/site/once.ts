import type { JSX } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';

const made = new WeakMap<object, Map<string, string>>();

const madeOf = (edition: object): Map<string, string> => {
  const known = made.get(edition) ?? new Map<string, string>();
  made.set(edition, known);
  return known;
};

/** What `make` gives for this edition, made once however many shelves show it. */
export const textOnce = (edition: object, name: string, make: () => string): string => {
  const known = madeOf(edition);
  const text = known.get(name) ?? make();
  known.set(name, text);
  return text;
};

/**
 * A part of a page that is the same on every shelf, drawn once: nothing in it may lead to a page of the edition. The
 * text is put in as it is, which is safe because `render` made it.
 */
export const once = (edition: object, name: string, draw: () => JSX.Element): JSX.Element =>
  jsxTemplate([textOnce(edition, name, () => render(draw()))]);

/** When an edition's pages are made, what they share is of no more use. */
export const forget = (edition: object): void => {
  made.delete(edition);
};
