import type { Day } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import {
  isComplete,
  type Period,
  parsePeriod,
  periodContaining,
  shiftPeriod,
  type YearBasis,
  yearBefore,
} from '#calendar/period.ts';
import { periodAgainst } from '#scorecard/against.ts';
import { lastDue, shiftDue } from '#scorecard/due.ts';
import { namedDays, reachMonths } from '#scorecard/reach.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';

type Placed = Pick<Measure, 'frequency' | 'year' | 'due'>;

const yearOf = ({ start }: Period): YearBasis => (start.slice(5, 7) === '01' ? 'calendar' : 'april');

/**
 * The period whose figure an edition shows: the edition's own, or for a measure of another frequency the newest that
 * is complete and does not end after it. A year in a quarterly edition is the last whole year.
 */
export const shownPeriod = (measure: Placed, edition: Period, asOf: Day): Period => {
  const { frequency, year } = measure;
  if (frequency === edition.frequency && (year === undefined || year === yearOf(edition)))
    return lastDue(measure, edition);
  const last = periodContaining(edition.end, frequency, year);
  const fits = (period: Period): boolean => period.end <= edition.end && isComplete(period, asOf);
  let period = last;
  while (!fits(period)) period = shiftPeriod(period, -1);
  return lastDue(measure, period);
};

/** The shown period and those that may stand in for it, newest first. */
export const candidates = (shown: Period, lag: number, measure: Pick<Measure, 'due'> = {}): readonly Period[] =>
  Array.from({ length: lag + 1 }, (_, i) => shiftDue(measure, shown, -i));

/** Oldest first, ending with the shown period. */
export const seriesPeriods = (shown: Period, history: number, measure: Pick<Measure, 'due'> = {}): readonly Period[] =>
  candidates(shown, history - 1, measure).toReversed();

const firstDay = (measure: Measure, edition: Period, asOf: Day, history: number): Day => {
  const shown = shownPeriod(measure, edition, asOf);
  const oldest = shiftDue(measure, shown, -measure.lag);
  const first = seriesPeriods(shown, history, measure)[0] ?? shown;
  const starts = [
    first,
    // Every point of the series has a colour, the first one too.
    ...everyVersion(measure).flatMap((each) => periodAgainst(each, first) ?? []),
    yearBefore(oldest),
    shiftDue(measure, oldest, -1),
  ];
  const baseline = measure.baseline ? [parsePeriod(measure.baseline.period)] : [];
  return [...starts, ...baseline].map(({ start }) => start).sort()[0] ?? shown.start;
};

/** The days whose partials an edition needs, both included. */
export const daysNeeded = (scorecard: Scorecard, edition: Period, asOf: Day): { from: Day; to: Day } => {
  const measures = scorecard.groups.flatMap((group) => group.measures);
  const measureOf = (id: string): Measure | undefined => measures.find((measure) => measure.id === id);
  const starts = measures.map((measure) =>
    addMonths(
      firstDay(measure, edition, asOf, scorecard.history),
      -Math.max(...everyVersion(measure).map((each) => reachMonths(each, measureOf))),
    ),
  );
  const named = measures.flatMap((measure) => everyVersion(measure).flatMap((each) => namedDays(each, measureOf)));
  return {
    from: [edition.start, ...starts, ...named].sort()[0] ?? edition.start,
    to: edition.end < asOf ? edition.end : asOf,
  };
};
