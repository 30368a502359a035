/** What a column of a table holds, for readers of its metadata. A test keeps these and the tables together. */
export interface AboutColumn {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime';
  readonly about: string;
}

type About = Readonly<Record<string, AboutColumn>>;

const text = (about: string): AboutColumn => ({ type: 'string', about });
const number = (about: string): AboutColumn => ({ type: 'number', about });
const whole = (about: string): AboutColumn => ({ type: 'integer', about });
const yesNo = (about: string): AboutColumn => ({ type: 'boolean', about });
const day = (about: string): AboutColumn => ({ type: 'date', about });

const edition: About = {
  organisation: text('Whose figures they are.'),
  scorecard: text('The scorecard that they are published in.'),
  edition_period: text('Id of the period that the edition is of, such as 2024-25-q4.'),
  edition_period_complete: yesNo('Whether that period was over on the as-of day.'),
  edition: whole('Number of the edition in its period. The file of an edition never changes.'),
  edition_as_of: day('What had happened by the end of this London day.'),
  published_at: { type: 'datetime', about: 'When the edition was published, UTC.' },
};

const revision: About = {
  revised_from: number('What the figure of this period was before it was last revised, where it was.'),
  revised_on: day('London day of the publication that revised it.'),
  revision_reason: text('Why it was revised.'),
};

const measures: About = {
  id: text('Id of the measure, the same in every edition.'),
  code: text("The organisation's own code."),
  title: text('Title of the measure.'),
  group: text('The priority that it belongs to.'),
  period: text('Id of the period that the value is of. It may lie before the period of the edition.'),
  period_label: text('The same in words.'),
  as_of: day('What had happened by the end of this London day.'),
  value: number('In the unit, unrounded; a percent is 0 to 100. Empty where nothing is published.'),
  qualifier: text('What was said before the value, such as over or about.'),
  unit: text('percent, count, seconds, minutes, hours, days, pence, pounds, score or fte.'),
  numerator: number('Of a share: how many.'),
  denominator: number('Of a share: out of how many.'),
  status: text('Provisional, Confirmed, Revised or Not published.'),
  not_published_reason: text('Why there is no value.'),
  target: number('What the value is judged by.'),
  target_from: number('Of a band: its lower end, which is on target.'),
  target_to: number('Of a band: its upper end, which is on target.'),
  annual_target: number('Target of a longer period, which the value is not judged by.'),
  value_by_formula: number('What the formula gives, where an officer recorded another value.'),
  variance: number('Value less target, in the unit.'),
  rating: text('green, amber, red, no-target or not-reported.'),
  rating_reason: text('Why it has this rating, in a sentence.'),
  rating_rule: text('The rule that it is rated by.'),
  rating_rule_version: text('Version of the rule.'),
  next_rating: text('Rating on the other side of the nearest limit.'),
  to_next_rating: number('How far the value is from that limit, in the unit.'),
  flags: text('Any of overdue, stale, suspended, suppressed, incomplete, estimated, separated by spaces.'),
  polarity: text('Which way is better: higher, lower, band or none.'),
  direction: text('improving, deteriorating, no-change or not-applicable.'),
  improvement_percent: number('Relative change in percent; positive is better.'),
  improvement_basis: text('What it is compared with.'),
  compared_with_period: text('Id of the period that it is compared with.'),
  compared_with_value: number('The value of that period.'),
  change: number('The value less that value, in the unit.'),
  not_compared_reason: text('Why it is not compared.'),
  frequency: text('How often the measure has a new value.'),
  owner: text('The role that answers for it.'),
  source: text('Where the figure is from.'),
  definition: text('What it counts.'),
  formula: text('How it is worked out.'),
  ...edition,
  accumulation: text('What the value is of: in-period, year-to-date, point-in-time or rolling.'),
  rating_in_words: text('The rating as pages print it.'),
  flags_in_words: text('The flags as pages print them, separated by semicolons.'),
  expected_by: day('When a figure that is not there is expected.'),
  next_due: text('Id of the period of the next figure, where none is due of the period of the edition.'),
  suspended_from: text('Id of the period since which the measure rests.'),
  suspended_to: text('Id of the last period of the rest, where it is known.'),
  suspension_reason: text('Why it rests.'),
  forecast: number('What officers expect, in the unit.'),
  forecast_period: text('Id of the period that they expect it of.'),
  forecast_rating: text('How the forecast would be rated.'),
  forecast_rating_reason: text('Why it would be rated so.'),
  history_rank: whole('Rank of the value among those known.'),
  history_rank_of: whole('How many values are ranked.'),
  history_rank_in_words: text('The rank as pages print it.'),
  annual_target_period: text('Id of the period of the annual target.'),
  baseline: number('What the measure began from.'),
  baseline_period: text('Id of the period of the baseline.'),
  judged_against: number('The earlier value that it is judged by in place of a target.'),
  judged_against_period: text('Id of the period of that value.'),
  direction_reason: text('How the direction of travel was found, or why there is none.'),
  usual_mean: number('Mean of an XmR chart of the values.'),
  usual_from: number('Lower limit of what chance alone would give, cut at what is possible.'),
  usual_to: number('Upper limit of what chance alone would give, cut at what is possible.'),
  standard_error_percent: number('One standard error in percent, where the value is an estimate.'),
  override_reason: text('Why a recorded value stands in place of the formula.'),
  days_expected: whole('Days of the period on which data should have come.'),
  days_with_data: whole('Days on which it came.'),
  decimals: whole('How many decimals pages print.'),
  ...revision,
  distribution_count: whole('Of how many single values the next three are, where the scorecard asks for them.'),
  distribution_median: number('Half of them are no longer than this, by nearest rank.'),
  distribution_ninetieth: number('Nine in ten of them are no longer than this, by nearest rank.'),
  distribution_longest: number('The longest of them.'),
  distribution_unit: text('What those three are in.'),
  not_published_since: text('Id of the first period after the newest published value, where there is no value now.'),
  last_published_period: text('Id of the period of the newest published value, where there is no value now.'),
  last_published_value: number('That value, in the unit.'),
  not_published_in_words: text('Why there is no value and which was the newest, as pages print it.'),
  forecast_before: number('What officers last expected of the period before it was over, in the unit.'),
  forecast_before_rating: text('How that forecast would have been rated.'),
  forecast_before_as_rated: yesNo('Whether the value came out at that rating.'),
};

const milestones: About = {
  id: text('Id of the milestone, the same in every edition.'),
  title: text('Title of the milestone.'),
  group: text('The priority that it belongs to.'),
  owner: text('The role that answers for it.'),
  start: day('When the work began or was to begin.'),
  original_deadline: day('The first deadline; it never changes.'),
  current_deadline: day('The deadline as it is now.'),
  completed_on: day('When the work was finished.'),
  status: text('on-track, delayed, complete or not-known.'),
  weeks_delay: whole('Whole weeks from the original to the current deadline; empty where there is no delay.'),
  times_rebaselined: whole('How often the current deadline was moved.'),
  rating: text('green, amber, red, no-target or not-reported.'),
  rating_reason: text('Why it has this rating, in a sentence.'),
  reason: text('Why it is delayed.'),
  comment: text('What officers say of it.'),
  ...edition,
  wave: text('Which part of a programme it is.'),
  services: whole('How many services move with it.'),
  status_in_words: text('The status as pages print it.'),
  start_label: text('The start as it was printed, where it is not a day.'),
  original_deadline_label: text('The original deadline as it was printed, where it is not a day.'),
  precision: text('How exact the dates are, where they are not days: month, season, quarter, half-year or year.'),
  description: text('What is to be done.'),
  outcome: text('What is to come of it.'),
  recorded_by: text('The role that recorded it.'),
};

const series: About = {
  measure: text('Id of the measure.'),
  title: text('Title of the measure.'),
  unit: text('Unit of value and target.'),
  period: text('Id of the period.'),
  period_label: text('The same in words.'),
  complete: yesNo('Whether the period was over.'),
  value: number('In the unit, unrounded. Empty where nothing is published.'),
  target: number('What the value is judged by.'),
  rating: text('green, amber, red, no-target or not-reported.'),
  status: text('Provisional, Confirmed, Revised or Not published.'),
  break: text('Why the line may not be read across the start of this period.'),
  ...edition,
  target_from: number('Of a band: its lower end.'),
  target_to: number('Of a band: its upper end.'),
  rating_in_words: text('The rating as pages print it.'),
  ...revision,
  flags: text("Of this period's own figure: suspended, suppressed, incomplete, estimated, separated by spaces."),
  flags_in_words: text('The flags as pages print them, separated by semicolons.'),
  reason: text('Why there is no value; or of how many days data came, where some are missing.'),
  annotations: text('What happened in the period: each with its day, separated by semicolons.'),
};

const parts: About = {
  measure: text('Id of the measure, or of the budget.'),
  title: text('Its title.'),
  kind: text('cut, ranking, distribution, comparator or budget: the table that the number stands in.'),
  by: text('What it is cut by, such as service, channel or answer. Empty of all together, of lists and of others.'),
  part: text('Which part: a service, an answer, a budget line, another council. Empty of all together.'),
  statistic: text(
    'Which number: value, count or share; median, ninetieth, longest or band; difference; gross, net, forecast, variance or movement.',
  ),
  period: text('Id of the period that the number is of.'),
  value: number(
    'The number, unrounded; a percent is 0 to 100. Empty where it is not published, or only a rank is known.',
  ),
  unit: text('What the number is in.'),
  base: number('How many it is out of, where that is known.'),
  rank: whole('Place in a list; equals share it.'),
  qualifier: text('What was said before the value, such as over or about.'),
  over: number('Of a band: longer than this.'),
  up_to: number('Of a band: no longer than this. Empty of the last.'),
  in_figure: yesNo('Of a channel: whether it is one of those that the figure is the share, or the sum, of.'),
  suppressed: yesNo('Whether the number is withheld, because it is of too few people.'),
  ...edition,
  part_label: text('What pages print instead of the part, where the council gave it another name.'),
};

/** Tables of a period, in the order of the data package. */
export const periodTables = ['measures', 'milestones', 'parts'] as const;
export type PeriodTable = (typeof periodTables)[number];
export type TableKind = PeriodTable | 'series';

/** Every column of each table, in its order. */
export const columnsAbout: Record<TableKind, About> = { measures, milestones, parts, series };

/** What identifies a row; nothing does where some of it may be empty. */
export const rowKeys: Record<TableKind, string | undefined> = {
  measures: 'id',
  milestones: 'id',
  parts: undefined,
  series: 'period',
};
