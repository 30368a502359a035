import { absent } from '#metric/declaration.ts';
import type { Partial, Reading } from '#metric/partial.ts';
import { matches, type Where } from '#metric/question.ts';
import { declarationOf } from '#metric/streams.ts';

export interface LatestReading {
  readonly value: number;
  /** ISO 8601 UTC: of the newest reading in it. */
  readonly time: string;
}

/** Which of the dimensions that the question leaves open a reading has a value for. */
const openDimensions = (names: readonly string[], where: Where, { key }: Reading): string =>
  names.filter((name, i) => !Object.hasOwn(where, name) && key[i] !== absent).join(' ');

/**
 * The latest reading by a moment. Where the filter leaves a dimension open, a reading without it is the whole; if there
 * is none, the latest of its every value are added: followers over all networks. undefined when nothing was read.
 */
export function latestReading(partial: Partial, where: Where, until: Date): LatestReading | undefined {
  const names = declarationOf(partial.stream).readings ?? [];
  const found = (partial.readings ?? []).filter(
    ({ key, time }) => time <= until.toISOString() && matches(where, (name) => key[names.indexOf(name)] ?? absent),
  );
  const kinds = Map.groupBy(found, (reading) => openDimensions(names, where, reading));
  const whole = [...kinds.keys()].sort((a, b) => a.split(' ').length - b.split(' ').length || (a < b ? -1 : 1))[0];
  const parts = kinds.get(whole ?? '');
  if (!parts) return undefined;
  return {
    value: parts.reduce((total, { value }) => total + value, 0),
    time: parts.reduce((newest, { time }) => (time > newest ? time : newest), ''),
  };
}
