import type { Draft } from '#adapter/csv/eventReader.ts';
import { eventOfDraft } from '#adapter/csv/rowEvents.ts';
import type { RowReader } from '#adapter/csv/rowReader.ts';
import type { TableRow } from '#adapter/csv/table.ts';
import { readSheet, type SheetFile } from '#cli/import/sheet.ts';
import type { SheetSource } from '#cli/import/source.ts';
import { mostWarnings, type RowWarning, tellWarnings } from '#cli/import/warnings.ts';
import { counted, type Output } from '#cli/output.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Refusal } from '#event/reason.ts';
import { unnamedIn } from '#scorecard/recordable.ts';

export interface Preview {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly leftOut: number;
  /** How many events of each type the accepted rows are. */
  readonly events: Readonly<Record<string, number>>;
  /** Of the first rows. */
  readonly first: readonly {
    readonly row: number;
    readonly type: string;
    readonly time: string;
    readonly data: object;
  }[];
  readonly firstRefused: readonly { readonly row: number; readonly reason: string }[];
  readonly unusedColumns: readonly string[];
  /** Of rows that would be stored all the same, the first of them. */
  readonly warnings: readonly RowWarning[];
}

const shown = 5;

/** Reads the whole file as an import would, and changes nothing. */
export async function previewSheet(file: SheetFile, source: SheetSource, output: Output, now: Date): Promise<Preview> {
  const preview = await output.stage('Preview', async () => {
    const result = await readAll(file, source, now);
    return { detail: inWords(result), result };
  });
  for (const { row, type, time, data } of preview.first)
    output.line(`  line ${row}: ${type} ${time} ${JSON.stringify(data)}`);
  for (const { row, reason } of preview.firstRefused) output.line(`  line ${row} refused: ${reason}`);
  tellWarnings(preview.warnings, output);
  if (preview.unusedColumns.length > 0) output.line(`  Not read: ${preview.unusedColumns.join(', ')}`);
  output.line('  Nothing was changed.');
  return preview;
}

const inWords = ({ rows, accepted, refused, leftOut, events }: Preview): string => {
  const types = Object.entries(events).map(([type, count]) => `${count.toLocaleString('en-GB')} ${type}`);
  return `${counted(rows, 'row')}: ${accepted.toLocaleString('en-GB')} would be accepted${types.length > 0 ? ` (${types.join(', ')})` : ''}, ${refused} refused, ${leftOut} left out`;
};

async function readAll(file: SheetFile, source: SheetSource, now: Date): Promise<Preview> {
  const { rows, reader } = await readSheet(file, source);
  const counts = { rows: 0, accepted: 0, refused: 0, leftOut: 0 };
  const events: Record<string, number> = {};
  const first: Preview['first'][number][] = [];
  const firstRefused: Preview['firstRefused'][number][] = [];
  const warnings: RowWarning[] = [];
  for await (const row of rows) {
    counts.rows += 1;
    const read = verdictOn(row, source, reader, now);
    if (read === 'left out') counts.leftOut += 1;
    else if ('reason' in read) {
      counts.refused += 1;
      if (firstRefused.length < shown) firstRefused.push({ row: row.line, reason: read.reason });
    } else {
      counts.accepted += 1;
      warnings.push(...warningsOf(row, read, source, reader).slice(0, mostWarnings - warnings.length));
      for (const { type } of read.events) events[type] = (events[type] ?? 0) + 1;
      if (first.length < shown) first.push(...read.events.map((event) => ({ row: row.line, ...event })));
    }
  }
  return { ...counts, events, first: first.slice(0, shown), firstRefused, unusedColumns: reader.unused, warnings };
}

interface Read {
  readonly events: readonly {
    readonly type: string;
    readonly time: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

const warningsOf = (
  { line }: TableRow,
  { events }: Read,
  { scorecards }: SheetSource,
  reader: RowReader,
): readonly RowWarning[] =>
  events
    .flatMap((event) => unnamedIn(event, scorecards))
    .map((unnamed) => ({ row: line, reason: reader.inColumns(unnamed).reason }));

/** What collect would make of a row, but for what only the store knows. */
function verdictOn(row: TableRow, source: SheetSource, reader: RowReader, now: Date): Read | Refusal | 'left out' {
  if (row.refused) return row.refused;
  if (row.leftOut !== undefined) return 'left out';
  const events = row.drafts.map((draft) => parsed(draft, source, now));
  const refused = events.find((event) => 'reason' in event);
  if (refused) return reader.inColumns(refused);
  return { events: events as Read['events'] };
}

/** Ids are hashed with a key that only the installation has; nothing else of the event hangs on it. */
function parsed(draft: Draft, { organisation, source }: SheetSource, now: Date): Read['events'][number] | Refusal {
  const event = eventOfDraft(draft, 0, { source: source.id, hash: () => 'id', importedAt: now });
  const result = parseEvent(event, { now, pathSource: source.id, organisation });
  if (!('event' in result)) return { reason: result.reason, pointer: result.pointer };
  const { type, time, data } = result.event;
  const allowed = source.types ?? [type];
  if (!allowed.includes(type)) return { reason: `the source may send ${allowed.join(', ')} only`, pointer: '/type' };
  return { type, time, data };
}
