import { type Frequency, parsePeriod, periodContaining } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';

type Planned = NonNullable<EditionMeasure['targetPlan']>[number];

export const isPlanned = ({ targetPlan, baseline }: EditionMeasure): boolean =>
  targetPlan !== undefined || baseline !== undefined;

const everyYear = '';

/** What one table shows: measures whose periods have one length, and of those periods a stretch, or every year. */
export interface Stretch {
  readonly measures: readonly EditionMeasure[];
  readonly periods: readonly Planned[];
  /** A year or a half, where periods are shorter than a year. */
  readonly within?: string;
  readonly isFirst: boolean;
  /** Shows where each measure is now: of several stretches the one that has come, or the first. */
  readonly hasLatest: boolean;
}

const lengthOf = ({ targetPlan: [first] = [] }: EditionMeasure): Frequency | undefined =>
  first && parsePeriod(first.period).frequency;

/** In their order: ids of one frequency sort by time. */
const periodsOf = (measures: readonly EditionMeasure[]): readonly Planned[] => {
  const all = measures.flatMap(({ targetPlan = [] }) => targetPlan);
  const byId = new Map(all.map((each) => [each.period, each]));
  return [...byId.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
};

/** More columns than six would leave a sheet of paper: months stand by the half-year, and what is longer by the year. */
const stretchOf = (period: string): string => {
  const { start, frequency } = parsePeriod(period);
  if (frequency === 'year') return everyYear;
  return periodContaining(start, frequency === 'month' ? 'half-year' : 'year').id;
};

const isIn = ({ targetPlan = [] }: EditionMeasure, periods: readonly Planned[]): boolean =>
  targetPlan.some(({ period }) => periods.some((each) => each.period === period));

const stretchesOf = (measures: readonly EditionMeasure[], now: string): readonly Stretch[] => {
  const stretches = [...Map.groupBy(periodsOf(measures), ({ period }) => stretchOf(period))];
  if (stretches.length === 0) return [{ measures, periods: [], isFirst: true, hasLatest: true }];
  const starts = stretches.map(([, [first]]) => parsePeriod(first?.period ?? now).start);
  const current = Math.max(
    0,
    starts.findLastIndex((start) => start <= parsePeriod(now).start),
  );
  return stretches.map(([within, periods], index) => ({
    measures:
      index === current
        ? measures
        : measures.filter((measure) => isIn(measure, periods) || (index === 0 && measure.baseline !== undefined)),
    periods,
    isFirst: index === 0,
    hasLatest: index === current,
    ...(within !== everyYear && { within }),
  }));
};

/** Targets of periods of one length stand together; measures with a baseline alone stand in the first table. */
export const tablesOf = (planned: readonly EditionMeasure[], now: string): readonly Stretch[] => {
  const usual = planned.map(lengthOf).find((length) => length !== undefined);
  const byLength = Map.groupBy(planned, (measure) => lengthOf(measure) ?? usual);
  return [...byLength.values()].flatMap((measures) => stretchesOf(measures, now));
};
