import * as z from 'zod';
import { duration } from '#scorecard/durationSchema.ts';
import { atAnotherTime, measureId, operand } from '#scorecard/operandSchema.ts';
import { count, countable, idOf, latest, numberOf, sum, where } from '#scorecard/questionSchema.ts';
import { day, periodId, stream } from '#scorecard/schemaWords.ts';

export type { ClockWritten, Duration } from '#scorecard/durationSchema.ts';
export type { Countable, Where } from '#scorecard/questionSchema.ts';

const filter = { where: where.optional() };
const mean = z.strictObject({ mean: numberOf, ...filter });
const minimum = z.strictObject({ minimum: numberOf, ...filter });
const maximum = z.strictObject({ maximum: numberOf, ...filter });
/** Nearest rank: the smallest value that at least `at` percent of the values do not exceed. */
const percentile = z.strictObject({ percentile: numberOf, at: z.number().gt(0).max(100), ...filter });
/** Of those that match `of`, the part that also matches `where`. */
const share = z.strictObject({ share: stream, where, of: where.optional() });
const distinct = z.strictObject({ distinct: idOf, ...filter });
const ratio = z.strictObject({ ratio: z.strictObject({ of: countable, over: countable }) });

/** What the partials of one stretch of days answer by themselves. */
const counted = [count, sum, mean, minimum, maximum, percentile, share, ratio, distinct, latest, duration] as const;
export type Counted = z.infer<(typeof counted)[number]>;

const ofMeasure = z.strictObject({ measure: measureId });
const yearType = z.enum(['april', 'calendar']).default('april').describe('When the year begins.');
const total = z.union([count, sum, ofMeasure], {
  error: 'must be a total; write { count: call }, { sum: … } or { measure: id }',
});
const overTime = z.union([...counted, ofMeasure], {
  error: 'must be a formula over events or another measure; write { count: call } or { measure: id }',
});

const top = z.strictObject({
  top: z.strictObject({
    of: count,
    by: z.string().min(1).describe('A dimension, or path, search or form of web.'),
    n: z.int().min(1).max(100).default(10),
  }),
});
const increment = z.strictObject({ increment: numberOf, ...filter });
const rate = z.strictObject({
  rate: z.strictObject({
    of: z.union([count, sum, ofMeasure], { error: 'must be a count, a sum or { measure: id }; write { count: case }' }),
    per: z.number().positive().default(1000),
    over: z.union([latest, ofMeasure], {
      error: 'must be a reading or { measure: id }; write { latest: gauge.value, where: { gauge: population } }',
    }),
  }),
});
const yearToDate = z.strictObject({ yearToDate: overTime, year: yearType });
const projected = z.strictObject({
  projected: z.strictObject({
    of: total,
    year: yearType,
    roundTo: z.number().positive().optional().describe('To the nearest 10000, for one.'),
  }),
});
const rolling = z.strictObject({ rolling: z.strictObject({ months: z.int().min(2).max(60), of: overTime }) });
const combine = z.strictObject({
  combine: z.strictObject({ add: z.array(operand).min(1), subtract: z.array(operand).default([]) }),
});
const quotient = z.strictObject({ quotient: z.strictObject({ of: operand, over: operand }) });
const growth = z.strictObject({
  growth: z.strictObject({
    of: measureId,
    against: z.union(
      [
        z.enum(['previous-period', '12-months-prior', 'same-period-last-year', 'baseline']),
        ofMeasure,
        ...atAnotherTime,
      ],
      { error: 'must be a period to compare with or { measure: id }; write previous-period or 12-months-prior' },
    ),
  }),
});
const average = z.strictObject({
  average: z.union(
    [
      z.strictObject({
        periods: z.int().min(1).max(20),
        of: measureId,
        step: z.enum(['period', 'year']).default('year').describe('The same period of earlier years, or those before.'),
        withThis: z.boolean().optional().describe('Whether the period itself is one of them.'),
      }),
      z.strictObject({
        of: measureId,
        in: z.array(periodId).min(1).max(20).describe('The same part of each of these years, such as 2017 and 2018.'),
      }),
      z.strictObject({
        each: z.enum(['month', 'week']),
        of: total,
        since: z
          .union([z.enum(['period', 'year']), day], { error: 'must be period, year or a day such as 2023-04-01' })
          .default('period')
          .describe('The months or weeks of the period, of the year so far, or since a day.'),
        year: yearType,
      }),
    ],
    {
      error:
        'must be of earlier periods or of months; write { periods: 3, of: id, step: year }, { of: id, in: [2017-18, 2018-19] } or { each: month, of: … }',
    },
  ),
});
const channels = z.strictObject({
  channels: z.strictObject({
    of: z.record(z.string().min(1), total).describe('A total of each channel.'),
    part: z.array(z.string().min(1)).min(1).describe('The channels whose share, or sum, is the value.'),
  }),
});
const availability = z.strictObject({
  availability: z
    .strictObject({
      of: z.literal('case').describe('Down from when a case is opened until it is closed.'),
      where: where.optional().describe('Which cases are outages; leave planned work out here.'),
      each: z
        .string()
        .min(1)
        .optional()
        .describe('What goes down: site or service. Its outages at one time count once.'),
      number: z
        .union([z.int().min(1), latest, ofMeasure], {
          error: 'must be a whole number, a reading or { measure: id }; write number: 40',
        })
        .optional()
        .describe('How many of them there are.'),
    })
    .refine(
      ({ each, number }) => (each === undefined) === (number === undefined),
      'needs each and number together; write each: site and number: 40',
    ),
});
const recorded = z.strictObject({ recorded: z.literal(true) });

export const formula = z.union(
  [
    ...counted,
    top,
    increment,
    rate,
    yearToDate,
    projected,
    rolling,
    combine,
    quotient,
    growth,
    average,
    channels,
    availability,
    recorded,
  ],
  { error: 'must be a formula; write { recorded: true }, or one such as { count: call }' },
);
export type Formula = z.infer<typeof formula>;
/** The total of one channel, or so far: of events or of another measure. */
export type Total = z.infer<typeof total>;
/** What is worked out anew over a longer stretch of days. */
export type OverTime = z.infer<typeof overTime>;
/** One kind of formula by its key: `Of<'rolling'>`. */
export type Of<Key extends string> = Extract<Formula, Record<Key, unknown>>[Key &
  keyof Extract<Formula, Record<Key, unknown>>];
