import { type Day, dayNumber, dayNumbered } from '#calendar/day.ts';
import { type Stream, streams } from '#event/types.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';

/** What one night verifies of the days that are settled. */
export interface ShareLimits {
  /** A day's turn comes after so many nights, or later where there are too many days. */
  readonly everyNights: number;
  readonly mostDays: number;
}

export const shareLimits: ShareLimits = { everyNights: 28, mostDays: 500 };

/** The days of a stream, from the first that was ever counted. */
interface Line {
  readonly organisation: string;
  readonly stream: Stream;
  readonly first: Day;
}

export async function linesOf(
  organisations: readonly string[],
  partials: Pick<Partials, 'firstDay'>,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const organisation of organisations)
    for (const stream of streams) {
      const first = await partials.firstDay(organisation, stream);
      if (first !== undefined) lines.push({ organisation, stream, first });
    }
  return lines;
}

const daysIn = ({ first }: Line, last: Day): number => Math.max(0, dayNumber(last) - dayNumber(first) + 1);

/** How many nights it takes until every day of every line was verified once. */
export function roundNights(lines: readonly Line[], last: Day, { everyNights, mostDays }: ShareLimits): number {
  const mostOfLine = Math.max(1, Math.floor(mostDays / lines.length));
  const longest = Math.max(0, ...lines.map((line) => daysIn(line, last)));
  return Math.max(everyNights, Math.ceil(longest / mostOfLine));
}

/**
 * The days whose turn it is on a night. By the calendar and not by what is stored, so that a partial that was lost is
 * missed; no two streams on one day, to spread the work.
 */
export function shareOf(lines: readonly Line[], last: Day, night: Day, limits = shareLimits): readonly DirtyDay[] {
  const nights = roundNights(lines, last, limits);
  return lines.flatMap(({ organisation, stream, first }) => {
    const turn = dayNumber(night) + streams.indexOf(stream);
    const [from, to] = [dayNumber(first), dayNumber(last)];
    const next = from + ((((turn - from) % nights) + nights) % nights);
    const due: DirtyDay[] = [];
    for (let day = next; day <= to; day += nights) due.push({ organisation, stream, day: dayNumbered(day) });
    return due;
  });
}
