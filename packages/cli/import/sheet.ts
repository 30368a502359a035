import { createReadStream } from 'node:fs';
import { type OpenSheet, openSheet } from '#adapter/csv/openSheet.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import type { TableRow } from '#adapter/csv/table.ts';
import type { SheetSource } from '#cli/import/source.ts';
import { Failure, messageOf } from '#local/failure.ts';

export interface SheetFile {
  readonly path: string;
  /** As it was written on the command line. */
  readonly shownAs: string;
}

export interface ReadSheet extends Omit<OpenSheet, 'rows'> {
  readonly rows: AsyncGenerator<TableRow>;
}

/** What is wrong with a file is told in one sentence that names it. */
async function inOurWords<Result>({ shownAs }: SheetFile, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetError) throw new Failure(`${shownAs}: ${error.message}`);
    const { code } = (error ?? {}) as { code?: unknown };
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new Failure(`${shownAs} cannot be read: ${messageOf(error)}`);
    throw error;
  }
}

export const readSheet = (file: SheetFile, source: SheetSource): Promise<ReadSheet> =>
  inOurWords(file, async () => {
    const sheet = await openSheet(createReadStream(file.path), source);
    return { ...sheet, rows: told(file, sheet.rows()) };
  });

async function* told(file: SheetFile, rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  for (;;) {
    const { value, done } = await inOurWords(file, () => rows.next());
    if (done) return;
    yield value;
  }
}
