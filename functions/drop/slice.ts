import { beganAt } from '#adapter/csv/batch.ts';
import type { OpenSheet } from '#adapter/csv/openSheet.ts';
import { eventOfDraft } from '#adapter/csv/rowEvents.ts';
import type { RowReader } from '#adapter/csv/rowReader.ts';
import type { TableRow } from '#adapter/csv/table.ts';
import { type KnownWords, type Refused, reportLine } from '#functions/drop/report.ts';
import type { DropCounts, DropState } from '#functions/payloads.ts';
import type { Outcome } from '#intake/outcome.ts';
import { type Owner, type Read, readItem } from '#intake/read.ts';
import { append, factsIn } from '#intake/take.ts';
import type { Batches } from '#store/batches.ts';
import type { EventLog } from '#store/eventLog.ts';

export interface SliceStores {
  readonly eventLog: Pick<EventLog, 'append' | 'recordsOf'>;
  readonly batches: Pick<Batches, 'put'>;
}

export interface SliceTask {
  readonly state: DropState;
  readonly owner: Owner;
  readonly hash: (kind: string, value: string) => string;
  readonly known: KnownWords;
  readonly now: () => Date;
  /** Whether another part may be begun. */
  readonly hasTime: () => boolean;
}

export interface Slice {
  readonly counts: DropCounts;
  readonly parts: number;
  /** Rows of the report. */
  readonly rejected: readonly string[];
  readonly warnings: readonly string[];
  readonly isLast: boolean;
}

const rowsAtOnce = 1000;
const mostWarnings = 20;

/** Stores rows, a thousand at a time, from where the last slice ended until the sheet or the time does. */
export async function takeSlice(sheet: OpenSheet, task: SliceTask, stores: SliceStores): Promise<Slice> {
  const { state } = task;
  const { rows: done } = state.counts;
  const rejected: string[] = [];
  let { counts, parts, warnings = [] } = state;
  let waiting: TableRow[] = [];
  const take = async (): Promise<void> => {
    const taken = await takePart(waiting, parts, sheet.reader, task, stores);
    rejected.push(...taken.refused.map((each) => reportLine(each, sheet, task.known)));
    warnings = [...warnings, ...taken.warnings].slice(0, mostWarnings);
    counts = sum(counts, taken.counts);
    parts += 1;
    waiting = [];
  };
  let index = 0;
  for await (const row of sheet.rows()) {
    index += 1;
    if (index <= done) continue;
    waiting.push(row);
    if (waiting.length < rowsAtOnce) continue;
    await take();
    if (!task.hasTime()) return { counts, parts, rejected, warnings, isLast: false };
  }
  if (waiting.length > 0) await take();
  return { counts, parts, rejected, warnings, isLast: true };
}

const sum = (a: DropCounts, b: DropCounts): DropCounts => ({
  rows: a.rows + b.rows,
  accepted: a.accepted + b.accepted,
  unchanged: a.unchanged + b.unchanged,
  leftOut: a.leftOut + b.leftOut,
  rejected: a.rejected + b.rejected,
});

interface Taken {
  readonly counts: DropCounts;
  readonly refused: readonly Refused[];
  readonly warnings: readonly string[];
}

async function takePart(
  rows: readonly TableRow[],
  part: number,
  reader: RowReader,
  { state: { batch }, owner, hash, now }: SliceTask,
  { eventLog, batches }: SliceStores,
): Promise<Taken> {
  const importedAt = beganAt(batch) ?? now();
  const read = rows.map((row) => readRow(row, owner, { source: owner.source.id, hash, importedAt }));
  await batches.put({ organisation: owner.organisation, batch, part }, factsIn(read));
  const outcomes = await append(read, eventLog, now());
  const refused = outcomes.flatMap(({ result }, index) => {
    const row = rows[index];
    return typeof result === 'string' || !row ? [] : [{ row, reason: reader.inColumns(result).reason }];
  });
  const warnings = outcomes.flatMap((outcome, index) =>
    outcome.warnings.map((each) => `Line ${rows[index]?.line}, ${reader.inColumns(each).reason}`),
  );
  return { counts: countsOf(outcomes), refused, warnings };
}

const readRow = (
  { drafts, refused, leftOut, occurrence }: TableRow,
  owner: Owner,
  context: Parameters<typeof eventOfDraft>[2],
): readonly Read[] => {
  const events = drafts.map((draft) => eventOfDraft(draft, occurrence, context));
  const item = { events, unlessSame: true, text: () => '', ...(refused && { refused }) };
  return readItem(leftOut === undefined ? item : { ...item, leftOut }, owner);
};

const countsOf = (outcomes: readonly Outcome[]): DropCounts => {
  const counted = (result: string): number => outcomes.filter((outcome) => outcome.result === result).length;
  const [accepted, unchanged, leftOut] = [counted('accepted'), counted('duplicate'), counted('left out')];
  const rows = outcomes.length;
  return { rows, accepted, unchanged, leftOut, rejected: rows - accepted - unchanged - leftOut };
};
