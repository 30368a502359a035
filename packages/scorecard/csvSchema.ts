import * as z from 'zod';
import { type EventType, streamOfType } from '#event/types.ts';

const column = z.string().min(1).max(200);
const columns = z.union([column, z.array(column).min(1).max(40)], {
  error: "must be a column's name; write Queue, or [Queue, Queue name] where exports differ",
});
const word = z.string().min(1).max(200);
const words = z.record(word, word).describe("The sheet's word, in any case, and ours.");
const fieldName = z
  .string()
  .regex(/^[a-zA-Z]+(\.[A-Za-z][A-Za-z0-9 _-]{0,79})?$/, 'must be a field, such as waitSeconds or dimensions.network');

const dates = z
  .string()
  .min(3)
  .max(60)
  .describe('day-first, month-first, iso, unix, unix-ms, or a pattern such as dd.MM.yy HH:mm; day-first if left out.');
const zone = z
  .string()
  .regex(/^(Europe\/London|UTC|[+-]\d{2}:\d{2})$/, 'must be Europe/London, UTC or an offset such as +01:00')
  .describe('Of times that name none; Europe/London if left out.');
const numbers = z.enum(['1,234.5', '1.234,5']).describe('Which mark ends thousands, and which begins decimals.');
const twoDigitYears = z.boolean().describe('Whether 24 means 2024; refused if left out.');

const condition = z
  .strictObject({
    column: columns.optional(),
    is: z.array(z.string().max(200)).min(1).max(200).optional().describe('One of these words, in any case.'),
    beginsWith: word.optional(),
    blank: z.boolean().optional(),
    filled: z.array(column).min(1).max(40).optional().describe('At least one of these columns has something in it.'),
  })
  .refine(
    ({ column: of, is, beginsWith, blank, filled }) =>
      filled !== undefined || (of !== undefined && (is ?? beginsWith ?? blank) !== undefined),
    'says nothing of a column; write { column: Queue, is: [Total] }, { column: Date, blank: true } or { filled: [Value] }',
  );

const from = {
  column: columns.optional(),
  date: columns.optional().describe('A date that stands apart from its time.'),
  time: columns.optional(),
  constant: z.union([z.string().min(1).max(200), z.number(), z.boolean()]).optional(),
  between: z.tuple([fieldName, fieldName]).optional().describe('Seconds from one field of the event to another.'),
  from: fieldName.optional().describe('Begins at this field; with plus.'),
  plus: z.array(fieldName).min(1).max(8).optional().describe('So many seconds later, by these fields.'),
  unit: z
    .union([z.string().min(1).max(20), z.strictObject({ column: columns })], {
      error: 'must be a unit, or the column that says it; write minutes, mm:ss, pounds or { column: unit }',
    })
    .optional()
    .describe(
      'What the cells are in: seconds, minutes, hh:mm:ss, mm:ss, milliseconds, pence, pounds, percent, fraction.',
    ),
  dates: dates.optional(),
  twoDigitYears: twoDigitYears.optional(),
  zone: zone.optional(),
  numbers: numbers.optional(),
  words: words.optional(),
  prefix: z.string().min(1).max(80).optional().describe('Put before what the cell has.'),
  withoutQuery: z.boolean().optional().describe('Whether what follows ? or # is dropped.'),
  optional: z.boolean().optional().describe('Whether a sheet without the column is read all the same.'),
};
const sourceError = {
  error:
    'must say where the field comes from; write a column, { column: Wait, unit: minutes } or { constant: inbound }',
};
const orElse = 'Where the cell is blank or the column is not there.';
const last = z.union([columns, z.strictObject(from)], sourceError);
const second = z.union([columns, z.strictObject({ ...from, orElse: last.optional().describe(orElse) })], sourceError);
const field = z.union([columns, z.strictObject({ ...from, orElse: second.optional().describe(orElse) })], sourceError);

const types = Object.keys(streamOfType) as [EventType, ...EventType[]];

const event = {
  type: z.enum(types).optional().describe('What a row is; a preset says it too.'),
  id: z
    .union([column, z.array(columns).min(1).max(10)], {
      error: 'must be a column; write Call ID, or [Date, Page] where it takes several',
    })
    .optional()
    .describe('The columns that tell a row from every other for good; the whole row does if left out.'),
  revision: columns.optional().describe('A count or a time that grows whenever the row changes.'),
  when: z.array(condition).min(1).max(10).optional().describe('Rows that are this event: all must hold.'),
  fields: z
    .record(fieldName, field)
    .optional()
    .describe("Where each field of the event comes from; time is the event's own."),
};

/** How a source's sheets are read; packages/adapter/csv/config.ts says the same to the program. */
export const csv = z.strictObject({
  preset: z.string().max(40).optional().describe('ga4, social-messages, social-followers, telephony or officers.'),
  ...event,
  events: z
    .record(z.string().min(1).max(60), z.strictObject(event))
    .optional()
    .describe('Where rows become events of several kinds; by a name of your own.'),
  by: columns.optional().describe('The column whose word is the name of the one event that a row is.'),
  skip: z.array(condition).min(1).max(20).optional().describe('Rows to leave out, such as totals: any may hold.'),
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']).optional().describe('Found out if left out.'),
  encoding: z.enum(['utf-8', 'windows-1252']).optional().describe('Found out if left out.'),
  headerRow: z.int().min(1).max(1000).optional().describe('The line of the header; found by its names if left out.'),
  dates: dates.optional(),
  twoDigitYears: twoDigitYears.optional(),
  zone: zone.optional(),
  numbers: numbers.optional(),
  blank: z.array(z.string().max(60)).max(40).optional().describe('Words that mean that nothing is there.'),
});
