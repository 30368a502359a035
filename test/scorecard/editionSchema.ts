import * as z from 'zod';
import type { Edition } from '#scorecard/edition.ts';
import { measure as measureBlock } from '#scorecard/schema.ts';
import { units } from '#scorecard/schemaWords.ts';

/** A published edition exactly: no key is missing, none is unknown. */
const day = z.iso.date();
const number = z.number().optional();
const text = z.string().optional();
const frequency = z.enum(['month', 'quarter', 'half-year', 'year']);
const colour = z.enum(['green', 'amber', 'red', 'no-target', 'not-reported']);
const judged = z.enum(['green', 'amber', 'red']);
const status = z.enum(['provisional', 'confirmed', 'revised', 'not-published']);
const flag = z.enum(['overdue', 'stale', 'suspended', 'suppressed', 'incomplete', 'estimated']);

const commentary = z.strictObject({
  kind: z.enum(['comment', 'performance', 'current-activity', 'future-activity']),
  text: z.string(),
  recordedBy: z.string().describe('A role, never a name.'),
  on: day,
  period: z.string(),
  stale: z.boolean().optional().describe('Written before the figure was revised.'),
});

const targetRange = z.strictObject({ from: z.number(), to: z.number() });

const revision = z.strictObject({
  measure: z.string(),
  period: z.string(),
  from: number,
  to: number,
  reason: z.string(),
  of: z.literal('target').optional(),
  on: day.optional(),
});

const point = z.strictObject({
  period: z.string(),
  label: z.string(),
  value: number,
  target: number,
  targetRange: targetRange.optional(),
  colour,
  status,
  complete: z.boolean(),
  break: text.describe('Why the line may not be read across the start of this period.'),
  flags: z.array(flag).nonempty().optional().describe("Of this period's own figure, where there is one."),
  reason: text.describe('Why there is no value; or of how many days data came, where some are missing.'),
});

const improvement = z.strictObject({
  value: z.number().describe('Relative change in percent; positive is better.'),
  basis: z.string(),
  from: z.strictObject({ period: z.string(), label: z.string(), value: number }),
  change: number.describe("Now minus then, in the measure's unit; absent where only the change was recorded."),
  recorded: z.boolean().optional(),
});

const document = z.strictObject({
  title: z.string(),
  address: z.string().regex(/^https?:/),
  date: day,
  format: text,
});

const measureRating = z.strictObject({
  colour,
  reason: z.string(),
  rule: z.strictObject({ text: z.string(), version: z.string(), owner: text }).optional(),
  toNextBand: z.strictObject({ colour: judged, by: z.number().positive() }).optional(),
  against: z.strictObject({ basis: z.string(), period: z.string(), label: z.string(), value: z.number() }).optional(),
});

const cut = z.strictObject({
  by: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      value: number,
      denominator: number,
      count: number,
      share: number,
      inFigure: z.boolean().optional(),
      rank: z.int().positive().optional(),
      qualifier: text,
      suppressed: z.boolean().optional(),
    }),
  ),
});

const covered = {
  expectedDays: z.int().nonnegative(),
  daysWithData: z.int().nonnegative(),
  missing: z.array(day),
};
const coverage = z.strictObject({
  ...covered,
  sources: z.array(z.strictObject({ source: z.string(), title: z.string(), ...covered })).optional(),
});

const measure = z.strictObject({
  id: z.string(),
  code: text,
  title: z.string(),
  unit: z.enum(units),
  decimals: z.int(),
  polarity: z.enum(['higher', 'lower', 'band', 'none']),
  frequency,
  definition: text,
  formula: z.string(),
  source: text,
  owner: text,
  documents: z.array(document).optional(),
  portable: z
    .strictObject({
      measure: measureBlock.describe('As another organisation may write it.'),
      uses: z.array(z.string()).nonempty().optional(),
      dimensions: z.record(z.string(), z.array(z.string()).nonempty()).optional(),
      repliesUnseen: z.array(z.string()).optional(),
    })
    .optional(),
  group: z.string(),
  value: number.describe("In the measure's unit, unrounded; a percent is 0 to 100."),
  numerator: number,
  denominator: number,
  qualifier: text,
  errorPercent: number,
  ranking: z.array(z.strictObject({ rank: z.int(), name: z.string(), label: text, value: number })).optional(),
  rankingAtMostMissed: z.int().optional(),
  historyRank: z
    .strictObject({
      rank: z.int(),
      of: z.int(),
      direction: z.enum(['highest', 'lowest']),
      among: z.enum(['all periods', 'same month', 'same quarter', 'same half-year']),
      tied: z.boolean(),
      words: z.string(),
    })
    .optional(),
  overridden: z.strictObject({ value: z.number(), reason: z.string() }).optional(),
  period: z.string(),
  periodLabel: z.string(),
  accumulation: z.enum(['in-period', 'year-to-date', 'point-in-time', 'rolling']).optional(),
  asOf: day,
  status,
  notPublishedReason: text.describe('Present exactly when there is no value.'),
  target: number,
  targetRange: targetRange.optional(),
  annualTarget: z.strictObject({ value: z.number(), period: z.string() }).optional(),
  targetPlan: z
    .array(
      z.strictObject({
        period: z.string(),
        label: z.string(),
        value: number,
        range: z.strictObject({ from: z.number(), to: z.number() }).optional(),
      }),
    )
    .optional(),
  baseline: z.strictObject({ period: z.string(), label: z.string(), value: number }).optional(),
  variance: number,
  rating: measureRating,
  flags: z.array(flag),
  suspension: z.strictObject({ from: z.string(), to: text, reason: z.string() }).optional(),
  expectedBy: day.optional(),
  nextDue: z.strictObject({ period: z.string(), label: z.string() }).optional(),
  forecastOutcome: z.strictObject({ value: z.number(), colour, asRated: z.boolean() }).optional(),
  forecast: z
    .strictObject({ value: z.number(), period: z.string(), label: z.string(), rating: measureRating })
    .optional(),
  direction: z.enum(['improving', 'deteriorating', 'no-change', 'not-applicable']),
  directionReason: text,
  process: z
    .strictObject({
      mean: z.number(),
      lower: z.number(),
      upper: z.number(),
      from: z.string(),
      rule: z.enum(['outside-limits', 'shift', 'trend', 'two-of-three']).optional(),
    })
    .optional(),
  improvement: improvement.optional(),
  notComparedReason: text,
  series: z.array(point),
  annotations: z
    .array(z.strictObject({ on: day, text: z.string().max(80), period: z.string() }))
    .nonempty()
    .optional(),
  comparators: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      period: z.string(),
      differencePercent: number,
      better: z.boolean().optional(),
    }),
  ),
  versions: z
    .array(z.strictObject({ from: z.string(), label: z.string(), note: z.string(), restate: z.boolean().optional() }))
    .optional(),
  cuts: z.array(cut),
  commentary: z.array(commentary),
  distribution: z
    .strictObject({
      number: z.string(),
      by: text,
      rows: z.array(
        z.strictObject({
          name: text,
          label: text,
          count: z.int().nonnegative(),
          median: z.number().optional(),
          ninetieth: z.number().optional(),
          longest: z.number().optional(),
          bands: z.array(z.strictObject({ atMost: z.number().optional(), count: z.int().nonnegative() })).optional(),
          suppressed: z.boolean().optional(),
        }),
      ),
    })
    .optional(),
  coverage: coverage.optional(),
});

const milestone = z.strictObject({
  id: z.string(),
  title: z.string(),
  owner: text,
  group: z.string(),
  start: day.optional(),
  wave: text,
  services: z.int().nonnegative().optional(),
  originalDeadline: day.optional(),
  precision: z.enum(['month', 'season', 'quarter', 'half-year', 'year']).optional(),
  originalDeadlineLabel: text,
  startLabel: text,
  description: text,
  outcome: text,
  currentDeadline: day.optional(),
  completedOn: day.optional(),
  status: z.enum(['on-track', 'delayed', 'complete', 'not-known']),
  weeksDelay: z.int().nonnegative().optional(),
  rating: z.strictObject({ colour, reason: z.string() }),
  rebaselined: z.int().nonnegative(),
  reason: text,
  comment: text,
  recordedBy: text,
});

const group = z.strictObject({
  id: z.string(),
  title: z.string(),
  introduction: text,
  measures: z.array(z.string()),
  milestones: z.array(z.string()),
  commentary: z.array(commentary),
});

const amounts = {
  gross: number,
  net: number,
  forecast: number,
  variance: number,
  movement: number,
  earlier: z.array(
    z.strictObject({ period: z.string(), label: z.string(), net: number, forecast: number, variance: number }),
  ),
};
const budget = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: text,
  period: z.string(),
  periodLabel: z.string(),
  rows: z.array(z.strictObject({ id: z.string(), title: z.string(), ...amounts })),
  total: z.strictObject({ title: z.string(), ...amounts }),
  summary: text,
  notes: z.array(z.string()),
});

export const editionSchema = z.strictObject({
  schema: z.literal('edition-1'),
  organisation: z.strictObject({ id: z.string(), name: z.string(), website: text }),
  scorecard: z.strictObject({ id: z.string(), title: z.string(), summary: text, notice: text, frequency }),
  period: z.strictObject({ id: z.string(), start: day, end: day, label: z.string(), complete: z.boolean() }),
  asOf: day,
  publishedAt: z.iso.datetime(),
  edition: z.int().positive(),
  software: z.string(),
  groups: z.array(group),
  measures: z.array(measure),
  milestones: z.array(milestone),
  milestoneRule: z.strictObject({ windowDays: z.int(), previousQuarterEnd: day }),
  documents: z.array(document).optional(),
  budgets: z.array(budget).optional(),
  alignment: z
    .array(
      z.strictObject({
        enabler: z.string(),
        deliverable: text,
        milestones: z.array(z.string()),
        measures: z.array(z.string()),
      }),
    )
    .optional(),
  mostImproved: z.array(z.string()),
  mostWorsened: z.array(z.string()),
  revisions: z.array(revision),
  earlierRevisions: z.array(revision).nonempty().optional(),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
/** Does not compile where this schema and the type of an edition differ. */
export const sameAsType: Same<z.infer<typeof editionSchema>, Mutable<Edition>> = true;
