import { isComplete, type Period, parsePeriod, periodContaining, shiftPeriod, yearBefore } from '#calendar/period.ts';
import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Edition, EditionMeasure, Point } from '#scorecard/edition.ts';

/** One measure in one month, as the newest edition that knows of it has it. */
export interface MonthFigure {
  /** As it is defined now. */
  readonly measure: EditionMeasure;
  readonly point?: Point;
  /** The edition's whole account of that month, with its lists and cuts, where an edition has it. */
  readonly account?: EditionMeasure;
  /** Absent where nothing may be compared. */
  readonly monthBefore?: Point;
  readonly yearBefore?: Point;
  /** Up to the month, the oldest first. */
  readonly series: readonly Point[];
}

export interface Months {
  /** Those with any figure, the oldest first. */
  readonly ids: readonly string[];
  readonly figure: (id: string, month: string) => MonthFigure | undefined;
  readonly isComplete: (month: string) => boolean;
  /** The newest that is over; the newest of all while none is. */
  readonly latest: string;
}

const isMonth = ({ frequency }: EditionMeasure): boolean => frequency === 'month';

const measuresIn = (editions: readonly Edition[], id: string): readonly EditionMeasure[] =>
  editions.flatMap(({ measures }) => measures.filter((measure) => measure.id === id && isMonth(measure)));

/** A list may have been published without a figure for the whole. */
const hasLists = ({ cuts, ranking = [] }: EditionMeasure): boolean => cuts.length + ranking.length > 0;

/** A figure, or why there is none: what is withheld or withdrawn now is not fetched from an edition before. */
const isAnswered = ({ value, reason }: Point): boolean => (value ?? reason) !== undefined;

/** What the newest edition says of a month holds; older ones know of months that it no longer reaches. */
const pointsOf = (measures: readonly EditionMeasure[]): ReadonlyMap<string, Point> => {
  const points = new Map<string, Point>();
  for (const point of measures.flatMap(({ series }) => series)) {
    const known = points.get(point.period);
    if (known === undefined || !isAnswered(known)) points.set(point.period, point);
  }
  return points;
};

interface Known {
  readonly newest: EditionMeasure;
  readonly points: ReadonlyMap<string, Point>;
  readonly accounts: ReadonlyMap<string, EditionMeasure>;
}

const knownOf = (editions: readonly Edition[], id: string): Known | undefined => {
  const measures = measuresIn(editions, id);
  const [newest] = measures;
  if (newest === undefined) return undefined;
  const accounts = new Map([...measures].reverse().map((measure) => [measure.period, measure]));
  return { newest, points: pointsOf(measures), accounts };
};

const monthsOf = ({ points, accounts }: Known): readonly string[] => [
  ...[...points.values()].flatMap(({ period, value }) => (value === undefined ? [] : [period])),
  ...[...accounts.values()].flatMap((account) => (hasLists(account) ? [account.period] : [])),
];

const byMonth = (a: Point, b: Point): number => (a.period < b.period ? -1 : 1);

/** Nothing is compared across a change of definition, or with a month that is not over. */
const compared = (series: readonly Point[], now: Point | undefined, then: Period): Point | undefined => {
  const point = series.find(({ period }) => period === then.id);
  if (now?.value === undefined || !now.complete || point?.value === undefined) return undefined;
  const isBroken = series.some(
    (each) => each.break !== undefined && each.period > then.id && each.period <= now.period,
  );
  return isBroken ? undefined : point;
};

const figureOf = ({ newest, points, accounts }: Known, month: string): MonthFigure => {
  const period = parsePeriod(month);
  const series = [...points.values()].filter((point) => point.period <= month).sort(byMonth);
  const point = points.get(month);
  const isRunning = newest.accumulation === 'year-to-date' || newest.accumulation === 'rolling';
  return {
    measure: newest,
    point,
    account: accounts.get(month),
    monthBefore: isRunning ? undefined : compared(series, point, shiftPeriod(period, -1)),
    yearBefore: compared(series, point, yearBefore(period)),
    series,
  };
};

/** All that a dashboard can show, month by month; undefined where no month has a figure. Newest editions first. */
export const monthsIn = (dashboard: Dashboard, editions: readonly Edition[]): Months | undefined => {
  const own = editions.filter(({ scorecard }) => scorecard.id === dashboard.scorecard);
  const ids = dashboard.sections.flatMap(({ measures }) => measures);
  const known = new Map(ids.flatMap((id) => [knownOf(own, id)].flatMap((each) => (each ? [[id, each] as const] : []))));
  const months = [...new Set([...known.values()].flatMap(monthsOf))].sort();
  const asOf =
    own
      .map((edition) => edition.asOf)
      .sort()
      .at(-1) ?? '';
  const isOver = (month: string): boolean => isComplete(parsePeriod(month), asOf);
  const latest = months.findLast(isOver) ?? months.at(-1);
  if (latest === undefined) return undefined;
  return {
    ids: months,
    latest,
    isComplete: isOver,
    figure: (id, month) => {
      const found = known.get(id);
      return found && figureOf(found, month);
    },
  };
};

/** April years that any of the months lies in, the oldest first. */
export const yearsIn = ({ ids }: Months): readonly Period[] => {
  const years = ids.map((month) => periodContaining(parsePeriod(month).start, 'year'));
  return [...new Map(years.map((year) => [year.id, year])).values()];
};

export const monthsOfYear = (year: Period): readonly Period[] => {
  const first = periodContaining(year.start, 'month');
  return Array.from({ length: 12 }, (_, i) => shiftPeriod(first, i));
};
