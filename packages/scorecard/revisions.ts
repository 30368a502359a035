import { londonDay } from '#calendar/day.ts';
import { earlierRevisions } from '#scorecard/earlierRevisions.ts';
import type { Edition, EditionMeasure, Point, Revision, Status } from '#scorecard/edition.ts';
import type { Records } from '#scorecard/records.ts';
import { isWithheld } from '#scorecard/withheld.ts';

type Before = EditionMeasure | undefined;

/** The point that the edition before published for a period that was over; undefined when it published none. */
const published = (before: Before, period: string): Point | undefined =>
  before?.series.find((each) => each.period === period && each.complete);

type Figure = 'value' | 'target';

const changed = (before: Before, key: Figure, period: string, now: number | undefined): boolean => {
  const then = published(before, period)?.[key];
  return then !== undefined && then !== now;
};

/** Whether a figure that was published when its period was over is another one now. */
export const isChangedSince = (before: EditionMeasure, period: string, value: number | undefined): boolean =>
  changed(before, 'value', period, value);

/** Once revised, a figure keeps saying so. Movement inside a period that was not over is no revision. */
export const isRevised = (before: Before, period: string, value: number | undefined): boolean =>
  changed(before, 'value', period, value) || published(before, period)?.status === 'revised';

/** What revisions need to know of the scorecard as it is now. */
export interface Now {
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Why a recorded value is what it is; undefined for what is counted. */
  readonly reasonOf: Records['reasonOf'];
  /** The note of the version that restated a period before its own beginning. */
  readonly restated: (measure: string, key: Figure, period: string) => string | undefined;
}

type Valued = Pick<Point, 'period' | 'value'>;

interface Pair {
  readonly before: EditionMeasure;
  readonly after: EditionMeasure;
  /** What the edition before revised. */
  readonly earlier: readonly Revision[];
}

const valueReason = ({ before, after, earlier }: Pair, { period, value: to }: Valued, now: Now): string => {
  const restated = now.restated(after.id, 'value', period);
  if (before.formula !== after.formula) return restated ?? `The formula was changed; it was: ${before.formula}`;
  const given = earlier.filter((each) => each.measure === after.id && each.period === period);
  const change = { from: published(before, period)?.value, to, unit: after.unit };
  const reason = now.reasonOf(after.id, period, { ...change, given: given.map((each) => each.reason) });
  return reason ?? 'Events were received or corrected since.';
};

const revisionsOfMeasure = (pair: Pair, now: Now): readonly Revision[] => {
  const { before, after } = pair;
  // As of an earlier day than the edition before, its period may not be over.
  const over = after.series.filter(({ complete }) => complete);
  return over.flatMap((point) => {
    const { period, value, target } = point;
    const then = published(before, period);
    const shared = { measure: after.id, period, on: londonDay(now.publishedAt) };
    const ofValue = isWithheld(point)
      ? { ...shared, reason: point.reason ?? 'It is from too few people to be published.' }
      : { ...shared, from: then?.value, to: value, reason: valueReason(pair, { period, value }, now) };
    const reason = now.restated(after.id, 'target', period) ?? 'The target was changed.';
    return [
      ...(changed(before, 'value', period, value) ? [ofValue] : []),
      ...(changed(before, 'target', period, target)
        ? [{ ...shared, of: 'target' as const, from: then?.target, to: target, reason }]
        : []),
    ];
  });
};

/** Every completed period whose published value or target changed since the edition before, in order of the measures. */
export const revisionsOf = (
  measures: readonly EditionMeasure[],
  before: Edition | undefined,
  now: Now,
): readonly Revision[] =>
  measures.flatMap((after) => {
    const was = before?.measures.find(({ id }) => id === after.id);
    return before && was ? revisionsOfMeasure({ before: was, after, earlier: before.revisions }, now) : [];
  });

const restatus = (before: Before, period: string, { value, status }: Pick<Point, 'value' | 'status'>): Status => {
  if (status !== 'confirmed' && status !== 'revised') return status;
  return isRevised(before, period, value) ? 'revised' : 'confirmed';
};

/** The same figures, as they are published after other ones: with what is revised, and with the day of it. */
export const asRevisionOf = (edition: Edition, before: Edition, now: Now): Edition => {
  const measures = edition.measures.map((measure) => {
    const was = before.measures.find(({ id }) => id === measure.id);
    const series = measure.series.map((point) => ({ ...point, status: restatus(was, point.period, point) }));
    return { ...measure, status: restatus(was, measure.period, measure), series };
  });
  const { publishedAt } = now;
  return JSON.parse(
    JSON.stringify({
      ...edition,
      publishedAt,
      measures,
      revisions: revisionsOf(measures, before, now),
      earlierRevisions: earlierRevisions(measures, before),
    }),
  );
};
