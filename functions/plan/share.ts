import { type Day, dayNumber, dayNumbered } from '#calendar/day.ts';
import { type Stream, streams } from '#event/types.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';

/** What one night verifies of the days that are settled. */
export interface ShareLimits {
  /** A day's turn comes after so many nights, or later where its stream has too many days. */
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
  partials: Pick<Partials, 'span'>,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const organisation of organisations)
    for (const stream of streams) {
      const span = await partials.span(organisation, stream);
      if (span) lines.push({ organisation, stream, first: span.first });
    }
  return lines;
}

/** How many nights it takes until every day of a line was verified once, where so many lines share a night. */
export function roundNights({ first }: Line, last: Day, lines: number, limits: ShareLimits): number {
  const mostOfLine = Math.max(1, Math.floor(limits.mostDays / lines));
  const days = dayNumber(last) - dayNumber(first) + 1;
  return Math.max(limits.everyNights, Math.ceil(days / mostOfLine));
}

/**
 * The days whose turn it is on a night. By the calendar and not by what is stored, so that a partial that was lost is
 * missed; no two streams on one day, to spread the work.
 */
export function shareOf(lines: readonly Line[], last: Day, night: Day, limits = shareLimits): readonly DirtyDay[] {
  return lines.flatMap((line) => {
    const { organisation, stream, first } = line;
    const nights = roundNights(line, last, lines.length, limits);
    const [from, to] = [dayNumber(first), dayNumber(last)];
    const turn = dayNumber(night) + streams.indexOf(stream) - from;
    const due: DirtyDay[] = [];
    for (let day = from + (((turn % nights) + nights) % nights); day <= to; day += nights)
      due.push({ organisation, stream, day: dayNumbered(day) });
    return due;
  });
}
