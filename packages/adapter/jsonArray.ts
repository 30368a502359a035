/** The text of each element of a JSON array, exactly as it was written. Only for text that has already been parsed. */
export const elementTexts = (array: string): readonly string[] => {
  const texts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < array.length; at += 1) {
    const character = array[at];
    if (character === '"') at = endOfString(array, at);
    if (character === '[' || character === '{') depth += 1;
    if (depth === 1 && (character === ',' || character === ']')) texts.push(array.slice(start, at).trim());
    if (depth === 1 && (character === ',' || character === '[') && start <= at) start = at + 1;
    if (character === ']' || character === '}') depth -= 1;
  }
  return texts.length === 1 && texts[0] === '' ? [] : texts;
};

/** Where the closing quotation mark is. */
const endOfString = (text: string, opening: number): number => {
  let at = opening + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
};
