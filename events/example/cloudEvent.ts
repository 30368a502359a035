/** A structured CloudEvent as a sender posts it; `revision` and `withdrawn` are left out of first postings. */
export interface CloudEvent<Source extends string = SourceId> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: Source;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly revision?: number;
  readonly withdrawn?: true;
  readonly data: Readonly<Record<string, unknown>>;
}

export type SourceId = 'telephony' | 'social' | 'website';

export interface Drawn {
  readonly type: string;
  readonly atMs: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** In order of time, numbered from 1: `call-00001`. `idField` repeats the id where the type's data wants one. */
export function numbered<Source extends string>(
  source: Source,
  name: string,
  drawn: readonly Drawn[],
  idField?: string,
): CloudEvent<Source>[] {
  const ordered = [...drawn].sort((one, other) => one.atMs - other.atMs);
  return ordered.map(({ type, atMs, data }, index) => {
    const id = `${name}-${String(index + 1).padStart(5, '0')}`;
    return {
      specversion: '1.0',
      id,
      source,
      type,
      time: iso(atMs),
      datacontenttype: 'application/json',
      data: idField ? { [idField]: id, ...data } : data,
    };
  });
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
