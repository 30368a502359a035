import type { NumberFormat } from '#adapter/csv/config.ts';

/** A number as a cell has it, with the mark that stood beside it. */
export interface Written {
  readonly value: number;
  readonly mark?: '%' | '£';
}
export interface NumberProblem {
  readonly problem: string;
}

const shapes: Readonly<Record<NumberFormat, RegExp>> = {
  '1,234.5': /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?$/,
  '1.234,5': /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:,\d+)?$/,
};
const other: Readonly<Record<NumberFormat, NumberFormat>> = { '1,234.5': '1.234,5', '1.234,5': '1,234.5' };

/** `1,234.5`, `£1,234.50`, `12%`, `(1,234)` and `1,234-` for less than nothing; a thousand's mark only where thousands end. */
export const readNumber = (text: string, format: NumberFormat = '1,234.5'): Written | NumberProblem => {
  const { digits, negative, mark } = unwrapped(text);
  if (!/\d/.test(digits) || digits.length > 40) return { problem: `${text} is no number` };
  if (/^\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(digits)) return signed(Number(digits), negative, mark);
  if (shapes[format].test(digits)) return signed(Number(plain(digits, format)), negative, mark);
  const problem = shapes[other[format]].test(digits)
    ? `${text} is not written as ${format} is: say numbers: "${other[format]}" if every number is so`
    : `${text} is no number`;
  return { problem };
};

const signed = (value: number, negative: boolean, mark: Written['mark']): Written => ({
  value: negative && value !== 0 ? -value : value,
  ...(mark && { mark }),
});

const plain = (digits: string, format: NumberFormat): string =>
  format === '1,234.5' ? digits.replace(/[, ]/g, '') : digits.replace(/[. ]/g, '').replace(',', '.');

interface Unwrapped {
  readonly digits: string;
  readonly negative: boolean;
  readonly mark?: '%' | '£';
}

const unwrapped = (text: string): Unwrapped => {
  const bracketed = /^\((.*)\)$/.exec(text.trim());
  let rest = (bracketed?.[1] ?? text)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  let negative = bracketed !== null;
  let mark: Unwrapped['mark'];
  for (let changed = true; changed; ) {
    const before = rest;
    if (/^[+-]/.test(rest) && !negative) [negative, rest] = [rest.startsWith('-'), rest.slice(1).trim()];
    else if (/\d-$/.test(rest) && !negative) [negative, rest] = [true, rest.slice(0, -1)];
    else if (rest.startsWith('£') && !mark) [mark, rest] = ['£', rest.slice(1).trim()];
    else if (rest.endsWith('%') && !mark) [mark, rest] = ['%', rest.slice(0, -1).trim()];
    changed = rest !== before;
  }
  return { digits: rest, negative, ...(mark && { mark }) };
};
