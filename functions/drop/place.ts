import { createHash } from 'node:crypto';
import { batchId } from '#adapter/csv/batch.ts';
import type { DropState, ObjectCreated } from '#functions/payloads.ts';
import { dropPrefix } from '#store/names.ts';

/** Whose file it is, by the folders that it was put into. */
export interface Place {
  readonly organisation: string;
  readonly source: string;
  readonly name: string;
}

/** `drop/{organisation}/{source}/NAME.csv`; undefined for any other, and for what we write beside it. */
export const placeOf = (key: string): Place | undefined => {
  if (!key.startsWith(dropPrefix) || !/\.csv$/i.test(key) || key.endsWith(reportEnding)) return undefined;
  const [organisation, source, ...name] = key.slice(dropPrefix.length).split('/');
  return organisation && source && name.length > 0 ? { organisation, source, name: name.join('/') } : undefined;
};

const reportEnding = '.report.csv';
export const reportKey = (key: string): string => `${key}${reportEnding}`;
/** What a report is made of in the end. Of an import, since the same file may be put there again meanwhile. */
export const pieceKey = ({ key, batch }: Pick<DropState, 'key' | 'batch'>, piece: number): string =>
  `${key}.report.${batch}.${String(piece).padStart(4, '0')}`;
export const summaryKey = (key: string): string => `${key}.summary.txt`;

/** Where it begins: the same event, delivered again, is the same import. */
export const begun = ({ time, detail: { object } }: ObjectCreated): DropState => {
  const { key, etag = '', 'version-id': version } = object;
  const random = createHash('sha256')
    .update(JSON.stringify([key, version ?? etag]))
    .digest('hex')
    .slice(0, 8);
  return {
    key,
    ...(version !== undefined && { version }),
    batch: batchId(new Date(time), random),
    counts: { rows: 0, accepted: 0, unchanged: 0, leftOut: 0, rejected: 0 },
    parts: 0,
    pieces: 0,
    done: false,
  };
};
