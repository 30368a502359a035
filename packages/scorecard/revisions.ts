import { londonDay } from '#calendar/day.ts';
import type { Edition, EditionMeasure, Point, Revision, Status } from '#scorecard/edition.ts';

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
  readonly reasonOf: (measure: string, period: string) => string | undefined;
  /** The note of the version that restated a period before its own beginning. */
  readonly restated: (measure: string, key: Figure, period: string) => string | undefined;
}

const valueReason = (before: EditionMeasure, after: EditionMeasure, period: string, now: Now): string => {
  const restated = now.restated(after.id, 'value', period);
  if (before.formula !== after.formula) return restated ?? `The formula was changed; it was: ${before.formula}`;
  return now.reasonOf(after.id, period) ?? 'Events were received or corrected since.';
};

const revisionsOfMeasure = (before: EditionMeasure, after: EditionMeasure, now: Now): readonly Revision[] =>
  after.series.flatMap(({ period, value, target }) => {
    const then = published(before, period);
    const shared = { measure: after.id, period, on: londonDay(now.publishedAt) };
    const ofValue = { ...shared, from: then?.value, to: value, reason: valueReason(before, after, period, now) };
    const reason = now.restated(after.id, 'target', period) ?? 'The target was changed.';
    return [
      ...(changed(before, 'value', period, value) ? [ofValue] : []),
      ...(changed(before, 'target', period, target)
        ? [{ ...shared, of: 'target' as const, from: then?.target, to: target, reason }]
        : []),
    ];
  });

/** Every completed period whose published value or target changed since the edition before, in order of the measures. */
export const revisionsOf = (
  measures: readonly EditionMeasure[],
  before: Edition | undefined,
  now: Now,
): readonly Revision[] =>
  measures.flatMap((after) => {
    const earlier = before?.measures.find(({ id }) => id === after.id);
    return earlier ? revisionsOfMeasure(earlier, after, now) : [];
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
    JSON.stringify({ ...edition, publishedAt, measures, revisions: revisionsOf(measures, before, now) }),
  );
};
