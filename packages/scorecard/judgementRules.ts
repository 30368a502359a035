import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { accumulationOf } from '#scorecard/accumulation.ts';
import { againstFindings } from '#scorecard/againstRules.ts';
import { bandFindings } from '#scorecard/bandRules.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';
import { targetFindings } from '#scorecard/targetRules.ts';
import { timingFindings } from '#scorecard/timingRules.ts';
import { versionFindings } from '#scorecard/versionRules.ts';

/** A finding within a measure: its path begins at the measure. */
type Rule = (measure: Measure) => readonly Finding[];

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const maintainsBaseline = ({ target }: Measure): boolean =>
  typeof target === 'object' && 'maintain' in target && target.maintain === 'baseline';

const isJudgedByBaseline = ({ rating, versions = [] }: Measure): boolean =>
  [rating, ...versions.map((version) => version.rating)].some((each) => each?.against === 'baseline');

const baseline: Rule = (measure) => {
  const { compare, baseline: written } = measure;
  if (!written) {
    if (compare === 'baseline')
      return [found(['compare'], 'there is no baseline to compare with', 'add baseline: { period: …, value: … }')];
    return maintainsBaseline(measure)
      ? [found(['target'], 'there is no baseline to maintain', 'add baseline: { period: …, value: … }')]
      : [];
  }
  if (compare !== 'baseline' && !maintainsBaseline(measure) && !isJudgedByBaseline(measure))
    return [
      found(['baseline'], `it is not used, since compare is ${compare}`, 'write compare: baseline, or remove it'),
    ];
  return isPeriodId(written.period)
    ? []
    : [found(['baseline', 'period'], `"${written.period}" is not a period`, 'write 2018-19 or 2018-19-q1')];
};

const sameFrequency: Rule = ({ compare, baseline: written, frequency }) => {
  if (compare !== 'baseline' || !written || written.value !== undefined || !isPeriodId(written.period)) return [];
  return parsePeriod(written.period).frequency === frequency
    ? []
    : [
        found(
          ['baseline'],
          `there is no figure of ${written.period}: this measure has one a ${frequency}`,
          'write its value',
        ),
      ];
};

const accumulation: Rule = ({ accumulation: written, value }) =>
  written && !('recorded' in value)
    ? [found(['accumulation'], 'the formula says it already', 'remove it; it is for figures that are typed in')]
    : [];

const sameLengthOnly: Rule = (measure) =>
  accumulationOf(measure) === 'year-to-date' && !['12-months-prior', 'same-period-last-year'].includes(measure.compare)
    ? [
        found(
          ['compare'],
          'a figure of the year so far may be compared with the same point of the year before only',
          'write compare: same-period-last-year',
        ),
      ]
    : [];

const yearOfYears: Rule = ({ year, frequency }) =>
  year && frequency !== 'year'
    ? [found(['year'], `it says nothing of a figure of a ${frequency}`, 'remove it; it is for frequency: year')]
    : [];

const rules: readonly Rule[] = [
  targetFindings,
  bandFindings,
  againstFindings,
  baseline,
  sameFrequency,
  accumulation,
  sameLengthOnly,
  yearOfYears,
  timingFindings,
  versionFindings,
];

/** What the schema cannot say of how one measure is judged and compared. */
export const judgementFindings: Rule = (measure) => rules.flatMap((rule) => rule(measure));
