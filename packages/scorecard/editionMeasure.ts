import { type Period, parsePeriod, periodLabel, shortLabel } from '#calendar/period.ts';
import { comparisonOf } from '#scorecard/comparison.ts';
import { coverageOf } from '#scorecard/coverage.ts';
import { cutsOf } from '#scorecard/cuts.ts';
import type { Edition, EditionMeasure, Flag, Point, Status } from '#scorecard/edition.ts';
import { decimalsOf, tidy } from '#scorecard/format.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { type Judgement, judgementOf } from '#scorecard/judgement.ts';
import { candidates, seriesPeriods, shownPeriod } from '#scorecard/periods.ts';
import { recordedFigure } from '#scorecard/records.ts';
import { isReported, type Reading, type Report, type Resolver } from '#scorecard/report.ts';
import { isRevised } from '#scorecard/revisions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';

export interface Setting extends Reading, Resolver {
  readonly organisation: Organisation;
  readonly edition: Period;
  readonly history: number;
  readonly before?: Edition;
  readonly titleOf: (measure: string) => string;
}

/** Reports of one measure. */
type Reports = (period: Period) => Report;

const reportsOf =
  (measure: Measure, { reportOf }: Setting): Reports =>
  (period) =>
    reportOf(measure, period);

/** What the baseline was, where a target is to maintain it. */
const baselineOf = ({ baseline }: Measure, reports: Reports): number | undefined =>
  baseline && (baseline.value ?? reports(parsePeriod(baseline.period)).value);

const judged = (measure: Measure, report: Report, reports: Reports, { isComplete }: Setting): Judgement =>
  judgementOf(measure, report, {
    isComplete: isComplete(report.period),
    baseline: baselineOf(measure, reports),
  });

const beforeOf = ({ before }: Setting, id: string): EditionMeasure | undefined =>
  before?.measures.find((measure) => measure.id === id);

const statusOf = (measure: Measure, report: Report, setting: Setting): Status => {
  if (report.value === undefined) return report.status;
  return isRevised(beforeOf(setting, measure.id), report.period.id, report.value) ? 'revised' : report.status;
};

const pointOf = (measure: Measure, report: Report, reports: Reports, setting: Setting): Point => {
  const { aim, rating } = judged(measure, report, reports, setting);
  return {
    period: report.period.id,
    label: shortLabel(report.period),
    value: report.value,
    target: aim?.value,
    targetRange: aim?.range,
    colour: rating.colour,
    status: statusOf(measure, report, setting),
    complete: setting.isComplete(report.period),
  };
};

/** From the first period that has a value; gaps after it stay, and so does the newest period. */
const seriesOf = (measure: Measure, shown: Period, reports: Reports, setting: Setting): readonly Point[] => {
  const periods = seriesPeriods(shown, setting.history);
  const points = periods.map((period) => pointOf(measure, reports(period), reports, setting));
  const first = points.findIndex(({ value }) => value !== undefined);
  return points.slice(first === -1 ? -1 : first);
};

const estimates = ['about', 'approximately', 'around', 'estimate', 'estimated'];

const flagsOf = (measure: Measure, report: Report, shown: Period, complete: boolean): readonly Flag[] => {
  const isRecorded = 'recorded' in measure.value;
  const flags: Record<Exclude<Flag, 'suspended' | 'suppressed'>, boolean> = {
    overdue: isRecorded && complete && !isReported(report),
    stale: report.period.id !== shown.id,
    incomplete: (report.value !== undefined || report.ranking !== undefined) && !complete,
    estimated: report.errorPercent !== undefined || estimates.includes(report.qualifier?.toLowerCase() ?? ''),
  };
  return (Object.keys(flags) as (keyof typeof flags)[]).filter((flag) => flags[flag]);
};

const comparatorsOf = (measure: Measure, { period }: Report, { records }: Setting): EditionMeasure['comparators'] =>
  records.comparators(measure.id, period.id).flatMap((recorded) => {
    const { value } = recordedFigure(recorded, measure.unit);
    return value === undefined ? [] : [{ name: recorded.series ?? '', value, period: period.id }];
  });

const definitionOf = (
  measure: Measure,
  group: string,
  setting: Setting,
): Omit<EditionMeasure, keyof ReturnType<typeof figuresOf>> => ({
  id: measure.id,
  code: measure.code,
  title: measure.title,
  unit: measure.unit,
  decimals: decimalsOf(measure),
  polarity: measure.polarity,
  frequency: measure.frequency,
  definition: measure.definition,
  formula: formulaInWords(measure.value, measure.unit, setting.titleOf),
  source: measure.source,
  owner: measure.owner,
  group,
});

type Targeted = Pick<EditionMeasure, 'target' | 'targetRange' | 'annualTarget' | 'variance'>;

const targetOf = ({ aim, annual }: Judgement, value: number | undefined): Targeted => ({
  target: aim?.value,
  targetRange: aim?.range,
  annualTarget: annual?.value === undefined || !annual.of ? undefined : { value: annual.value, period: annual.of.id },
  variance: value === undefined || aim?.value === undefined ? undefined : tidy(value - aim.value),
});

const figuresOf = (measure: Measure, setting: Setting) => {
  const reports = reportsOf(measure, setting);
  const shown = shownPeriod(measure, setting.edition, setting.asOf);
  const report = candidates(shown, measure.lag).map(reports).find(isReported) ?? reports(shown);
  const complete = setting.isComplete(report.period);
  const judgement = judged(measure, report, reports, setting);
  const { value, period } = report;
  return {
    value,
    numerator: report.numerator,
    denominator: report.denominator,
    qualifier: report.qualifier,
    overridden: report.overridden,
    errorPercent: report.errorPercent,
    ranking: report.ranking?.rows,
    rankingAtMostMissed: report.ranking?.atMostMissed,
    period: period.id,
    periodLabel: periodLabel(period),
    asOf: setting.asOf,
    status: statusOf(measure, report, setting),
    notPublishedReason: report.noValueReason,
    ...targetOf(judgement, value),
    rating: judgement.rating,
    flags: flagsOf(measure, report, shown, complete),
    ...comparisonOf(measure, report, complete, (then) => reports(then).value),
    series: seriesOf(measure, shown, reports, setting),
    comparators: comparatorsOf(measure, report, setting),
    cuts: cutsOf(measure, period, setting),
    commentary: setting.records.commentary({ measure: measure.id }, [period.id, setting.edition.id]),
    coverage: coverageOf(measure, period, setting.asOf, {
      calendar: setting.organisation,
      evidence: setting.evidenceOf(period),
    }),
  };
};

/** One measure as an edition publishes it: its figure, how it is judged, and what it was before. */
export const editionMeasure = (measure: Measure, group: string, setting: Setting): EditionMeasure => ({
  ...definitionOf(measure, group, setting),
  ...figuresOf(measure, setting),
});
