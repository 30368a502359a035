import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';

/** XML has no place for these, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The bytes of a document that is read as XML: a drawing, a feed. */
export const xmlText = (document: JSX.Element): string => `${render(document).replaceAll(forbidden, '')}\n`;
