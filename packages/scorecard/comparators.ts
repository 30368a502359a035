import { relativeChange } from '#scorecard/decimal.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { recordedFigure } from '#scorecard/records.ts';
import type { Reading, Report } from '#scorecard/report.ts';
import type { Measure, Polarity } from '#scorecard/schema.ts';

type Comparator = EditionMeasure['comparators'][number];
type Against = Pick<Comparator, 'differencePercent' | 'better'>;

/** How far ours is from theirs, in percent of theirs: positive when ours is better, or more where neither is. */
export const against = (polarity: Polarity, ours: number, theirs: number): Against => {
  const better = polarity === 'lower' ? -1 : 1;
  const isJudged = polarity === 'higher' || polarity === 'lower';
  return {
    ...(theirs !== 0 && { differencePercent: ours === theirs ? 0 : better * relativeChange(ours, theirs) }),
    ...(isJudged && ours !== theirs && { better: polarity === 'lower' ? ours < theirs : ours > theirs }),
  };
};

/** Others' figures of the same period, in order of name. */
export const comparatorsOf = (
  measure: Measure,
  { period, value: ours }: Report,
  { records }: Pick<Reading, 'records'>,
) =>
  records.comparators(measure.id, period.id).flatMap((recorded): Comparator[] => {
    const { value } = recordedFigure(recorded, measure.unit);
    if (value === undefined) return [];
    const named = { name: recorded.series ?? '', value, period: period.id };
    return [ours === undefined ? named : { ...named, ...against(measure.polarity, ours, value) }];
  });
