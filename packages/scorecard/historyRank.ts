import { type Period, parsePeriod, shortLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Report } from '#scorecard/report.ts';

type HistoryRank = NonNullable<EditionMeasure['historyRank']>;

/** One known value of the measure, this period's among them. */
export interface Known {
  readonly period: Period;
  readonly value: number;
}

/** With fewer a rank says nothing. */
const fewest = 3;

type Direction = HistoryRank['direction'];

const beats = (direction: Direction, a: number, b: number): boolean => (direction === 'highest' ? a > b : a < b);

const place = (n: number, direction: Direction): string => {
  if (n === 1) return direction;
  return `number ${n} from the ${direction}`;
};

const phrase = (rank: Omit<HistoryRank, 'words'>, since: string): string => {
  const each = rank.among === 'all periods' ? 'known periods' : rank.among.replace('same', 'known values of the same');
  const tie = rank.tied ? ', tied' : '';
  return `${place(rank.rank, rank.direction)} of ${rank.of} ${each} since ${since}${tie}`;
};

const rankAmong = (
  now: Known,
  known: readonly Known[],
  direction: Direction,
  among: HistoryRank['among'],
): HistoryRank => {
  const rank = {
    rank: 1 + known.filter(({ value }) => beats(direction, value, now.value)).length,
    of: known.length,
    direction,
    among,
    tied: known.filter(({ value }) => value === now.value).length > 1,
  };
  const [oldest = now] = known;
  return { ...rank, words: phrase(rank, shortLabel(oldest.period)) };
};

const isSameOfYear =
  ({ period }: Known) =>
  (other: Known): boolean =>
    other.period.start.slice(5) === period.start.slice(5);

/** The highest and the lowest of those known; neither where there are too few. */
const bothEnds = (now: Known, known: readonly Known[], among: HistoryRank['among']): readonly HistoryRank[] =>
  known.length < fewest ? [] : (['highest', 'lowest'] as const).map((d) => rankAmong(now, known, d, among));

const ofItsKind = (now: Known, known: readonly Known[]): readonly HistoryRank[] => {
  const { frequency } = now.period;
  return frequency === 'year' ? [] : bothEnds(now, known.filter(isSameOfYear(now)), `same ${frequency}`);
};

const strongest = (ranks: readonly HistoryRank[]): HistoryRank | undefined => {
  const [highest, lowest] = ranks;
  const first = ranks.find(({ rank }) => rank === 1);
  return first ?? (lowest && highest && lowest.rank < highest.rank ? lowest : highest);
};

/** The strongest that can be said: first of all, else first of its kind of month or quarter, else the nearer end. */
export const rankIn = (now: Known, known: readonly Known[]): HistoryRank | undefined =>
  known.length < fewest ? undefined : strongest([...bothEnds(now, known, 'all periods'), ...ofItsKind(now, known)]);

/** Of what adds up over the year: only the same point of other years compares with it. */
const rankAtSamePoint = (now: Known, known: readonly Known[]): HistoryRank | undefined =>
  now.period.frequency === 'year' ? rankIn(now, known) : strongest(ofItsKind(now, known));

const byStart = (a: Period, b: Period): number => (a.start < b.start ? -1 : 1);

interface History {
  readonly series: readonly Period[];
  readonly typed: readonly string[];
  readonly isComplete: boolean;
  /** Whether each figure is of the year so far. */
  readonly addsUp?: boolean;
}

/** Among the periods of the series and all that were typed in, up to the figure's own, once that is over. */
export const historyRankOf = (
  report: Report,
  { series, typed, isComplete, addsUp = false }: History,
  reports: (period: Period) => Report,
): HistoryRank | undefined => {
  const { period, value } = report;
  if (value === undefined || !isComplete) return undefined;
  const periods = new Map([...series, ...typed.map(parsePeriod), period].map((each) => [each.id, each]));
  const known = [...periods.values()]
    .filter((each) => each.frequency === period.frequency && each.end <= period.end)
    .sort(byStart)
    .flatMap((each) => {
      const found = reports(each).value;
      return found === undefined ? [] : [{ period: each, value: found }];
    });
  return (addsUp ? rankAtSamePoint : rankIn)({ period, value }, known);
};
