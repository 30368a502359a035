/** Deeper than anything that a sender means. */
export const usualDepth = 32;

const quote = 0x22;
const backslash = 0x5c;
const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b;
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d;

/** Whether brackets nest deeper than so many levels: looked at before anything is parsed. Strings are passed over. */
export const isDeeperThan = (mostDepth: number, text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (isOpening(code)) depth += 1;
    else if (isClosing(code)) depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
};

/** Where the closing quotation mark is, or the text's end. */
const endOfString = (text: string, opening: number): number => {
  let at = opening + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
};

/** What a text says as JSON; undefined when it is none, or nests too deep to be looked into. */
export const jsonOf = (text: string, mostDepth = usualDepth): { readonly value: unknown } | undefined => {
  if (isDeeperThan(mostDepth, text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};
