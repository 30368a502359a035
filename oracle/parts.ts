/** The objects on the way to a number, the outermost first: a measure, then a table of it, then a row of that. */
export type Way = readonly Readonly<Record<string, unknown>>[];

/** What a number is called among the cells; `period` where it is of another one than its measure's figure. */
interface Named {
  readonly part: string;
  readonly period?: string;
}
interface NotCompared {
  readonly because: string;
}
export type Naming = (way: Way) => Named | NotCompared;

const at = (way: Way, back: number): Readonly<Record<string, unknown>> => way.at(-1 - back) ?? {};

const called =
  (part: string): Naming =>
  () => ({ part });
const notCompared =
  (because: string): Naming =>
  () => ({ because });
const ofRow =
  (before: string, key: string, after = ''): Naming =>
  (way) => ({ part: `${before}${at(way, 0)[key]}${after}` });
const ofCut =
  (after = ''): Naming =>
  (way) => ({ part: `${at(way, 1)['by']}: ${at(way, 0)['name']}${after}` });
const ofPoint =
  (part: string, back = 0): Naming =>
  (way) => ({ part, period: String(at(way, back)['period']) });

const ofSpread =
  (statistic: string): Naming =>
  (way) => ({ part: `spread of ${at(way, 0)['name'] ?? 'all'}: ${statistic}` });

/** Every number that a measure may have in an edition, by its place in it. One that is not here fails the check. */
export const measureParts: Readonly<Record<string, Naming>> = {
  decimals: notCompared('is a setting of the scorecard file'),
  value: called('value'),
  numerator: called('numerator'),
  denominator: called('denominator'),
  'overridden.value': called('overridden'),
  'ranking[].rank': ofRow('rank: ', 'name'),
  'ranking[].value': ofRow('counted: ', 'name'),
  rankingAtMostMissed: called('left out of the list'),
  'historyRank.rank': ofRow('rank from the ', 'direction'),
  'historyRank.of': called('ranked among'),
  target: called('target'),
  'targetRange.from': called('target, from'),
  'targetRange.to': called('target, to'),
  'annualTarget.value': called("year's target"),
  'targetPlan[].value': ofPoint('planned target'),
  'targetPlan[].range.from': ofPoint('planned target, from', 1),
  'targetPlan[].range.to': ofPoint('planned target, to', 1),
  'baseline.value': called('baseline'),
  variance: called('variance'),
  'rating.toNextBand.by': called('to the next band'),
  'rating.against.value': called('judged against'),
  'forecast.value': called('forecast'),
  'forecast.rating.toNextBand.by': called('forecast, to the next band'),
  'forecastOutcome.value': called('forecast, before the period was over'),
  'process.mean': called('process, mean'),
  'process.lower': called('process, lower'),
  'process.upper': called('process, upper'),
  'improvement.value': called('improvement'),
  'improvement.from.value': called('compared with'),
  'improvement.change': called('change'),
  'series[].value': ofPoint('value'),
  'series[].target': ofPoint('target'),
  'series[].targetRange.from': ofPoint('target, from', 1),
  'series[].targetRange.to': ofPoint('target, to', 1),
  'comparators[].value': ofRow('comparator: ', 'name'),
  'comparators[].differencePercent': ofRow('comparator: ', 'name', ', difference'),
  'cuts[].rows[].value': ofCut(),
  'cuts[].rows[].denominator': ofCut(', of'),
  'cuts[].rows[].count': ofCut(', counted'),
  'cuts[].rows[].share': ofCut(', share'),
  'cuts[].rows[].rank': ofCut(', rank'),
  'distribution.rows[].count': ofSpread('count'),
  'distribution.rows[].median': ofSpread('median'),
  'distribution.rows[].ninetieth': ofSpread('ninetieth'),
  'distribution.rows[].longest': ofSpread('longest'),
  'distribution.rows[].bands[].atMost': notCompared('is a setting of the scorecard file'),
  'distribution.rows[].bands[].count': (way) => ({
    part: `spread of ${at(way, 1)['name'] ?? 'all'}: up to ${at(way, 0)['atMost'] ?? 'any'}`,
  }),
  'coverage.expectedDays': called('days expected'),
  'coverage.daysWithData': called('days with data'),
};

export const milestoneParts: Readonly<Record<string, Naming>> = {
  weeksDelay: called('weeks of delay'),
  rebaselined: called('times moved'),
  services: notCompared('is a setting of the scorecard file'),
};

const columns = ['gross', 'net', 'forecast', 'variance', 'movement'];

export const budgetParts: Readonly<Record<string, Naming>> = Object.fromEntries(
  columns.flatMap((column) => [
    [`rows[].${column}`, ofRow('', 'id', `: ${column}`)],
    [`total.${column}`, called(`total: ${column}`)],
    [
      `rows[].earlier[].${column}`,
      (way: Way) => ({ part: `${at(way, 1)['id']}: ${column}`, period: String(at(way, 0)['period']) }),
    ],
    [`total.earlier[].${column}`, ofPoint(`total: ${column}`)],
  ]),
);

/** Every number of a measure's own block of the scorecard file, which the edition repeats as it was written. */
export const settings = (place: string): Naming | undefined =>
  place.startsWith('portable.measure.') ? notCompared('is a setting of the scorecard file') : undefined;

/** Numbers of an edition itself. */
export const editionParts: Readonly<Record<string, Naming>> = {
  edition: notCompared('counts publications'),
  'milestoneRule.windowDays': notCompared('is a setting of the scorecard file'),
  'revisions[].from': notCompared('was published by an earlier edition'),
  'revisions[].to': notCompared('repeats a figure'),
  'earlierRevisions[].from': notCompared('was published by an earlier edition'),
  'earlierRevisions[].to': notCompared('was published by an earlier edition'),
};
