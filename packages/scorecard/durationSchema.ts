import * as z from 'zod';
import { complaintRegimes } from '#calendar/complaintRegimes.ts';
import { where } from '#scorecard/questionSchema.ts';
import { day } from '#scorecard/schemaWords.ts';

const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
const times = z
  .tuple([z.string(), z.string()])
  .describe("When it opens and closes on a London clock: ['09:00', '17:00'].");
export const week = z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), times);
const presets = Object.keys(complaintRegimes) as (keyof typeof complaintRegimes)[];

const written = z
  .strictObject({
    kind: z.enum(['elapsed', 'calendar-days', 'working-days', 'calendar-months', 'opening-hours']),
    division: z.enum(divisions).optional().describe('Whose bank holidays are closed.'),
    hours: week.optional().describe('Only with kind: opening-hours.'),
    closed: z.array(day).optional().describe('Days that are closed besides.'),
    startDay: z
      .union([z.literal(0), z.literal(1)])
      .optional()
      .describe('1 where the first day counts as day 1.'),
  })
  .refine(
    ({ kind, division }) => kind !== 'working-days' || division !== undefined,
    'does not say whose bank holidays; write division: england-and-wales, scotland or northern-ireland',
  )
  .refine(
    ({ kind, hours }) => kind !== 'opening-hours' || hours !== undefined,
    "does not say when it is open; write hours: { mon: ['09:00', '17:00'], … }",
  );

/** A clock of docs/clocks.md, or the name of a complaint procedure whose clock is used. */
export const clock = z.union([z.enum(['elapsed', 'calendar-days', 'calendar-months', ...presets]), written], {
  error: 'must be the name of a clock or a clock; write elapsed, or { kind: working-days, division: scotland }',
});
export type ClockWritten = z.infer<typeof clock>;

const within = z.strictObject({
  within: z.int().min(0).describe("The limit, in the clock's unit: days, months, or seconds where no unit is given."),
  unit: z.enum(['seconds', 'minutes', 'hours', 'days']).optional().describe('Only for elapsed time and opening hours.'),
  extension: z.int().min(0).optional().describe('By how much more a case may take that was extended.'),
});
const moreThan = z.strictObject({
  moreThan: z.int().min(0).describe('Of those that ended, the part that took longer than this.'),
  unit: z.enum(['seconds', 'minutes', 'hours', 'days']).optional().describe('Only for elapsed time and opening hours.'),
  orOnce: z.string().optional().describe('An instant that makes up for it where it came no later: closed.'),
});
const statistic = z.union(
  [z.enum(['mean', 'median']), within, moreThan, z.strictObject({ percentile: z.number().gt(0).max(100) })],
  {
    error: 'must say what of the durations; write mean, median, { percentile: 90 }, { within: 10 } or { moreThan: 10 }',
  },
);

/** From one instant of a message, a case or a visit to another, by a clock. */
export const duration = z.strictObject({
  duration: z.strictObject({
    of: z.enum(['message', 'case', 'visit']),
    from: z.string(),
    to: z.string(),
    clock: clock.default('elapsed'),
    statistic,
    where: where.optional(),
  }),
});
export type Duration = z.infer<typeof duration>['duration'];
