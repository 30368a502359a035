import type { Adapter, AdapterContext, HookRequest, Item, Reply, Tally, Unreadable } from '#adapter/adapter.ts';
import { batchOf } from '#adapter/csv/batch.ts';
import type { CsvConfig } from '#adapter/csv/config.ts';
import { headerOf } from '#adapter/csv/header.ts';
import { layoutOf } from '#adapter/csv/layout.ts';
import { eventOfDraft } from '#adapter/csv/rowEvents.ts';
import { type ReadRow, rowReader } from '#adapter/csv/rowReader.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { type Table, tableOf } from '#adapter/csv/table.ts';
import { jsonOf } from '#adapter/json.ts';
import { mediaTypeOf } from '#adapter/mediaType.ts';
import { tokenProblem } from '#adapter/shownToken.ts';
import { signatureProblem } from '#adapter/standardWebhooks.ts';
import type { Refusal } from '#event/reason.ts';

/** Sheets: exports of tools that post nothing, and what officers type in. Their columns are what the source's `csv` says. */
export const csv: Adapter = {
  limits: { mostBytes: 4_194_304, mostRecords: 5_000 },
  problem: (request, context) =>
    context.source.trust === 'signed' ? unsigned(request, context) : tokenProblem(request, context),
  read: (request, context) => unreadableOr(() => itemsIn(request, context)),
  batch: batchOf,
  again: (text, context) => {
    const item = unreadableOr(() => itemAgain(text, context));
    return 'unreadable' in item
      ? { events: [], refused: { reason: item.detail, pointer: '' }, text: () => text }
      : item;
  },
  reply: (tally, request) => replyOf(tally, tables.get(request)),
};

const unsigned = ({ headers, rawBody }: HookRequest, { credentials, now }: AdapterContext): string | undefined =>
  signatureProblem({ headers, body: rawBody }, credentials.signing, now);

const unreadableOr = <Result>(read: () => Result): Result | Unreadable => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SheetError) return { unreadable: 'content', detail: error.message };
    throw error;
  }
};

/** What was read of a request, for its reply. */
const tables = new WeakMap<HookRequest, Table>();

/** The preset that the address names stands in place of the source's own columns. */
const presetIn = (query: string): string | undefined => new URLSearchParams(query).get('preset') ?? undefined;

const configOf = ({ source }: AdapterContext, preset: string | undefined): CsvConfig => {
  if (preset !== undefined) return { preset };
  if (source.csv) return source.csv;
  throw new SheetError(
    'The source does not say what its rows become: give it csv in sources.yaml, or add ?preset= to the address.',
  );
};

const notSheets = /^(application\/json|multipart\/|application\/.*\+json|application\/zip|application\/vnd\.openxml)/;

const itemsIn = (request: HookRequest, context: AdapterContext): readonly Item[] | Unreadable => {
  const { type, charset } = mediaTypeOf(request.headers['content-type']);
  if (notSheets.test(type)) return { unreadable: 'media type', detail: 'Send a sheet as text/csv.' };
  const preset = presetIn(request.query);
  const config = configOf(context, preset);
  const encoding = charset === 'windows-1252' || charset === 'iso-8859-1' ? 'windows-1252' : undefined;
  const table = tableOf(request.body, { config, mapping: context.source.mapping, encoding });
  tables.set(request, table);
  const importedAt = batchOf(request)?.at ?? context.now;
  return table.rows.map((row) => {
    const kept = {
      columns: table.header.names,
      cells: row.cells,
      occurrence: row.occurrence,
      importedAt: importedAt.toISOString(),
      ...(preset !== undefined && { preset }),
    };
    return itemOf(row, kept, context);
  });
};

/** One row as quarantine keeps it. */
interface Kept {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  readonly occurrence: number;
  readonly importedAt: string;
  readonly preset?: string | undefined;
}

const itemOf = ({ drafts, refused, leftOut }: ReadRow, kept: Kept, { source, hash }: AdapterContext): Item => {
  const text = () => JSON.stringify(kept);
  if (refused) return { events: [], refused, text };
  if (leftOut !== undefined) return { events: [], leftOut, text };
  const row = { source: source.id, hash, importedAt: new Date(kept.importedAt) };
  return { events: drafts.map((draft) => eventOfDraft(draft, kept.occurrence, row)), unlessSame: true, text };
};

const itemAgain = (text: string, context: AdapterContext): Item => {
  const kept = keptIn(text);
  if (!kept) return { events: [], refused: { reason: 'this is no row of a sheet', pointer: '' }, text: () => text };
  const layout = layoutOf(configOf(context, kept.preset));
  const reader = rowReader({ header: headerOf(kept.columns), layout, mapping: context.source.mapping });
  return itemOf(reader.read(kept.cells), kept, context);
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const keptIn = (text: string): Kept | undefined => {
  const kept = (jsonOf(text)?.value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  const { columns, cells, occurrence, importedAt, preset } = kept;
  if (!isTexts(columns) || !isTexts(cells) || typeof occurrence !== 'number') return undefined;
  if (typeof importedAt !== 'string' || Number.isNaN(Date.parse(importedAt))) return undefined;
  return { columns, cells, occurrence, importedAt, preset: typeof preset === 'string' ? preset : undefined };
};

/** The usual answer, with the line that each refused row stands in and the column that its reason is about. */
const replyOf = ({ accepted, duplicates, leftOut, ...tally }: Tally, table: Table | undefined): Reply => {
  const inColumns = (refusal: Refusal) => table?.reader.inColumns(refusal) ?? refusal;
  const inRows = ({ index, id, ...refusal }: NonNullable<Tally['warnings']>[number]) => ({
    index,
    row: table?.rows[index]?.line,
    id,
    ...inColumns(refusal),
  });
  const [rejected, warnings] = [tally.rejected.map(inRows), (tally.warnings ?? []).map(inRows)];
  const summary = { accepted, duplicates, rejected, ...(leftOut > 0 && { leftOut }), warnings };
  if (rejected.length === 0 || rejected.length < (table?.rows.length ?? 0))
    return { status: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify(summary) };
  const problem = {
    type: 'about:blank',
    title: 'Unprocessable Entity',
    status: 422,
    detail: 'No row could be accepted.',
  };
  return {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ ...problem, ...summary }),
  };
};
