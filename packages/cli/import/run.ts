import { type Chunk, chunksOf, type Refused } from '#cli/import/chunks.ts';
import { type RejectedFile, rejectedFile, rejectedPath } from '#cli/import/rejectedFile.ts';
import { readSheet, type SheetFile } from '#cli/import/sheet.ts';
import type { SheetSource } from '#cli/import/source.ts';
import { type Answer, postSheet, type Target } from '#cli/import/target.ts';
import { mostWarnings, type RowWarning, tellWarnings } from '#cli/import/warnings.ts';
import { counted, type Output, type Progress } from '#cli/output.ts';
import { Failure } from '#local/failure.ts';

export interface Imported {
  readonly batch: string;
  readonly rows: number;
  readonly accepted: number;
  /** Rows that were there already, and say the same. */
  readonly unchanged: number;
  readonly leftOut: number;
  readonly rejected: number;
  readonly rejectedFile?: string;
  /** Of rows that were stored all the same, the first of them. */
  readonly warnings: readonly RowWarning[];
}

export interface Task {
  readonly file: SheetFile;
  readonly source: SheetSource;
  readonly preset: string | undefined;
  readonly batch: string;
}

const requestsAtOnce = 4;

/** Reads the file twice: first to see whether its rows can be trusted at all, then to send them. */
export async function importFile(task: Task, target: Target, output: Output): Promise<Imported> {
  const rows = await output.stage('Read', async () => {
    const result = await countRows(task);
    return { detail: `${task.file.shownAs}: ${counted(result, 'row')}`, result };
  });
  if (rows === 0) throw new Failure(`${task.file.shownAs} has a header and no rows: nothing was imported.`);
  output.line(`Batch        ${task.batch}${lastsFor(task)}`);
  const imported = await output.stage('Import', async (progress) => {
    const result = await sendAll(task, rows, target, progress);
    return { detail: inWords(result), result };
  });
  tellWarnings(imported.warnings, output);
  return imported;
}

const countRows = async ({ file, source }: Task): Promise<number> => {
  let rows = 0;
  for await (const _ of (await readSheet(file, source)).rows) rows += 1;
  return rows;
};

const lastsFor = ({ source: { config, source } }: Task): string => {
  const types = [config.type, ...Object.values(config.events ?? {}).map(({ type }) => type), ...(source.types ?? [])];
  return types.includes('web.interaction') ? ' (interactions with a website cannot be taken back)' : '';
};

async function sendAll(task: Task, of: number, target: Target, progress: Progress): Promise<Imported> {
  const { rows, header } = await readSheet(task.file, task.source);
  const path = rejectedPath(task.file.path);
  const rejected = rejectedFile(path, header.names);
  const total = { rows: 0, accepted: 0, unchanged: 0, leftOut: 0 };
  const warnings: RowWarning[] = [];
  const settle = async (sent: Sent): Promise<void> => {
    const answer = await sent.answer;
    total.rows += sent.chunk.rows.length + sent.chunk.refused.length + sent.chunk.leftOut;
    total.accepted += answer.accepted;
    total.unchanged += answer.duplicates;
    total.leftOut += answer.leftOut + sent.chunk.leftOut;
    rejected.add(refusedOf(sent.chunk, answer));
    warnings.push(...warningsOf(sent.chunk, answer).slice(0, mostWarnings - warnings.length));
    progress(total.rows / of, `${total.rows.toLocaleString('en-GB')} of ${counted(of, 'row')}`);
  };
  const waiting: Sent[] = [];
  for await (const chunk of chunksOf(header.names, rows)) {
    waiting.push(send(chunk, task, target));
    if (waiting.length >= requestsAtOnce) await settle(waiting.shift() as Sent);
  }
  for (const sent of waiting) await settle(sent);
  return { batch: task.batch, ...total, ...rejectedIn(rejected, path), warnings };
}

const rejectedIn = (file: RejectedFile, path: string) => ({
  rejected: file.count(),
  ...(file.count() > 0 && { rejectedFile: path }),
});

interface Sent {
  readonly chunk: Chunk;
  readonly answer: Promise<Answer>;
}

const nothing: Answer = { accepted: 0, duplicates: 0, leftOut: 0, rejected: [], warnings: [] };

function send(chunk: Chunk, { batch, preset }: Task, target: Target): Sent {
  const query = new URLSearchParams({ batch, part: String(chunk.part), ...(preset !== undefined && { preset }) });
  const answer = chunk.rows.length === 0 ? Promise.resolve(nothing) : postSheet(target, String(query), chunk.body);
  // Whoever awaits it hears of a failure; meanwhile another may have failed first.
  answer.catch(() => undefined);
  return { chunk, answer };
}

const refusedOf = ({ rows, refused }: Chunk, { rejected }: Answer): readonly Refused[] => {
  const there = rejected.flatMap(({ index, reason }) => {
    const row = rows[index];
    return row ? [{ line: row.line, cells: row.cells, reason }] : [];
  });
  return [...refused, ...there].sort((a, b) => a.line - b.line);
};

const warningsOf = ({ rows }: Chunk, { warnings }: Answer): readonly RowWarning[] =>
  warnings.flatMap(({ index, reason }) => {
    const row = rows[index];
    return row ? [{ row: row.line, reason }] : [];
  });

const inWords = ({ rows, accepted, unchanged, leftOut, rejected, rejectedFile: file }: Imported): string =>
  `${counted(rows, 'row')}: ${[
    `${accepted.toLocaleString('en-GB')} accepted`,
    `${unchanged.toLocaleString('en-GB')} unchanged`,
    ...(leftOut > 0 ? [`${leftOut.toLocaleString('en-GB')} left out`] : []),
    `${rejected.toLocaleString('en-GB')} rejected${file ? ` (${file})` : ''}`,
  ].join(', ')}`;
