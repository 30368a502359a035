/** A pattern such as `dd.MM.yy HH:mm`, to match a cell against; `groups` name what its brackets catch, in order. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly groups: readonly string[];
}

/** Letters as spreadsheets and most programming languages have them. */
const tokens: Readonly<Record<string, readonly [name: string, expression: string]>> = {
  yyyy: ['year', '\\d{4}'],
  yy: ['shortYear', '\\d{2}'],
  MMMM: ['monthName', '[A-Za-z]{3,9}'],
  MMM: ['monthName', '[A-Za-z]{3,9}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hours', '\\d{2}'],
  H: ['hours', '\\d{1,2}'],
  hh: ['hours', '\\d{2}'],
  h: ['hours', '\\d{1,2}'],
  mm: ['minutes', '\\d{2}'],
  ss: ['seconds', '\\d{2}'],
  SSS: ['fraction', '\\d{3}'],
  a: ['half', ' ?[AaPp]\\.?[Mm]?\\.?'],
  XXX: ['zone', 'Z|[+-]\\d{2}:?\\d{2}'],
};

const anyToken = /'([^']*)'|y{4}|yy|M{1,4}|d{1,2}|H{1,2}|h{1,2}|mm|ss|SSS|a|XXX|[A-Za-z]+|[^A-Za-z']+/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Why a pattern cannot be used; undefined when it can. */
export const patternProblem = (pattern: string): string | undefined => {
  const unknown = [...pattern.matchAll(anyToken)].find(
    ([part, literal]) => literal === undefined && /^[A-Za-z]/.test(part) && !Object.hasOwn(tokens, part),
  );
  if (unknown) return `"${unknown[0]}" is no part of a date: use yyyy, yy, MM, MMM, dd, HH, hh, mm, ss, SSS, a and XXX`;
  const { groups } = patternOf(pattern);
  const needed = [['day'], ['month', 'monthName'], ['year', 'shortYear']];
  return needed.every((names) => names.some((name) => groups.includes(name)))
    ? undefined
    : `"${pattern}" does not have a day, a month and a year: write one such as dd/MM/yyyy HH:mm`;
};

export const patternOf = (pattern: string): Pattern => {
  const groups: string[] = [];
  const expression = [...pattern.matchAll(anyToken)].map(([part, literal]) => {
    const token = literal === undefined ? tokens[part] : undefined;
    if (!token) return escaped(literal ?? part);
    groups.push(token[0]);
    return `(${token[1]})`;
  });
  return { pattern: new RegExp(`^${expression.join('')}$`), groups };
};
