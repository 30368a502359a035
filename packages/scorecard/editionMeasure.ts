import { type Period, parsePeriod, periodLabel, shortLabel } from '#calendar/period.ts';
import { isTotal } from '#scorecard/accumulation.ts';
import { priorOf } from '#scorecard/against.ts';
import type { Annotation } from '#scorecard/annotationSchema.ts';
import { annotationsIn } from '#scorecard/annotations.ts';
import { comparatorsOf } from '#scorecard/comparators.ts';
import { comparisonOf, notCompared } from '#scorecard/comparison.ts';
import type { coverages } from '#scorecard/coverage.ts';
import { cutsOf } from '#scorecard/cuts.ts';
import { travelOf } from '#scorecard/direction.ts';
import { distributionOf } from '#scorecard/distribution.ts';
import { nextDue } from '#scorecard/due.ts';
import type { Edition, EditionMeasure, Point, Status } from '#scorecard/edition.ts';
import { flagsOf, isHeading } from '#scorecard/flags.ts';
import { forecastOf } from '#scorecard/forecast.ts';
import { forecastOutcome } from '#scorecard/forecastOutcome.ts';
import { decimalsOf, tidy } from '#scorecard/format.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { historyRankOf } from '#scorecard/historyRank.ts';
import { type Judgement, judgementOf, tooFew } from '#scorecard/judgement.ts';
import { awaitedText, expectedBy, type Suspension, suspensionOf, suspensionText } from '#scorecard/late.ts';
import { candidates, seriesPeriods, shownPeriod } from '#scorecard/periods.ts';
import { pointNotes } from '#scorecard/pointNotes.ts';
import { portableOf } from '#scorecard/portable.ts';
import { notReported } from '#scorecard/rating.ts';
import { isReported, type Reading, type Report, type Resolver } from '#scorecard/report.ts';
import { isRevised } from '#scorecard/revisions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';
import { spanLabel } from '#scorecard/spanLabel.ts';
import { markStale } from '#scorecard/staleCommentary.ts';
import { stretchOf } from '#scorecard/stretch.ts';
import { suppressedCuts, suppressedReport } from '#scorecard/suppression.ts';
import { baselineOf, targetPlanOf } from '#scorecard/targetPlan.ts';
import { breakAt, breakBetween, measureAt, versionsOf } from '#scorecard/versions.ts';

export interface Setting extends Reading, Resolver {
  readonly coverageIn: ReturnType<typeof coverages>;
  readonly edition: Period;
  readonly history: number;
  readonly before?: Edition;
  readonly measureOf: (id: string) => Measure | undefined;
  readonly titleOf: (measure: string) => string;
  readonly organisation: Organisation;
  /** Of all measures of the scorecard. */
  readonly annotations: readonly Annotation[];
}

/** Reports of one measure. */
type Reports = (period: Period) => Report;

/** Why nothing is published, where the file knows better than that nothing came. */
const whyAbsent = (measure: Measure, period: Period, { asOf }: Setting): string | undefined => {
  if (isHeading(measure)) return 'It is judged by other measures, and has no figure of its own.';
  return 'recorded' in measure.value ? awaitedText(measure, period, asOf) : undefined;
};

/** As far as it may be known. */
const publishable = (measure: Measure, report: Report, setting: Setting): Report => {
  const shown = suppressedReport(measure, report);
  const isAbsent = !isReported(shown) && !shown.isSuppressed;
  const reason = isAbsent ? whyAbsent(measure, report.period, setting) : undefined;
  return reason === undefined ? shown : { ...shown, noValueReason: reason };
};

const reportsOf =
  (measure: Measure, setting: Setting): Reports =>
  (period) =>
    publishable(measureAt(measure, period), setting.reportOf(measure, period), setting);

/** What the baseline was, where a target is to maintain it. */
const baselineValue = (measure: Measure, reports: Reports): number | undefined =>
  baselineOf(measure, (period) => reports(period).value)?.value;

/** By whatever the measure is judged by; a figure that is expected is judged as of a whole period. */
const judgedAs = (
  measure: Measure,
  report: Report,
  reports: Reports,
  { isComplete, measureOf }: Pick<Setting, 'isComplete' | 'measureOf'>,
): Judgement => {
  const at = measureAt(measure, report.period);
  const labelOf = (period: Period): string => spanLabel(at, period, stretchOf(at, measureOf));
  return judgementOf(at, report, {
    isComplete: isComplete(report.period),
    baseline: baselineValue(measure, reports),
    prior: priorOf(at, report.period, { reportIn: reports, labelOf }),
  });
};

const beforeOf = ({ before }: Setting, id: string): EditionMeasure | undefined =>
  before?.measures.find((measure) => measure.id === id);

const statusOf = (measure: Measure, report: Report, setting: Setting): Status => {
  if (report.value === undefined || !setting.isComplete(report.period)) return report.status;
  return isRevised(beforeOf(setting, measure.id), report.period.id, report.value) ? 'revised' : report.status;
};

const pointOf = (measure: Measure, report: Report, reports: Reports, setting: Setting): Point => {
  const { aim, rating } = judgedAs(measure, report, reports, setting);
  return {
    period: report.period.id,
    label: shortLabel(report.period),
    value: report.value,
    target: aim?.value,
    targetRange: aim?.range,
    colour: rating.colour,
    status: statusOf(measure, report, setting),
    complete: setting.isComplete(report.period),
    break: breakAt(measure, report.period)?.note,
    ...pointNotes(measureAt(measure, report.period), report, setting),
  };
};

/** From the first period that has a value; gaps after it stay, and so does the newest period. */
const seriesOf = (measure: Measure, shown: Period, reports: Reports, setting: Setting): readonly Point[] => {
  const periods = seriesPeriods(shown, setting.history, measure);
  const points = periods.map((period) => pointOf(measure, reports(period), reports, setting));
  const first = points.findIndex(({ value }) => value !== undefined);
  return points.slice(first === -1 ? -1 : first);
};

const definitionOf = (
  measure: Measure,
  group: string,
  setting: Setting,
): Omit<EditionMeasure, 'portable' | keyof ReturnType<typeof figuresOf>> => ({
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
  documents: measure.documents,
  group,
});

type Targeted = Pick<EditionMeasure, 'target' | 'targetRange' | 'annualTarget' | 'variance'>;

const targetOf = ({ aim, annual }: Judgement, value: number | undefined): Targeted => ({
  target: aim?.value,
  targetRange: aim?.range,
  annualTarget: annual?.value === undefined || !annual.of ? undefined : { value: annual.value, period: annual.of.id },
  variance: value === undefined || aim?.value === undefined ? undefined : tidy(value - aim.value),
});

/** Among figures of one definition. */
const rankOf = (measure: Measure, report: Report, shown: Period, setting: Setting): EditionMeasure['historyRank'] =>
  historyRankOf(
    report,
    {
      series: seriesPeriods(shown, setting.history, measure).filter(
        (each) => !breakBetween(measure, each, report.period),
      ),
      typed: setting.records.periods(measure.id).filter((id) => !breakBetween(measure, parsePeriod(id), report.period)),
      isComplete: setting.isComplete(report.period),
      addsUp: stretchOf(measure, setting.measureOf) === 'year-to-date',
    },
    reportsOf(measure, setting),
  );

/** The figures that a process is known by: whole periods of one definition, each from cases enough. */
const processPoints = (measure: Measure, { period: now }: Report, reports: Reports, setting: Setting) =>
  seriesPeriods(now, setting.history, measure).flatMap((period) => {
    const report = reports(period);
    const isOdd = tooFew(measure, report) !== undefined || breakBetween(measure, period, now) !== undefined;
    return report.value === undefined || isOdd ? [] : [{ period, value: report.value }];
  });

type Change = ReturnType<typeof comparisonOf> & Partial<ReturnType<typeof travelOf>>;

const changeOf = (measure: Measure, report: Report, reports: Reports, setting: Setting): Change => {
  const isComplete = setting.isComplete(report.period);
  const comparison = comparisonOf(measure, report, { isComplete, reportIn: reports });
  const isKnown = report.value !== undefined && tooFew(measure, report) === undefined;
  if (!isKnown || (!isComplete && isTotal(measure))) return comparison;
  return {
    ...comparison,
    ...travelOf(measure, processPoints(measure, report, reports, setting), {
      isComplete,
      byTolerance: comparison.direction,
    }),
  };
};

/** What is shown while a measure rests: its last figure, not judged and not compared. */
const restingFigures = (suspension: Suspension, report: Report, shown: Period) => {
  const last = report.value !== undefined && report.period.id !== shown.id ? report.period : undefined;
  const reason = suspensionText(suspension, last);
  return {
    rating: notReported(reason),
    notPublishedReason: report.value === undefined ? reason : undefined,
    suspension,
    ...notCompared(reason),
    improvement: undefined,
    directionReason: undefined,
    process: undefined,
    forecastOutcome: undefined,
  };
};

/** The newest that was reported within the lag, or within the whole history while the measure rests. */
const reportShown = (measure: Measure, shown: Period, reports: Reports, setting: Setting): Report => {
  const reach = suspensionOf(measure, shown) ? setting.history - 1 : measure.lag;
  const known = candidates(shown, reach, measure).map(reports);
  return known.find((report) => isReported(report) || report.isSuppressed) ?? reports(shown);
};

const labelled = (period: Period | undefined) => period && { period: period.id, label: periodLabel(period) };

const lateness = (measure: Measure, shown: Period, reports: Reports, { edition }: Setting) => ({
  expectedBy:
    measure.expectedAfterDays === undefined || isReported(reports(shown)) || suspensionOf(measure, shown)
      ? undefined
      : expectedBy(measure, shown),
  nextDue: labelled(nextDue(measure, shown, edition)),
});

const figuresOf = (measure: Measure, setting: Setting) => {
  const reports = reportsOf(measure, setting);
  const shown = shownPeriod(measure, setting.edition, setting.asOf);
  const report = reportShown(measure, shown, reports, setting);
  const at = measureAt(measure, report.period);
  const judgement = judgedAs(measure, report, reports, setting);
  const suspension = suspensionOf(measure, shown);
  const accumulation = stretchOf(at, setting.measureOf);
  const { value, period } = report;
  const series = seriesOf(measure, shown, reports, setting);
  const annotated = annotationsIn([...setting.annotations, ...(measure.annotations ?? [])], series, setting.asOf);
  return {
    value,
    numerator: report.numerator,
    denominator: report.denominator,
    qualifier: report.qualifier,
    overridden: report.overridden,
    errorPercent: report.errorPercent,
    ranking: report.ranking?.rows,
    rankingAtMostMissed: report.ranking?.atMostMissed,
    historyRank: measure.historyRank ? rankOf(measure, report, shown, setting) : undefined,
    period: period.id,
    periodLabel: spanLabel(at, period, accumulation),
    accumulation,
    asOf: setting.asOf,
    status: statusOf(measure, report, setting),
    notPublishedReason: report.noValueReason,
    ...targetOf(judgement, value),
    targetPlan: targetPlanOf(at),
    baseline: baselineOf(at, (each) => reports(each).value),
    rating: judgement.rating,
    flags: flagsOf(measure, report, { shown, asOf: setting.asOf, isComplete: setting.isComplete(period) }),
    ...lateness(measure, shown, reports, setting),
    forecast: forecastOf(measure, period, {
      edition: setting.edition,
      records: setting.records,
      rate: (expected) => judgedAs(measure, expected, reports, { ...setting, isComplete: () => true }).rating,
    }),
    forecastOutcome: forecastOutcome(measure, report, {
      ...setting,
      colourOf: (each) => judgedAs(measure, each, reports, setting).rating.colour,
    }),
    ...changeOf(at, report, reports, setting),
    ...(suspension && restingFigures(suspension, report, shown)),
    series,
    annotations: annotated.length === 0 ? undefined : annotated,
    comparators: comparatorsOf(measure, report, setting),
    versions: versionsOf(measure, period),
    cuts: report.isSuppressed ? [] : suppressedCuts(at, cutsOf(at, period, setting)),
    distribution: report.isSuppressed ? undefined : distributionOf(at, period, setting),
    commentary: markStale(
      setting.records.commentary({ measure: measure.id }, [period.id, setting.edition.id]),
      beforeOf(setting, measure.id),
      (id) => reports(parsePeriod(id)).value,
    ),
    coverage: setting.coverageIn(at, period),
  };
};

/** One measure as an edition publishes it: its figure, how it is judged, and what it was before. */
export const editionMeasure = (measure: Measure, group: string, setting: Setting): EditionMeasure => {
  const figures = figuresOf(measure, setting);
  const period = parsePeriod(figures.period);
  return {
    ...definitionOf(measureAt(measure, period), group, setting),
    portable: portableOf(measure, period, setting),
    ...figures,
  };
};
