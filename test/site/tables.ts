/** What a reader of RFC 4180 sees: a record for each row, by the names of the first. */
export const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  const [head = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
};

const decoded = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The text of each cell of each row of a page's tables, the name of the row first. */
export const cellsOf = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr[ >][\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][ >][\s\S]*?<\/t[hd]>/g)].map(([cell]) => decoded(cell)),
  );

/** The text of the first element that has the class. */
export const textOfClass = (html: string, name: string): string | undefined => {
  const match = new RegExp(`<(\\w+)[^>]* class="${name}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html);
  return match === null ? undefined : decoded(match[2] ?? '');
};
