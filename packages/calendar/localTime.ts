import { isDay, londonOffsetMs } from '#calendar/day.ts';

const hourMs = 3_600_000;
const shape = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?$/;

/**
 * The instant of a time without a zone, as a London clock shows it: `2024-03-31 09:30`, with or without seconds and
 * their fraction; undefined when it is no such time. The hour that is shown twice when the clocks go back is the first
 * of the two, summer time; one that they skip when they go forward is moved an hour on, 01:30 to 02:30.
 */
export const londonInstant = (local: string): string | undefined => {
  const [, day = '', hours, minutes, seconds = '00', fraction = ''] = shape.exec(local) ?? [];
  if (!isDay(day)) return undefined;
  const inWinter = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  const inSummer = inWinter - hourMs;
  return new Date(londonOffsetMs(inSummer) === hourMs ? inSummer : inWinter).toISOString();
};
