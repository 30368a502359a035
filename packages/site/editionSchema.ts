import type {
  BudgetRow,
  Commentary,
  Edition,
  EditionBudget,
  EditionDocument,
  EditionMeasure,
  EditionMilestone,
  EditionPeriod,
  MeasureRating,
  Point,
  Revision,
} from '#scorecard/edition.ts';

/**
 * The JSON Schema of edition.json, published at `/schema/edition-1.json`. The order of its properties is the order of the
 * file's keys. The compiler checks that every property is here, and marked optional exactly when it is.
 */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Optional {
  readonly optional: Schema;
}

type Properties<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? Optional : Schema };

const optional = (schema: Schema): Optional => ({ optional: schema });
const isOptional = (property: Schema | Optional): property is Optional => 'optional' in property;

const object = <T>(properties: Properties<T>): Schema => {
  const entries = Object.entries<Schema | Optional>(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, each]) => [key, isOptional(each) ? each.optional : each])),
    required: entries.filter(([, each]) => !isOptional(each)).map(([key]) => key),
  };
};

const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const wholeNumber: Schema = { type: 'integer' };
const yesNo: Schema = { type: 'boolean' };
const day: Schema = { type: 'string', format: 'date' };
const instant: Schema = { type: 'string', format: 'date-time' };

const colours = ['green', 'amber', 'red'];
const colour = oneOf(...colours, 'no-target', 'not-reported');
const status = oneOf('provisional', 'confirmed', 'revised', 'not-published');
const flag = oneOf('overdue', 'stale', 'suspended', 'suppressed', 'incomplete', 'estimated');
const frequency = oneOf('month', 'quarter', 'half-year', 'year');

const period = object<EditionPeriod>({ id: text, start: day, end: day, label: text, complete: yesNo });

const targetRange = object<NonNullable<Point['targetRange']>>({ from: number, to: number });

const point = object<Point>({
  period: text,
  label: text,
  value: optional(number),
  target: optional(number),
  targetRange: optional(targetRange),
  colour,
  status,
  complete: yesNo,
  break: optional(text),
  flags: optional(list(flag)),
  reason: optional(text),
});

const commentary = object<Commentary>({
  kind: oneOf('comment', 'performance', 'current-activity', 'future-activity'),
  text,
  recordedBy: text,
  on: day,
  period: text,
  stale: optional(yesNo),
});

const rating = object<MeasureRating>({
  colour,
  reason: text,
  rule: optional(object<NonNullable<MeasureRating['rule']>>({ text, version: text, owner: optional(text) })),
  toNextBand: optional(object<NonNullable<MeasureRating['toNextBand']>>({ colour: oneOf(...colours), by: number })),
  against: optional(
    object<NonNullable<MeasureRating['against']>>({ basis: text, period: text, label: text, value: number }),
  ),
});

type Improvement = NonNullable<EditionMeasure['improvement']>;
const improvement = object<Improvement>({
  value: number,
  basis: text,
  from: object<Improvement['from']>({ period: text, label: text, value: optional(number) }),
  change: optional(number),
  recorded: optional(yesNo),
});

type Cut = EditionMeasure['cuts'][number];
const cut = object<Cut>({
  by: text,
  rows: list(
    object<Cut['rows'][number]>({
      name: text,
      label: optional(text),
      value: optional(number),
      denominator: optional(number),
      count: optional(number),
      share: optional(number),
      inFigure: optional(yesNo),
      rank: optional(wholeNumber),
      qualifier: optional(text),
      suppressed: optional(yesNo),
    }),
  ),
});

const document = object<EditionDocument>({
  title: text,
  address: { type: 'string', pattern: '^https?://' },
  date: day,
  format: optional(text),
});

const measure = object<EditionMeasure>({
  id: text,
  code: optional(text),
  title: text,
  unit: oneOf('percent', 'count', 'seconds', 'minutes', 'hours', 'days', 'pence', 'pounds', 'score', 'fte'),
  decimals: wholeNumber,
  polarity: oneOf('higher', 'lower', 'band', 'none'),
  frequency,
  definition: optional(text),
  formula: text,
  source: optional(text),
  owner: optional(text),
  documents: optional(list(document)),
  portable: optional(
    object<NonNullable<EditionMeasure['portable']>>({
      measure: { type: 'object' },
      uses: optional(list(text)),
      dimensions: optional({ type: 'object', additionalProperties: list(text) }),
      repliesUnseen: optional(list(text)),
    }),
  ),
  group: text,
  value: optional(number),
  numerator: optional(number),
  denominator: optional(number),
  qualifier: optional(text),
  errorPercent: optional(number),
  ranking: optional(
    list(
      object<NonNullable<EditionMeasure['ranking']>[number]>({
        rank: wholeNumber,
        name: text,
        label: optional(text),
        value: optional(number),
      }),
    ),
  ),
  rankingAtMostMissed: optional(wholeNumber),
  historyRank: optional(
    object<NonNullable<EditionMeasure['historyRank']>>({
      rank: wholeNumber,
      of: wholeNumber,
      direction: oneOf('highest', 'lowest'),
      among: oneOf('all periods', 'same month', 'same quarter', 'same half-year'),
      tied: yesNo,
      words: text,
    }),
  ),
  overridden: optional(object<NonNullable<EditionMeasure['overridden']>>({ value: number, reason: text })),
  period: text,
  periodLabel: text,
  accumulation: optional(oneOf('in-period', 'year-to-date', 'point-in-time', 'rolling')),
  asOf: day,
  status,
  notPublishedReason: optional(text),
  target: optional(number),
  targetRange: optional(targetRange),
  annualTarget: optional(object<NonNullable<EditionMeasure['annualTarget']>>({ value: number, period: text })),
  targetPlan: optional(
    list(
      object<NonNullable<EditionMeasure['targetPlan']>[number]>({
        period: text,
        label: text,
        value: optional(number),
        range: optional(targetRange),
      }),
    ),
  ),
  baseline: optional(
    object<NonNullable<EditionMeasure['baseline']>>({ period: text, label: text, value: optional(number) }),
  ),
  variance: optional(number),
  rating,
  flags: list(flag),
  suspension: optional(
    object<NonNullable<EditionMeasure['suspension']>>({ from: text, to: optional(text), reason: text }),
  ),
  expectedBy: optional(day),
  nextDue: optional(object<NonNullable<EditionMeasure['nextDue']>>({ period: text, label: text })),
  forecast: optional(
    object<NonNullable<EditionMeasure['forecast']>>({ value: number, period: text, label: text, rating }),
  ),
  forecastOutcome: optional(
    object<NonNullable<EditionMeasure['forecastOutcome']>>({ value: number, colour, asRated: yesNo }),
  ),
  direction: oneOf('improving', 'deteriorating', 'no-change', 'not-applicable'),
  directionReason: optional(text),
  process: optional(
    object<NonNullable<EditionMeasure['process']>>({
      mean: number,
      lower: number,
      upper: number,
      from: text,
      rule: optional(oneOf('outside-limits', 'shift', 'trend', 'two-of-three')),
    }),
  ),
  improvement: optional(improvement),
  notComparedReason: optional(text),
  series: list(point),
  annotations: optional(
    list(object<NonNullable<EditionMeasure['annotations']>[number]>({ on: day, text, period: text })),
  ),
  comparators: list(
    object<EditionMeasure['comparators'][number]>({
      name: text,
      value: number,
      period: text,
      differencePercent: optional(number),
      better: optional(yesNo),
    }),
  ),
  versions: optional(
    list(
      object<NonNullable<EditionMeasure['versions']>[number]>({
        from: text,
        label: text,
        note: text,
        restate: optional(yesNo),
      }),
    ),
  ),
  cuts: list(cut),
  distribution: optional(
    object<NonNullable<EditionMeasure['distribution']>>({
      number: text,
      by: optional(text),
      rows: list(
        object<NonNullable<EditionMeasure['distribution']>['rows'][number]>({
          name: optional(text),
          label: optional(text),
          count: wholeNumber,
          median: optional(number),
          ninetieth: optional(number),
          longest: optional(number),
          bands: optional(
            list(object<{ atMost?: number; count: number }>({ atMost: optional(number), count: wholeNumber })),
          ),
          suppressed: optional(yesNo),
        }),
      ),
    }),
  ),
  commentary: list(commentary),
  coverage: optional(
    object<NonNullable<EditionMeasure['coverage']>>({
      expectedDays: wholeNumber,
      daysWithData: wholeNumber,
      missing: list(day),
      sources: optional(
        list(
          object<NonNullable<NonNullable<EditionMeasure['coverage']>['sources']>[number]>({
            source: text,
            title: text,
            expectedDays: wholeNumber,
            daysWithData: wholeNumber,
            missing: list(day),
          }),
        ),
      ),
    }),
  ),
});

const milestone = object<EditionMilestone>({
  id: text,
  title: text,
  owner: optional(text),
  group: text,
  start: optional(day),
  wave: optional(text),
  services: optional(wholeNumber),
  originalDeadline: optional(day),
  precision: optional(oneOf('month', 'season', 'quarter', 'half-year', 'year')),
  originalDeadlineLabel: optional(text),
  startLabel: optional(text),
  description: optional(text),
  outcome: optional(text),
  currentDeadline: optional(day),
  completedOn: optional(day),
  status: oneOf('on-track', 'delayed', 'complete', 'not-known'),
  weeksDelay: optional(wholeNumber),
  rating: object<EditionMilestone['rating']>({ colour, reason: text }),
  rebaselined: wholeNumber,
  reason: optional(text),
  comment: optional(text),
  recordedBy: optional(text),
});

const amounts = {
  gross: optional(number),
  net: optional(number),
  forecast: optional(number),
  variance: optional(number),
  movement: optional(number),
  earlier: list(
    object<BudgetRow['earlier'][number]>({
      period: text,
      label: text,
      net: optional(number),
      forecast: optional(number),
      variance: optional(number),
    }),
  ),
};
const budget = object<EditionBudget>({
  id: text,
  title: text,
  unit: optional(text),
  period: text,
  periodLabel: text,
  rows: list(object<EditionBudget['rows'][number]>({ id: text, title: text, ...amounts })),
  total: object<EditionBudget['total']>({ title: text, ...amounts }),
  summary: optional(text),
  notes: list(text),
});

const revision = object<Revision>({
  measure: text,
  period: text,
  from: optional(number),
  to: optional(number),
  reason: text,
  of: optional(oneOf('target')),
  on: optional(day),
});

const edition = object<Edition>({
  schema: { type: 'string', const: 'edition-1' },
  organisation: object<Edition['organisation']>({ id: text, name: text, website: optional(text) }),
  scorecard: object<Edition['scorecard']>({
    id: text,
    title: text,
    summary: optional(text),
    notice: optional(text),
    frequency,
  }),
  period,
  asOf: day,
  publishedAt: instant,
  edition: wholeNumber,
  software: text,
  groups: list(
    object<Edition['groups'][number]>({
      id: text,
      title: text,
      introduction: optional(text),
      measures: list(text),
      milestones: list(text),
      commentary: list(commentary),
    }),
  ),
  measures: list(measure),
  milestones: list(milestone),
  milestoneRule: object<Edition['milestoneRule']>({ windowDays: wholeNumber, previousQuarterEnd: day }),
  documents: optional(list(document)),
  budgets: optional(list(budget)),
  alignment: optional(
    list(
      object<NonNullable<Edition['alignment']>[number]>({
        enabler: text,
        deliverable: optional(text),
        milestones: list(text),
        measures: list(text),
      }),
    ),
  ),
  mostImproved: list(text),
  mostWorsened: list(text),
  revisions: list(revision),
  earlierRevisions: optional(list(revision)),
});

export const editionSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'An edition of a scorecard. Minor versions only add properties.',
  ...edition,
};
