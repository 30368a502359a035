import { type Period, periodLabel } from '#calendar/period.ts';
import { isTotal, partOfTarget } from '#scorecard/accumulation.ts';
import type { Prior } from '#scorecard/against.ts';
import type { MeasureRating } from '#scorecard/edition.ts';
import { formatExact, tidy } from '#scorecard/format.ts';
import { notReported, rate, unrated } from '#scorecard/rating.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import { type Aim, aimOf } from '#scorecard/target.ts';

/** A colour and what it was judged by. */
export interface Judgement {
  readonly aim?: Aim;
  /** The target of the whole year, where the value is of a part of it. */
  readonly annual?: Aim;
  readonly rating: MeasureRating;
}

/** What a value is judged by beside its measure. */
export interface Circumstances {
  readonly isComplete: boolean;
  /** The figure of the baseline, for a target to maintain it. */
  readonly baseline?: number;
  /** The earlier figure, for a rating against one. */
  readonly prior?: Prior;
}

type Shared = Omit<Judgement, 'rating'>;

const prorated = (aim: Aim, { months, of }: { months: number; of: number }, unit: Measure['unit']): Aim => {
  const part = (whole: number): number => tidy((whole * months) / of);
  const whole = aim.value === undefined ? '' : ` of ${formatExact(aim.value, unit)}`;
  return {
    ...(aim.value !== undefined && { value: part(aim.value) }),
    ...(aim.range && { range: { from: part(aim.range.from), to: part(aim.range.to) } }),
    note: `The target is ${months} months' part of the ${of} months' target${whole}.`,
  };
};

/** The target of the value's own stretch of time; none where only a longer one is known and it is not shared out. */
const sharedOut = (measure: Measure, period: Period, aim: Aim | undefined): Shared => {
  const part = aim && partOfTarget(measure, period, aim);
  if (!aim || !part) return { aim };
  return { annual: aim, ...(measure.annual === 'prorated' && { aim: prorated(aim, part, measure.unit) }) };
};

type Counted = Pick<Report, 'value' | 'numerator' | 'denominator'> & { readonly count?: number };

/** A count is of so many cases; below zero it is what two counts differ by. */
const countedCases = ({ unit }: Measure, value: number | undefined): number | undefined =>
  unit === 'count' && value !== undefined && value >= 0 ? value : undefined;

/** How many cases a figure is from; undefined where that is not known. */
export const casesOf = (measure: Measure, figures: Counted): number | undefined => {
  const { value, numerator, denominator, count } = figures;
  // Of a rate the whole town is the denominator.
  if ('rate' in measure.value) return numerator;
  return count ?? denominator ?? countedCases(measure, value);
};

/** Too few cases to judge by, as a sentence. */
export const tooFew = (measure: Measure, report: Counted): string | undefined => {
  const cases = casesOf(measure, report);
  const { minimumCases } = measure;
  if (minimumCases === undefined || cases === undefined || cases >= minimumCases) return undefined;
  return `The figure is from ${cases} ${cases === 1 ? 'case' : 'cases'}, too few to judge: the least is ${minimumCases}.`;
};

const notOver = ({ period }: Report, what: string): string =>
  `${periodLabel(period)} is not over, so its total is not ${what} yet.`;

const whyNotJudged = (
  measure: Measure,
  report: Report,
  { aim, annual }: Shared,
  isComplete: boolean,
): string | undefined => {
  const label = periodLabel(report.period);
  if ((aim || annual) && !isComplete && isTotal(measure)) return notOver(report, 'judged against the target');
  if (annual && !aim) return `A total of ${label} is not judged against the target of a longer period.`;
  return aim || measure.rating?.bands ? tooFew(measure, report) : undefined;
};

/** By an earlier figure, which is no target: what may be judged is what may be compared. */
const judgedAgainst = (measure: Measure, report: Report, value: number, judging: Circumstances): MeasureRating => {
  const { prior, isComplete } = judging;
  if (!isComplete && isTotal(measure)) return unrated('no-target', notOver(report, 'judged'));
  const reason = tooFew(measure, report) ?? (prior && 'none' in prior ? prior.none : undefined);
  if (reason !== undefined) return unrated('no-target', reason);
  return rate(measure, value, prior && 'aim' in prior ? prior.aim : undefined);
};

/** The colour of a report, or why it has none. */
export const judgementOf = (measure: Measure, report: Report, circumstances: Circumstances): Judgement => {
  const { isComplete, baseline } = circumstances;
  const shared = sharedOut(measure, report.period, aimOf(measure, report.period, baseline));
  const { value } = report;
  if (report.ranking) return { rating: unrated('no-target', 'A list is published without a judgement.') };
  if (value === undefined) return { ...shared, rating: notReported(report.noValueReason ?? 'Nothing was reported.') };
  if (measure.rating?.against) return { rating: judgedAgainst(measure, report, value, circumstances) };
  const reason = whyNotJudged(measure, report, shared, isComplete);
  return { ...shared, rating: reason ? unrated('no-target', reason) : rate(measure, value, shared.aim) };
};
