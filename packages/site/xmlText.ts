import { type ComponentChild, h, type JSX } from 'preact';
import { render } from 'preact-render-to-string';

/** XML has no place for these, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Elements that HTML's types do not know. */
export const xml = (
  name: string,
  attributes: Readonly<Record<string, string>> | null,
  ...children: readonly ComponentChild[]
) => h(name, attributes, ...children);

/** The bytes of a document that is read as XML: a drawing, a feed. */
export const xmlText = (document: JSX.Element): string => `${render(document).replaceAll(forbidden, '')}\n`;
