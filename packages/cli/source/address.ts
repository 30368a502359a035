import { type Context, textOf, type Values } from '#cli/command.ts';
import { readUp } from '#local/upFile.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** Where the source's tool posts: its own public address, or that of the installation, or of the stack that is up. */
export const hookOf = ({ folder }: Context, name: string, { publicUrl }: Source, values: Values): string => {
  const local = textOf(values, 'aws') === undefined ? (readUp(folder)?.ingest ?? 'http://127.0.0.1:4001') : undefined;
  const start = publicUrl ?? textOf(values, 'ingest') ?? local ?? '{IngestUrl}';
  return `${start.replace(/\/+$/, '')}/hooks/${name}`;
};
