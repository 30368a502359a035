const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text);

/** A spreadsheet runs a cell that begins with one of these as a formula, unless an apostrophe makes it text. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One row for a machine: just what its cells hold. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** One row for a spreadsheet, in which nothing runs. */
export const safeCsvLine = (cells: readonly string[]): string => csvLine(cells.map(guarded));
