import type { Draft } from '#adapter/csv/eventReader.ts';
import { streamOfType } from '#event/types.ts';

export interface RowContext {
  readonly source: string;
  readonly hash: (kind: string, value: string) => string;
  /** When the import began, to the second: the revision of rows that have none. */
  readonly importedAt: Date;
}

/** Rows that a revision's own number is doubled, so that an undoing fits between one and the next. */
const withRoom = (revision: number): number => revision * 2;

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/**
 * A row's event in structured form. The id is a keyed hash, since cells may name persons: of the columns that were named,
 * or of the whole row and how many equal rows stand before it. What officers record is kept each time that it changes,
 * so there the import's own time is a part of the id.
 */
export const eventOfDraft = (draft: Draft, occurrence: number, { source, hash, importedAt }: RowContext): object => {
  const { type, identity, isNamed, revision, time, data } = draft;
  const stream = streamOfType[type];
  const parts = [identity, ...(isNamed ? [] : [occurrence]), ...(stream === 'record' ? [importedAt.getTime()] : [])];
  return {
    specversion: '1.0',
    id: hash('row', parts.join('\n')),
    source,
    type,
    ...(time === undefined && stream !== 'record' ? {} : { time: time ?? importedAt.toISOString() }),
    ...(stream !== 'web' && { revision: withRoom(revision ?? secondOf(importedAt)) }),
    data,
  };
};
