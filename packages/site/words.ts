import type {
  Colour,
  Commentary,
  Direction,
  EditionMeasure,
  Flag,
  MilestoneStatus,
  Status,
} from '#scorecard/edition.ts';

/** Every text of the interface. What councils write comes from the edition and is never in here. */

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A note as it stands within a sentence, in brackets. */
export const inText = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** What a tag says; the colour is printed too, because councillors use its name. */
export const ratingWords: Record<Colour, { readonly word: string; readonly colour?: string; readonly means: string }> =
  {
    green: { word: 'On target', colour: 'Green', means: 'The figure meets its target.' },
    amber: {
      word: 'Close to target',
      colour: 'Amber',
      means: 'The figure misses its target, but by no more than the tolerance printed on its page.',
    },
    red: { word: 'Off target', colour: 'Red', means: 'The figure misses its target by more than the tolerance.' },
    'no-target': {
      word: 'No target',
      means: 'There is a figure, but no target to compare it with, so it has no colour.',
    },
    'not-reported': {
      word: 'Not published',
      means: 'There is no figure for the period. The page of the measure says why.',
    },
  };

/** `On target, Green`. */
export const ratingName = (colour: Colour): string =>
  [ratingWords[colour].word, ratingWords[colour].colour].filter((text) => text !== undefined).join(', ');

export const colourWords = { green: 'Green', amber: 'Amber', red: 'Red' } as const;

export const milestoneWords: Record<MilestoneStatus, string> = {
  complete: 'Complete',
  'on-track': 'On track',
  delayed: 'Delayed',
  'not-known': 'Not known',
};

export type MilestoneState = 'complete' | Colour;

/** What a milestone's mark says where many are counted together. */
export const milestoneStateWords: Record<MilestoneState, { readonly word: string; readonly colour?: string }> = {
  complete: { word: 'Complete', colour: 'Green' },
  green: { word: 'On track', colour: 'Green' },
  amber: { word: 'Delayed or due soon', colour: 'Amber' },
  red: { word: 'Overdue, or delayed and due', colour: 'Red' },
  'no-target': { word: 'No deadline' },
  'not-reported': { word: 'Not known' },
};

export const milestoneMeans = (window: string, quarterEnd: string): Record<MilestoneState, string> => ({
  complete: 'The work is finished.',
  green: 'The work is not delayed, and its deadline is further off.',
  amber: `The work is delayed, or its deadline is within ${window} of ${quarterEnd}.`,
  red: `The deadline has passed and the work is not finished; or it is delayed and within ${window} of ${quarterEnd}.`,
  'no-target': 'Nobody has set a deadline, so nothing says whether the work is late.',
  'not-reported': 'How far the work has come is not known.',
});

/** For pages that are about no scorecard in particular. */
export const generalMilestoneMeans = milestoneMeans('a stated number of weeks', 'the last quarter’s end');

export const windowWords = (days: number): string =>
  days % 7 === 0 && days > 0 ? plural(days / 7, 'week') : plural(days, 'day');

export const statusWords: Record<Status, string> = {
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  revised: 'Revised',
  'not-published': 'Not published',
};

export const flagWords: Record<Flag, string> = {
  overdue: 'Overdue: the period is over and no figure has come',
  stale: 'Not updated for this period',
  suspended: 'Suspended',
  suppressed: 'Withheld, because it is about too few people',
  incomplete: 'Incomplete: not all of its days are in',
  estimated: 'An estimate',
};

export const polarityWords: Record<EditionMeasure['polarity'], string> = {
  higher: 'Higher is better.',
  lower: 'Lower is better.',
  band: 'It should stay within a band.',
  none: 'Neither higher nor lower is better.',
};

export const targetWords: Record<EditionMeasure['polarity'], string> = {
  higher: 'or more',
  lower: 'or less',
  band: '',
  none: '',
};

export const verdictWords: Record<Direction, string> = {
  improving: 'better',
  deteriorating: 'worse',
  'no-change': 'no noticeable change',
  'not-applicable': '',
};

export const arrowWords = { up: 'Up', down: 'Down', level: '' } as const;

export const frequencyWords: Record<EditionMeasure['frequency'], { readonly each: string; readonly name: string }> = {
  month: { each: 'Every month', name: 'month' },
  quarter: { each: 'Every quarter', name: 'quarter' },
  'half-year': { each: 'Every six months', name: 'half-year' },
  year: { each: 'Every year', name: 'year' },
};

export const unitWords: Record<EditionMeasure['unit'], string> = {
  percent: 'percent',
  count: 'number',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  pence: 'pence',
  pounds: 'pounds',
  score: 'score',
  fte: 'full-time equivalents',
};

export const basisWords = (basis: string): string =>
  ({
    '12-months-prior': '12 months before',
    'previous-period': 'the period before',
    'same-period-last-year': 'the same period a year before',
    baseline: 'the baseline',
  })[basis] ?? basis;

export const commentaryWords: Record<Commentary['kind'], string> = {
  comment: 'Comment',
  performance: 'Performance',
  'current-activity': 'What we are doing now',
  'future-activity': 'What we will do next',
};

export const words = {
  performance: 'Performance',
  ourPerformance: 'Our performance',
  overview: 'Overview',
  councilWebsite: 'Council website',
  allMeasures: 'All measures',
  milestones: 'Milestones',
  measures: 'Measures',
  organisations: 'Councils',
  generalName: 'Council performance',
  skip: 'Skip to main content',
  breadcrumb: 'Breadcrumb',
  mainNavigation: 'Performance pages',
  councilPages: 'Pages of the council',
  howWeRate: 'How we rate performance',
  accessibility: 'Accessibility statement',
  feed: 'Feed of editions',
  notPublished: 'Not published',
  noTarget: 'None set',
  none: 'None',
  key: 'What the marks mean',
  keyMore: 'How we rate performance, in full',
  target: 'Target',
  judgedAgainst: 'Judged against',
  latest: 'Latest',
  status: 'Status',
  measure: 'Measure',
  milestone: 'Milestone',
  change: 'Change',
  trend: 'Trend',
  priority: 'Priority',
  noChange: 'No change',
  valueNotPublished: 'value not published',
  notCompared: 'Not compared',
  mostImproved: 'Most improved',
  mostWorsened: 'Most worsened',
  changedMost: 'What has changed most',
  noneImproved: 'No measure improved on the period that it is compared with.',
  noneWorsened: 'No measure worsened against the period that it is compared with.',
  priorities: 'Progress on our priorities',
  noMeasures: 'There are no measures here.',
  noMilestones: 'There are no milestones here.',
  noPriorities: 'This scorecard has no priorities yet.',
  emptyGroup: 'This priority has no measures and no milestones yet.',
  useThisData: 'Use this data',
  documents: 'Documents',
  otherPeriods: 'See other periods',
  unfinished: 'not finished',
  revisions: 'What was revised since the edition before',
  revisedFigures: 'What was revised',
  revisedBefore: 'What editions before this one revised',
  noRevisions: 'Nothing that was published before has been revised in this edition.',
  revisedFrom: 'Was',
  revisedTo: 'Is now',
  revisedOn: 'Revised on',
  why: 'Why',
  period: 'Period',
  value: 'Value',
  notes: 'Notes',
  rating: 'Rating',
  behind: 'What is behind this',
  noCommentary: 'No comment has been published for this measure.',
  aboutMeasure: 'About this measure',
  whatItCounts: 'What it counts',
  howWorkedOut: 'How it is worked out',
  howRated: 'How we rate it',
  goodIs: 'What good looks like',
  updated: 'Updated',
  team: 'Responsible',
  source: 'Source',
  code: 'Code',
  coverage: 'Days covered',
  otherMeasures: 'Other measures of this priority',
  comparedWithOthers: 'Compared with others',
  noneBefore: 'No figure of an earlier period has been published here.',
  allEstimates: 'Every figure is an estimate.',
  notRated: 'It is not rated, because there is no published figure.',
  noDefinition: 'No definition has been published.',
  noChart: 'There is no chart, because no value has been published.',
  downloadCsv: 'Download data (CSV)',
  downloadSvg: 'Download chart (SVG)',
  downloadParts: 'Download these numbers (CSV)',
  checkIt: 'Use it or check it',
  definitionFile: 'Its definition (JSON)',
  definitionFor: 'is a file that another council can take over as it stands.',
  whoHasEvents: 'Whoever has the events can work the figure out again, day by day, with',
  parts: 'Parts',
  croppedAxis: 'The vertical axis does not start at zero.',
  gapNote: 'Gaps are periods without a published value.',
  dashedNote: 'Dashed circles are periods without a published value.',
  bars: 'Bar chart',
  line: 'Line chart',
  planned: 'Planned',
  delay: 'Delay',
  originalDeadline: 'Original deadline',
  expectedFinish: 'Expected finish',
  complete: 'Complete',
  startUnknown: 'Start not known',
  asOfLine: 'Date of these figures',
  deadline: 'Deadline',
  noDeadline: 'None set',
  timeline: 'Timeline',
  ganttTitle: 'When each milestone was due, and when it is now expected',
  startNote: 'Where the plan fades in, its start date is not known.',
  finishUnknown: 'Finished; day not published',
  finishNote:
    'Where the day of completion is not published, the tick stands at the deadline or, if that is still to come, at the date of these figures.',
  pageNotFound: 'Page not found',
  notFoundText: 'If you typed the address, check that it is correct. If you followed a link, the page may have moved.',
  notFoundLink: 'Go to the start page',
  withdrawn: 'No longer published',
  withdrawnText: 'This page is no longer part of the scorecard. Its earlier editions are kept.',
  noReasonGiven: 'No reason was given.',
  withdrawnLink: 'Go to the scorecard as it is now',
  nothingPublished: 'Nothing has been published yet.',
  draft: 'DRAFT',
  staleComment: 'Written before the figure was revised',
  asBar: 'As a bar',
  outOf: 'Out of',
  number: 'Number',
  share: 'Share',
  name: 'Name',
  noneYet: 'None',
  whyThisRating: 'Why this rating',
  howWeAreDoing: 'How we are doing',
  notInEdition: 'not in this edition',
  notPublishedInText: 'not published',
  noTargetInText: 'no target',
  notComparedInText: 'not compared',
  notRatedInText: 'not rated',
  noDeadlineInText: 'no deadline',
  notCompletedInText: 'not complete',
  noDelayInText: 'no delay',
  noEditionBefore: 'not known, because no earlier period has been published',
  contents: 'Contents',
  appendix: 'Appendix: performance',
  paper: 'Committee paper',
  papers: 'Committee papers',
  meeting: 'Meeting',
  meetingDate: 'Date',
  agendaItem: 'Item',
  reportOf: 'Report of',
  author: 'Author',
  handling: 'Handling',
  version: 'Version',
  figuresFrom: 'Figures',
  data: 'Open data',
  allData: 'All data of all periods',
  dataLede: 'Every figure on these pages can be downloaded, by period, as tables and as one document.',
  everything: 'Everything',
  csv: 'CSV',
  columns: 'columns',
  json: 'JSON',
  svg: 'chart (SVG)',
  forPrograms: 'For programs',
  dataPackage: 'All tables, listed as a data package (JSON)',
  editionSchema: 'JSON Schema of an edition',
  seriesOnPages: 'The series and the chart of a measure are on its own page.',
  aboutFiles:
    'Tables are UTF-8 with commas and a heading row. Numbers are not rounded; pages round them once. A text that a spreadsheet would run as a formula begins with an apostrophe. Files here are of the newest edition of a period; beside each edition are its own, which never change.',
  changes: 'What has changed',
  seeChanges: 'See all that is new: figures, ratings, milestones and comments',
  sinceEdition: 'Since the edition before',
  sincePeriod: 'Since the period before',
  whatIsNew: 'What is new',
  newFigures: 'Figures and ratings',
  newComments: 'Comments',
  sameFigure: 'Another rating of the same figure',
  noNewFigures: 'No figure is new, and no rating has changed.',
  noNewMilestones: 'No milestone is new, and none was completed or moved.',
  noNewComments: 'No comment is new.',
  noPeriodBefore: 'No earlier period has been published.',
  editionBeforeUnknown: 'The edition before is not at hand, so what is new in this one cannot be told.',
  channel: 'Channel',
  answer: 'Answer',
  all: 'All',
  withheldShare: 'Withheld',
  withheld: 'Withheld, because it is of too few people',
  byChannel: 'Contacts by channel',
  whatPeopleAnswered: 'What people answered',
  baseUnknown: 'How many they are shares of was not published.',
  othersNote: 'The smallest parts are drawn together. The table has each of them.',
  rank: 'Rank',
  otherMonths: 'See other months',
  otherYears: 'Other years and months',
  previousMonth: 'Previous',
  nextMonth: 'Next',
  monthBefore: 'on the month before',
  yearBefore: 'on a year before',
  onMonthBefore: 'On the month before',
  onYearBefore: 'On a year before',
  unfinishedMonth: 'The month is not finished',
  ownPages: 'More for this month',
  yearTotal: 'Total',
  growth: 'Growth on the year before',
  totalsNote:
    'Totals are only of what can be added up: counts of each month alone. Growth is on the same months of the year before. Where fewer than twelve months are known, it says how many.',
  runningNote: 'A star marks a month that is not finished. It is not in the total.',
  morePages: 'More pages of this scorecard',
  plan: 'Action plan',
  targetsByYear: 'Targets by year',
  channels: 'Channels and surveys',
  budget: 'Budget',
  budgetMeans:
    'Variance is the forecast less the net budget: with a plus more is spent than was budgeted, with a minus less. Movement is how the variance has changed since the period before: with a minus it is better.',
  budgetLine: 'Budget line',
  grossBudget: 'Gross budget',
  netBudget: 'Net budget',
  forecast: 'Forecast',
  forecastBefore: 'As it was expected',
  variance: 'Variance',
  movement: 'Movement',
  amountsNotUsed: 'Amounts that were recorded and are not used',
  earlierInYear: 'Budget and forecast earlier in the year',
  baseline: 'Baseline',
  owner: 'Owner',
  start: 'Start',
  outcome: 'What is to come of it',
  comment: 'Comment',
  onTimeline: 'See these on a timeline',
  alignment: 'What makes the strategy possible',
  enabler: 'Enabler',
  deliverable: 'What it is to bring',
  noAmounts: 'No amounts have been published for this period.',
  aboutFigure: 'About this figure',
  distribution: 'How long it took',
  median: 'Median',
  ninetieth: '90th percentile',
  longest: 'Longest',
  covers: 'What it covers',
  inHistory: 'In its history',
  direction: 'Direction of travel',
  usualRange: 'Usual range',
  withinRange: 'The newest figures are within what chance alone would give.',
  precision: 'Precision',
  suspendedFact: 'Suspended',
  nextDue: 'Next figure',
  expectedBy: 'Expected',
  versions: 'How the measure has changed',
  from: 'From',
  whatChanged: 'What changed',
  earlierFigures: 'Earlier figures',
  restated: 'Worked out anew',
  notRestated: 'Left as they were; not compared across the change',
  rankedList: 'The list',
  rankHeading: 'Rank',
  ranksOnly: 'Only the order was published, without counts.',
  processNote: 'Fine lines: the mean, and the limits within which the figure varies by chance alone.',
  organisationsLede:
    'How well councils serve the people who contact them: figures, targets and milestones, each with its rating and the reason for it.',
} as const;

/** In a table of twelve months there is room for a letter beside a figure, or a word in its place; below, what they mean. */
export const monthMarks = {
  revised: { mark: 'r', means: 'r: revised since it was first published' },
  provisional: { mark: 'p', means: 'p: provisional' },
  estimated: { mark: 'e', means: 'e: an estimate' },
  partial: { mark: '†', means: '†: data did not come on every expected day' },
  withheld: { mark: 'Withheld', means: 'Withheld: about too few people to be published' },
  suspended: { mark: 'Suspended', means: 'Suspended: the measure rested' },
} as const;

/** What a number is in, by the end of its name: `waitSeconds`. */
export const numberWords = (number: string): string =>
  ['Seconds', 'Minutes', 'Hours', 'Days', 'Pence'].find((unit) => number.endsWith(unit))?.toLowerCase() ?? '';

export const accumulationWords: Record<NonNullable<EditionMeasure['accumulation']>, string> = {
  'in-period': 'The period alone.',
  'year-to-date': 'The year so far, up to the end of the period. Compared only with the same point of another year.',
  'point-in-time': 'The last day of the period.',
  rolling: 'The months up to the end of the period.',
};

/** The rules of the NHS guide on making data count, as they are said of the newest figure. */
export const processWords: Record<NonNullable<NonNullable<EditionMeasure['process']>['rule']>, string> = {
  'outside-limits': 'The newest figure lies outside it: more than chance is at work.',
  shift: 'The last seven figures lie on one side of the mean: more than chance is at work.',
  trend: 'The last six figures go one way: more than chance is at work.',
  'two-of-three': 'Two of the last three figures lie near one limit: more than chance is at work.',
};

export const figureNewsWords = {
  first: 'First figure',
  'new-period': 'Figure of another period',
  moved: 'Another figure',
  gone: 'No longer published',
} as const;

export const milestoneNewsWords = {
  new: 'new',
  completed: 'completed',
  reopened: 'no longer complete',
  're-baselined': 're-baselined',
  moved: 'deadline moved',
  delayed: 'now delayed',
  'on-track-again': 'on track again',
} as const;

/** For the script in the browser, which puts numbers and names where the braces are. */
export const scriptWords = {
  sorted: 'Sorted by {column}, {order}',
  ascending: 'ascending',
  descending: 'descending',
  allStatuses: 'All statuses',
  status: 'Status',
  search: 'Search measures',
  searchHint: 'By title, and by the words of what they count',
  showing: 'Showing {shown} of {all} measures',
  foundNone: 'No measure has all of these words.',
  found: '{shown} of {all} measures found',
  foundMore: '{shown} of {all} measures found; the first {listed} are listed',
  notSearched: 'The list to search in could not be fetched. Choose “See all measures” below.',
  copyLink: 'Copy link to this chart',
  copied: 'Link copied',
} as const;

/** Sentences with something in them. */
export const say = {
  spread: (count: string, median: string, ninetieth: string, longest: string) =>
    `Of ${count}, half took no longer than ${median} and nine in ten no longer than ${ninetieth}. The longest took ${longest}.`,
  upTo: (limit: string) => `Up to ${limit}`,
  over: (limit: string) => `Over ${limit}`,
  overUpTo: (over: string, limit: string) => `Over ${over}, up to ${limit}`,
  lengthIn: (unit: string) => (unit === '' ? 'Value' : `Length in ${unit}`),
  spreadBy: (by: string) => `How long it took, by ${by}`,
  standardError: (percent: string) => `An estimate. Its standard error is ${percent}%.`,
  nextDue: (period: string) => `Due for ${period}.`,
  expectedBy: (day: string) => `By ${day}.`,
  usualRange: (lower: string, upper: string, mean: string, from: string) =>
    `${lower} to ${upper}, round a mean of ${mean}, by the figures since ${from}.`,
  baselineOf: (value: string, label: string) => `${value} in ${label}.`,
  suspended: (from: string, to: string | undefined, reason: string) =>
    `From ${from}${to === undefined ? '' : ` to ${to}`}. ${reason}`,
  rankingMissed: (count: number) =>
    `Kept within bounds: a count here may be too low by ${count} at most, and a name that is missing counts no more than that.`,
  /** A difference with the sign that it has. */
  signed: (size: string, amount: number) => (amount < 0 ? `−${size}` : amount > 0 ? `+${size}` : size),
  figuresOf: (period: string, edition: number, day: string) => `${period}, edition ${edition}, as at ${day}`,
  paperAbout: (title: string, meeting: string, day: string) => `${title}: paper for ${meeting}, ${day}.`,
  numberedAppendix: (title: string) => `Appendix: ${title}`,
  pageTitle: (parts: readonly string[]) => parts.join(' – '),
  asAt: (day: string) => `Figures as at ${day}`,
  periodAt: (period: string, day: string) => `${period}, as at ${day}`,
  published: (day: string) => `Published ${day}`,
  edition: (edition: number, period: string) => `Edition ${edition} of ${period}`,
  madeBy: (software: string) => `Made with Quarterlight ${software}`,
  contact: (contact: string) => `Contact: ${contact}`,
  measuresHeading: (count: number) => plural(count, 'measure'),
  theMilestoneUndated: 'The one milestone has no deadline.',
  theMilestone: (state: string) => `The one milestone is ${state}.`,
  milestonesHeading: (count: number) => plural(count, 'milestone'),
  theRated: (isOnTarget: boolean) => `The one rated measure is ${isOnTarget ? '' : 'not '}on target.`,
  onTarget: (green: number, rated: number) => `${green} of ${plural(rated, 'rated measure')} on target`,
  doneOf: (done: number, count: number) => `${done} of ${plural(count, 'milestone')} complete`,
  ownPeriod: (period: string) => `Figure for ${period}`,
  comparedWith: (basis: string) => `Compared with ${basis}`,
  changeOn: (basis: string) => `Change on ${basis}`,
  from: (value: string, period: string) => `from ${value} in ${period}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  than: (basis: string) => `than ${basis}`,
  relative: (size: string, verdict: string) =>
    `${size}${verdict === verdictWords['no-change'] ? ',' : ''} ${verdict}, relative to that figure`,
  short: (by: string, colour: string) => `${by} short of ${colour}`,
  clear: (by: string, colour: string) => `${by} clear of ${colour}`,
  annualTarget: (target: string, period: string) => `${target} for the whole of ${period}`,
  overridden: (formula: string, reason: string) => `An officer recorded it. The formula gives ${formula}. ${reason}`,
  rule: (version: string, owner: string | undefined) =>
    owner === undefined ? `Version ${version} of the rule.` : `Version ${version} of the rule, set by ${owner}.`,
  figureName: (number: number, text: string) => `Figure ${number}: ${text}`,
  seriesSubtitle: (unit: string, frequency: string, from: string, to: string) =>
    `${sentence(unit)}, by ${frequency}, ${from === to ? from : `${from} to ${to}`}`,
  showAsTable: (number: number) => `Show figure ${number} as a table`,
  tableLabel: (number: number) => `Figure ${number} as a table`,
  source: (source: string) => `Source: ${source.replace(/\.$/, '')}.`,
  targetLabel: (value: string) => ['Target ', value] as const,
  incompleteNote: (period: string, day: string) =>
    `Hatched: ${period} is not finished; the figure is of what had happened by ${day}.`,
  incompleteBanner: (period: string, day: string) =>
    `${period} is not finished. These figures are of what had happened by ${day}, and they will change.`,
  permanentBanner: (edition: number, period: string) =>
    `This is edition ${edition} of ${period}, kept as it was published.`,
  withdrawnBanner: (edition: number, period: string) =>
    `Withdrawn: edition ${edition} of ${period} is no longer among the published figures. It is kept as it was published.`,
  newestEdition: 'See the newest edition',
  breakNote: (period: string, why: string) => `The line is broken before ${period}: ${why}`,
  figuresInTable: (count: number) => `${count} figures, which the table names`,
  withheldNote: (which: string) =>
    `A square stands for a figure that is withheld, because it is about too few people; it is no zero: ${which}.`,
  staleInText: (period: string) => `not updated for this period: of ${period}`,
  estimatesNote: (which: string) => `Estimates: ${which}.`,
  provisionalNote: (which: string) => `Provisional: ${which}.`,
  revisedNote: (which: string) => `Revised since it was first published: ${which}.`,
  newestFigure: (value: string, period: string) => `The newest published figure is ${value}, for ${period}.`,
  missingSince: (period: string) => `Nothing has been published for ${period}, nor since.`,
  by: (role: string, day: string) => `${role}, ${day}`,
  formerComment: (period: string) => `Written about ${period}`,
  fraction: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
  covered: (days: number, expected: number) => `${days} of ${plural(expected, 'expected day')}`,
  ofSource: (title: string, text: string) => `${title}: ${text}`,
  missing: (days: string, more: number) => (more > 0 ? `Missing: ${days} and ${more} more.` : `Missing: ${days}.`),
  weeksLate: (weeks: number) => (weeks === 0 ? 'Less than a week late' : `${plural(weeks, 'week')} late`),
  rebaselined: (times: number) => `Re-baselined ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}`,
  originally: (day: string) => `Originally ${day}`,
  wave: (wave: string | undefined, services: number | undefined) =>
    [
      ...(wave === undefined ? [] : [`Wave ${wave}`]),
      ...(services === undefined ? [] : [plural(services, 'service')]),
    ].join(', '),
  completedOn: (day: string) => `Completed ${day}`,
  milestonesAt: (day: string) => `Milestones at ${day}`,
  milestoneRule: (window: string, quarterEnd: string) =>
    `A milestone is green when it is complete. Otherwise it is red when its deadline has passed, or when it is delayed and its deadline is within ${window} of the last quarter's end; amber when it is delayed, or when its deadline is within ${window} of the last quarter's end; and green in all other cases. The last quarter ended on ${quarterEnd}. The original deadline never changes.`,
  downloadMeasures: 'All measures (CSV)',
  cameOut: (forecast: string, actual: string) => `Forecast ${forecast}, came out ${actual}`,
  cameOutRated: (forecast: string, actual: string) => ` (forecast rating ${forecast}; actual ${actual})`,
  forecastsHeld: (held: number, all: number) =>
    `${held} of ${plural(all, 'forecast')} made before the period was over came out at the forecast rating.`,
  annotation: (number: number, day: string, text: string) => `Mark ${number}: ${day}, ${text.replace(/\.$/, '')}.`,
  explain: (id: string, period: string) => `quarterlight explain ${id} --period ${period}`,
  mustGive: (result: string) => `, which must come to what is published here: ${result}.`,
  downloadMilestones: 'Milestones (CSV)',
  downloadParts: 'Parts of figures: by service, channel and answer, lists, waits and budgets (CSV)',
  alsoHolds: (about: string) => `, ${about}: the file has all such tables of this edition`,
  downloadEdition: 'Everything, as one document (JSON)',
  seeAll: (count: number) => `See all ${plural(count, 'measure')}`,
  seeMilestones: (count: number) => `See all ${plural(count, 'milestone')} on a timeline`,
  seeScorecard: (title: string) => `Read the whole of ${title}`,
  overviewOf: (name: string, period: string) =>
    `How ${name} is doing: measures and milestones with their ratings, ${period}.`,
  ofTarget: (period: string) => `${period} (target)`,
  revised: (period: string, from: string, to: string, day: string, reason: string) =>
    `${period}: ${from} is now ${to}, revised on ${day}. ${reason}`,
  revisedWithheld: (period: string, day: string, reason: string) =>
    `${period}: revised on ${day}; the values are withheld. ${reason}`,
  revisedBefore: (count: number) =>
    `${plural(count, 'revision')} of editions before this one still ${count === 1 ? 'stands' : 'stand'}.`,
  moreRevisions: (count: number) => `${plural(count, 'more revision')}, on the pages of the measures`,
  varianceIn: (period: string) => `Variance, ${period}`,
  netIn: (period: string) => `Net budget, ${period}`,
  forecastIn: (period: string) => `Forecast, ${period}`,
  periodInUnit: (period: string, unit: string) => `${period}, ${unit}`,
  targetIn: (period: string) => `Target, ${period}`,
  targetsIn: (period: string) => `Targets for ${period}`,
  targetsAbout: (title: string, count: number) =>
    `What ${plural(count, 'measure')} of ${title} began from, and the targets set for the years to come.`,
  targetsLede: (count: number) =>
    count === 1
      ? 'One measure has a baseline, or targets that were set period by period.'
      : `${count} measures have a baseline, or targets that were set period by period.`,
  otherTargets: (count: number) =>
    `${plural(count, 'other measure')} ${count === 1 ? 'has' : 'have'} one target throughout, or none.`,
  feedEdition: (title: string, period: string, edition: number) => `${title}, ${period}, edition ${edition}`,
  feedRevision: (scorecard: string, measure: string, period: string) => `${scorecard}: ${measure}, ${period}, revised`,
  feedWithdrawal: (scorecard: string, period: string, edition: number) =>
    `${scorecard}, ${period}, edition ${edition}, withdrawn`,
  withdrawnOn: (day: string, role: string, reason: string) =>
    `Withdrawn on ${day}: it is no longer among the published figures, and is kept at its own address. It had been signed off by: ${role}. ${reason}`,
  dataOf: (name: string) => `Performance data of ${name}`,
  dataAbout: (name: string) => `Measures, targets, ratings and milestones of ${name}, period by period, to download.`,
  datasetAbout: (title: string, name: string) =>
    `Measures with values, targets and ratings, and milestones with deadlines, of ${title}, published period by period by ${name}.`,
  tableTitle: (scorecard: string, table: string, period: string) => `${scorecard}: ${table}, ${period}`,
  seriesTitle: (measure: string, period: string) => `${measure}, up to ${period}`,
  filesOf: (title: string) => `Files of ${title}`,
  seriesOf: (title: string) => `Each measure of ${title} over time`,
  editionAt: (edition: number, day: string) => `Edition ${edition}, as at ${day}`,
  earlierInPackage: (count: number) =>
    `The files of ${plural(count, 'earlier period')} are listed in the data package.`,
  licensed: (name: string) => `Contains information of ${name}, licensed under the`,
  noLicence: (name: string) =>
    `${name} has not stated here under what licence the data may be used: ask before you publish it again.`,
  since: (edition: number, period: string, day: string) => `Since edition ${edition} of ${period}, as at ${day}.`,
  firstEdition: (period: string) => `This is the first edition of ${period}.`,
  wasRated: (rating: string) => `was ${rating}`,
  goneSince: (titles: readonly string[]) => `No longer part of the scorecard: ${listed(titles)}.`,
  moreFigures: (count: number) => `${plural(count, 'more figure')} changed: see all measures`,
  moreMilestones: (count: number) => `${plural(count, 'more milestone')} changed: see all milestones`,
  moreComments: (count: number) => `${plural(count, 'more comment')}: on the pages of the measures`,
  seePeriod: (period: string) => `See ${period}`,
  changesAbout: (title: string, period: string) =>
    `What is new and what was revised in ${title}, ${period}: figures, ratings, milestones and comments.`,
  names: (names: readonly string[]) => sentence(listed(names)),
  others: (count: number) => `${count} others`,
  contactBase: (count: string) => `Shares of ${count} in all.`,
  answerBase: (count: string) => `Base: ${count} answers.`,
  sharesAbout: (titles: readonly string[]) => `Parts of a whole, each with its share: ${listed(titles)}.`,
  wholeYear: (year: string) => `The whole of ${year}`,
  yearHeading: (title: string, year: string) => `${title}, ${year} by month`,
  dashboardAbout: (title: string, when: string) => `${title}: figures of ${when}, with targets and changes.`,
  seeDashboard: (title: string) => `${title}, month by month`,
  publishedOf: (published: number, of: string) => `${published} of ${of} published`,
  inUnit: (unit: string) => `In ${unit}`,
  nothingInMonth: (titles: readonly string[], month: string) =>
    `Nothing was published for ${month} of: ${listed(titles)}.`,
  leftOutOfYear: (count: number) =>
    `${plural(count, 'measure')} of this dashboard ${count === 1 ? 'has' : 'have'} no monthly figure in this year.`,
  rank: (rank: number) => `Rank ${rank}`,
  cutBy: (dimension: string) => `By ${dimension.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`,
} as const;

/** What an officer reads in a draft. */
export const toDo = {
  heading: 'Still to do before this is published',
  nothing: 'Nothing: every red has a comment, an owner and an action, and every figure is entered.',
  nothingYet:
    'Nothing so far: every red has a comment, an owner and an action. What is not yet entered is listed once the period is over.',
  unexplained: 'Red, and not explained',
  outdated: 'Comments that were written before the figure was revised',
  toEnter: 'Not yet entered',
  lacks: {
    comment: 'a comment',
    'newer-comment': 'a comment on the figure as it is now',
    owner: 'an owner',
    action: 'an action',
  },
  lacking: (subject: string, lacks: readonly string[]) => `${subject}: needs ${listed(lacks)}`,
  changesOf: (edition: number, day: string) => `What this changes of edition ${edition}, as at ${day}`,
  nothingChanges: 'No figure, rating, milestone or comment.',
  allChanges: 'All that changes, side by side',
  nothingPublished: 'Nothing is published of this period yet.',
  changed: (title: string, changes: readonly string[]) => `${title}: ${changes.join('; ')}`,
  movedUnseen: (figure: string) => `${figure} moves by less than is printed`,
  becomes: (from: string, to: string) => `${from} becomes ${to}`,
  new: (title: string, said: readonly string[]) => `${title}: new; ${said.join('; ')}`,
  newComments: (count: number) => plural(count, 'new comment'),
  nobody: 'No owner named',
  late: 'late',
  expected: (day: string) => `expected by ${day}`,
  waiting: 'Nobody has released these figures: they are not published, and may change.',
} as const;
