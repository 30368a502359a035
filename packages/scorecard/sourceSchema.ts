import * as z from 'zod';
import { divisions } from '#calendar/bankHolidays.ts';
import { csv } from '#scorecard/csvSchema.ts';
import { week } from '#scorecard/durationSchema.ts';
import { day, slug } from '#scorecard/schemaWords.ts';

/** Every way of posting that a source may name; packages/adapter has a file for each. */
export const adapterNames = [
  'cloudevents',
  'csv',
  'firehose',
  'matomo',
  'plausible',
  'umami',
  'asterisk',
  'freeswitch',
  'twilio',
  'meta',
] as const;
export type AdapterName = (typeof adapterNames)[number];

const word = z.string().min(1).max(200);
const names = z.record(word, word).describe("The sender's word, in any case, and ours.");

const attributes = z.strictObject({
  enquiryType: word.optional(),
  service: word.optional(),
  resolvedAtFirstContact: word.optional(),
});

const mapping = z.strictObject({
  queue: names.optional(),
  service: names.optional().describe("By the sender's queue."),
  enquiryType: names.optional(),
  network: names.optional(),
  form: names.optional().describe("By the sender's goal, or by the path of the form's page."),
  site: names.optional().describe("By the sender's site id, or by host and beginning of a path; the longest holds."),
  attributes: attributes.optional().describe("The sender's own attributes that say these things; no other is read."),
  fields: z.array(word).min(1).max(200).optional().describe('The columns of a log line, in its order.'),
  bots: z.array(word).max(64).optional().describe("Ids of the sender's programs that answer by themselves."),
});

const origin = z
  .string()
  .regex(
    /^https?:\/\/([a-z0-9.-]+(:\d+)?|(127\.0\.0\.1|localhost):\*)$/,
    'must be a scheme and a host, such as https://www.northmoor.example',
  );

const opening = z.strictObject({
  hours: week.describe('Opening hours: on days that open at all something is expected.'),
  division: z.enum(divisions).optional().describe('Whose bank holidays are closed; none are if left out.'),
  closed: z.array(day).optional().describe('Days that are closed besides.'),
});

const calendar = z
  .union([z.enum(['every-day', 'weekdays', 'working-days', 'any-day']), opening], {
    error:
      'must be every-day, weekdays, working-days, any-day or opening hours; write { hours: { mon: [09:00, 17:00] } }',
  })
  .describe('The days on which it sends something; without it those that organisation.yaml expects of its stream.');

/** One entry of `scorecards/{org}/sources.yaml`: who may post, how, and what its words mean. Its secrets are elsewhere. */
export const source = z.strictObject({
  id: slug,
  title: z.string().max(200).optional(),
  adapter: z.enum(adapterNames).default('cloudevents').describe('What posts: docs/senders has a page for each.'),
  /** How it proves who it is: by a signature, by a token, or not at all, as a public page's browser must. */
  trust: z
    .enum(['signed', 'token', 'browser'])
    .default('signed')
    .describe('How it proves who it is; browser: by its origin and its rate only.'),
  secret: slug.optional().describe('The name that its keys are kept under; its own id when left out.'),
  origins: z
    .array(origin)
    .max(64)
    .optional()
    .describe('Sites whose pages may post here; http://127.0.0.1:* is this computer on any port.'),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address that the sender calls, up to /hooks, where it is not the one that arrives here.'),
  requestsPerMinute: z.int().min(1).max(1_000_000).optional().describe('More are answered 429; 6000 if left out.'),
  mapping: mapping.optional(),
  csv: csv.optional().describe('For adapter: csv: how its sheets are read.'),
  /** The types it may send; all when left out. */
  types: z.array(z.string()).optional(),
  calendar: calendar.optional(),
});
export const sources = z.strictObject({ sources: z.array(source).min(1) });
export type Source = z.infer<typeof source>;
