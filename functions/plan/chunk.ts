import type { DirtyDay } from '#store/eventLog.ts';

/** What one round of the night may hold. */
export interface RoundLimits {
  readonly chunks: number;
  readonly daysPerChunk: number;
  /** Of the days' JSON. */
  readonly bytes: number;
}

/** A state's payload may have 256 KB: 180 KB of days leave room for the rest of it. */
export const roundLimits: RoundLimits = { chunks: 400, daysPerChunk: 25, bytes: 180_000 };

export const daysPerRound = ({ chunks, daysPerChunk }: RoundLimits): number => chunks * daysPerChunk;

/** With the comma; an organisation's and a stream's name and a day are ASCII. */
export const bytesOf = (day: DirtyDay): number => JSON.stringify(day).length + 1;

export const chunksOf = (days: readonly DirtyDay[], { daysPerChunk }: RoundLimits): { days: readonly DirtyDay[] }[] =>
  Array.from({ length: Math.ceil(days.length / daysPerChunk) }, (_, i) => ({
    days: days.slice(i * daysPerChunk, (i + 1) * daysPerChunk),
  }));
