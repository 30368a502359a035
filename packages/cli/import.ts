import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { batchId } from '#adapter/csv/batch.ts';
import { type Command, textOf } from '#cli/command.ts';
import { postingOptions } from '#cli/deployed.ts';
import { previewSheet } from '#cli/import/preview.ts';
import { importFile } from '#cli/import/run.ts';
import { sheetSource } from '#cli/import/source.ts';
import { withTarget } from '#cli/import/target.ts';
import { undoImport } from '#cli/import/undo.ts';
import { Failure } from '#local/failure.ts';

export const importSheet: Command = {
  usage: 'import FILE.csv --source S [--preview]',
  summary: 'read a sheet into events; --undo BATCH takes an import back (docs/senders/csv.md)',
  options: {
    source: { type: 'string', short: 's' },
    as: { type: 'string' },
    preview: { type: 'boolean' },
    undo: { type: 'string' },
    ...postingOptions,
    url: { type: 'string' },
    table: { type: 'string' },
    bucket: { type: 'string' },
  },
  positionals: 1,
  async run(context, { values, positionals: [shownAs] }) {
    const undone = textOf(values, 'undo');
    if (undone !== undefined) return undoImport(context, values, undone);
    const name = textOf(values, 'source');
    if (shownAs === undefined || name === undefined)
      throw new Failure('Name the file and the source: quarterlight import FILE.csv --source spreadsheets');
    const preset = textOf(values, 'as');
    const source = sheetSource(context, name, preset);
    const file = { path: resolve(context.here, shownAs), shownAs };
    if (values['preview'] === true) return previewSheet(file, source, context.output, context.now());
    const batch = batchId(context.now(), randomBytes(4).toString('hex'));
    const fullName = `${source.organisation}.${source.source.id}`;
    return withTarget(context, values, fullName, (target) =>
      importFile({ file, source, preset, batch }, target, context.output),
    );
  },
};
