import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { accumulationOf } from '#scorecard/accumulation.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const path: readonly Step[] = ['rating', 'against'];

const oneRule = ({ target, rating }: Measure): readonly Finding[] => {
  if (target !== undefined)
    return [found(path, 'a figure is judged by a target or by an earlier figure, not by both', 'keep one of the two')];
  if (rating?.bands)
    return [found(path, 'what is green is said twice, by an earlier figure and by bands', 'keep one of the two')];
  return rating?.amber?.of
    ? [found(['rating', 'amber', 'of'], 'there is no target: an earlier figure takes its place', 'remove of')]
    : [];
};

const better = ({ polarity }: Measure): readonly Finding[] =>
  polarity === 'higher' || polarity === 'lower'
    ? []
    : [
        found(
          path,
          `no colour is possible: with polarity ${polarity} neither more nor less than before is better`,
          'write polarity: higher or lower, or remove the rating',
        ),
      ];

const sameStretch = (measure: Measure): readonly Finding[] =>
  accumulationOf(measure) === 'year-to-date' && ['previous-period', 'baseline'].includes(measure.rating?.against ?? '')
    ? [
        found(
          path,
          'a figure of the year so far may be judged against the same point of the year before only',
          'write against: same-period-last-year',
        ),
      ]
    : [];

const known = ({ rating, baseline, compare, frequency }: Measure): readonly Finding[] => {
  if (rating?.against !== 'baseline') return [];
  if (!baseline) return [found(path, 'there is no baseline to judge against', 'add baseline: { period: …, value: … }')];
  const isOwn =
    compare === 'baseline' ||
    baseline.value !== undefined ||
    !isPeriodId(baseline.period) ||
    parsePeriod(baseline.period).frequency === frequency;
  return isOwn
    ? []
    : [
        found(
          path,
          `there is no figure of ${baseline.period}: this measure has one a ${frequency}`,
          "write the baseline's value",
        ),
      ];
};

/** What the schema cannot say of a rating against an earlier figure. */
export const againstFindings = (measure: Measure): readonly Finding[] =>
  measure.rating?.against ? [oneRule, better, sameStretch, known].flatMap((rule) => rule(measure)) : [];
