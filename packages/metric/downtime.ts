import { CannotAnswer, PartialTooOld } from '#metric/cannotAnswer.ts';
import { minuteOf } from '#metric/declaration.ts';
import { viewOfInstants } from '#metric/instantView.ts';
import { requireKnown } from '#metric/known.ts';
import type { Partial } from '#metric/partial.ts';
import { usedDimensions, type Where } from '#metric/question.ts';
import { declarationOf } from '#metric/streams.ts';
import { matching } from '#metric/view.ts';

export interface DowntimeQuestion {
  readonly where?: Where;
  /** The dimension whose values go down by themselves; all of them together are one thing where it is left out. */
  readonly each?: string;
}

/** From an instant up to another, which is no part of it. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

type Minutes = readonly [from: number, to: number];

/** Time that several share counts once. */
function together(spans: readonly Minutes[]): number {
  let [total, reached] = [0, -Infinity];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

const knownOr = (minute: number | undefined, otherwise: number): number =>
  minute === undefined || Number.isNaN(minute) ? otherwise : minute;

/**
 * For how many minutes of a stretch each was down: from when a case was opened until it was closed, or until the end of
 * the stretch where it was not closed by then. Of the partial's cases, so of those opened before the stretch too where
 * their days are merged into it. What was not down is not named.
 */
export function downtimeOf(
  partial: Partial,
  { where = {}, each }: DowntimeQuestion,
  stretch: Stretch,
): ReadonlyMap<string, number> {
  const { table } = declarationOf(partial.stream);
  if (!table?.instants.includes('closed')) throw new CannotAnswer(`${partial.stream} is never opened and closed`);
  if (!partial.instants) throw new PartialTooOld(partial.stream, 'instants');
  requireKnown(partial, usedDimensions({ where, ...(each !== undefined && { by: each }) }));
  const [start, end] = [minuteOf(stretch.from.getTime()), minuteOf(stretch.to.getTime())];
  const view = viewOfInstants(table, partial.instants, { untilMinute: end - 1, unseen: [] });
  const [opened, closed] = [view.minutesOf('opened'), view.minutesOf('closed')];
  const names = each === undefined ? undefined : view.columnOf(each);
  const down = matching(view, where)
    .map((row) => ({
      name: names?.values[names.rows[row] ?? 0] ?? '',
      span: [Math.max(start, knownOr(opened[row], start)), knownOr(closed[row], end)] as const,
    }))
    .filter(({ span: [from, to] }) => to > from);
  return new Map(
    [...Map.groupBy(down, ({ name }) => name)].map(([name, spans]) => [name, together(spans.map(({ span }) => span))]),
  );
}
