export interface Page {
  /** Lower case, without a port. */
  readonly host: string;
  /** Without query, fragment and parameters; a segment that looks like personal data is `_`. */
  readonly path: string;
}

const mostCharacters = 8_000;
const mostPathCharacters = 1_000;
const mostWordCharacters = 200;

/** The page of an address; undefined where it is no web page's, such as `javascript:`. Names and passwords in it are dropped. */
export const pageOf = (address: string, base?: string): Page | undefined => {
  const url = URL.parse(withoutQuery(address).slice(0, mostCharacters), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return { host: safeHost(url.hostname), path: safePath(url.pathname) };
};

const withoutQuery = (address: string): string => address.split(/[?#]/, 1)[0] ?? '';

/** As posted, but for the segments that look like personal data. */
export const safePath = (path: string): string =>
  withoutQuery(path).split('/').map(safeSegment).join('/').slice(0, mostPathCharacters).toWellFormed();

const safeSegment = (segment: string): string => {
  const [name = ''] = segment.split(/;|%3b/i, 1);
  return looksPersonal(unescaped(name)) || isOpaque(name) ? '_' : name;
};

/** By its labels, since a numeric address is a server's here. */
const safeHost = (host: string): string => (host.split('.').some(looksPersonal) ? '_' : host);

/** Percent-encoding undone where it is valid; twice, since some pages encode what was encoded. */
const unescaped = (text: string): string => decoded(decoded(text));
const decoded = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
};

/** A key or a session's id: long, without a gap, of letters and digits. */
const isOpaque = (segment: string): boolean => /^(?=.*\d)(?=.*[a-z])[a-z\d]{20,}$/i.test(segment);

/** `2024`, `2024-25`, `2024-2025`, `2024-03-31`: a year is in many a page's name, and is nobody's number. */
const year = /(?<!\d)(19|20)\d\d([-_/ ](19|20)?\d\d){0,2}(?!\d)/g;
/** Of the United Kingdom. */
export const postcode = /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]?[ +_-]?\d[a-z]{2}(?![a-z\d])/i;
const mostDigits = 4;

/** Whether words or a path's segment look like an e-mail address, a number that names somebody, or a UK postcode. */
export const looksPersonal = (text: string): boolean =>
  text.includes('@') || digitsIn(text) > mostDigits || postcode.test(text);

const digitsIn = (text: string): number => text.replace(year, '').match(/\p{Nd}/gu)?.length ?? 0;

/** What follows the path of an address among words, as a tracker that reports errors in scripts names the page by its address. */
const queryInWords = /(https?(?::|%3a)[^\s?#]*?)(?:[?#]|%3f|%23)\S*/gi;

/** What a sender typed, as one line that may be kept, an address in it without its query; undefined when nothing is left of it or it looks like personal data. */
export const wordsOf = (text: string | undefined): string | undefined => {
  const words = text
    ?.slice(0, 10 * mostWordCharacters)
    .replace(queryInWords, '$1')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, mostWordCharacters);
  return words === undefined || words === '' || looksPersonal(unescaped(words)) ? undefined : words.toWellFormed();
};

/** Where a link leads, by its host only: the rest of an address elsewhere may say what somebody looked for. */
export const linkName = (address: string): string => {
  const host = wordsOf(pageOf(address)?.host);
  return host === undefined || host === '_' ? 'link' : `link to ${host}`;
};
