/** A call detail record by Asterisk's own column names, as text. */
export type CdrRow = Readonly<Partial<Record<string, string>>>;

const master =
  'accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags uniqueid userfield peeraccount linkedid sequence';
/** The order that cdr_custom.conf comes with. */
const custom =
  'clid src dst dcontext channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags accountcode uniqueid userfield sequence';

const columnsOf = (columns: string): readonly string[] => columns.split(' ');
// The shorter first: the other's start stands where this one's answer does.
const layouts = [columnsOf(custom), columnsOf(master)];

/** How the manager interface and others call the same columns. */
const otherNames: Readonly<Record<string, string>> = {
  source: 'src',
  destination: 'dst',
  destinationcontext: 'dcontext',
  callerid: 'clid',
  destinationchannel: 'dstchannel',
  lastapplication: 'lastapp',
  starttime: 'start',
  calldate: 'start',
  answertime: 'answer',
  endtime: 'end',
  billableseconds: 'billsec',
};

const isDate = (text = ''): boolean => /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/.test(text);

/** A line of Master.csv, or of cdr_custom's: which of the two shows in where the times stand. */
export const rowOfLine = (line: string): CdrRow | undefined => {
  const fields = csvFields(line);
  const layout = layouts.find((columns) => isDate(fields[columns.indexOf('start')]));
  if (!layout || fields.length < layout.indexOf('disposition') + 1) return undefined;
  return Object.fromEntries(layout.flatMap((column, index) => (fields[index] ? [[column, fields[index]]] : [])));
};

const field = /\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y;

const csvFields = (line: string): readonly string[] => {
  const fields: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < line.length) {
    const [whole, quoted, plain = ''] = field.exec(line) ?? [];
    if (whole === undefined) return [];
    fields.push((quoted?.replaceAll('""', '"') ?? plain).trim());
  }
  return fields;
};

/** A JSON object of the same columns, however it spells them. */
export const rowOfObject = (object: object): CdrRow | undefined => {
  const row = Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([name, value]) => [columnNamed(name), String(value).trim()]),
  );
  return row['disposition'] !== undefined && row['start'] !== undefined ? row : undefined;
};

const columnNamed = (name: string): string => {
  const key = name.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(otherNames, key) ? (otherNames[key] ?? key) : key;
};
