import type { HookRequest } from '#adapter/adapter.ts';

/** One import: `20240304T101500-1f2e3d4c`, the moment that it began, in UTC, and chance. */
export interface Batch {
  readonly id: string;
  /** Which of its requests this is, counted from 0. */
  readonly part: number;
  readonly at: Date;
}

const shape = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})-[0-9a-f]{8}$/;

/** `random` is eight hexadecimal digits. */
export const batchId = (at: Date, random: string): string =>
  `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}-${random}`;

/** When the import of that id began; undefined for what is no such id. */
export const beganAt = (id: string): Date | undefined => {
  const match = shape.exec(id);
  if (!match) return undefined;
  const [year, month, day, hours, minutes, seconds] = match.slice(1);
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
};

/** Of a request that is part of an import, `?batch=…&part=…`; undefined for any other. */
export const batchOf = ({ query }: Pick<HookRequest, 'query'>): Batch | undefined => {
  const parameters = new URLSearchParams(query);
  const id = parameters.get('batch') ?? '';
  const part = parameters.get('part') ?? '0';
  const at = beganAt(id);
  return at && /^\d{1,7}$/.test(part) ? { id, part: Number(part), at } : undefined;
};
