import type { AdapterContext } from '#adapter/adapter.ts';
import { isBotAgent } from '#adapter/bot.ts';
import { event, type Fate, type Fields, leftOut, refused } from '#adapter/firehose/fate.ts';
import { realTimeFields } from '#adapter/firehose/realTimeFields.ts';
import { visitOf } from '#adapter/firehose/visit.ts';

/** Where a record stands among its equals: what an id is made of that has no other. */
export interface Place {
  readonly text: string;
  readonly occurrence: number;
}

/** CloudFront's standard logs as JSON, by the names of its columns. */
export const isLogRecord = (fields: Fields): boolean => typeof fields['cs-uri-stem'] === 'string';

const needed = ['timestamp', 'cs-method', 'sc-status', 'cs-uri-stem'];

/** One line of CloudFront's real-time logs: values parted by tabs, in the order of the log configuration's fields. */
export const lineFate = (place: Place, context: AdapterContext): Fate => {
  const { text } = place;
  if (text.startsWith('#')) return leftOut('a heading');
  if (!text.includes('\t'))
    return refused('the record is neither an Amazon Connect contact record nor a line of a CloudFront log');
  const { fields } = context.source.mapping;
  const [columns, values] = [fields ?? realTimeFields, text.split('\t')];
  const lacking = needed.find((name) => !columns.includes(name));
  if (lacking !== undefined) return refused(`mapping.fields of the source lacks ${lacking}, and so the log may`);
  // CloudFront adds new columns after the ones it had.
  if (fields ? values.length !== columns.length : values.length < columns.length)
    return refused(
      `the line has ${values.length} columns and not ${columns.length}; list the log's own as mapping.fields of the source`,
    );
  return logFate(Object.fromEntries(columns.map((name, index) => [name, values[index]])), place, context);
};

/** A page or a file that somebody was given; anything else that was asked for is passed over. */
export const logFate = (fields: Fields, { text, occurrence }: Place, context: AdapterContext): Fate => {
  const visit = visitOf(fields, context.source.mapping);
  if (typeof visit === 'string') return leftOut(visit);
  if (visit.time === undefined) return refused('the time of the log record cannot be read', '/timestamp');
  if (isBotAgent(visit.agent ?? '')) return leftOut('bot');
  const { kind, site, path, name, requestId, address, agent } = visit;
  const id = requestId ?? context.hash('log record', `${text}\n${occurrence}`);
  const visitorKey = address === undefined ? undefined : context.hash('visitor', `${address}|${agent}`);
  const attributes = { id, type: 'web.interaction', time: visit.time };
  return { events: [event(context, attributes, { site, kind, path, name, visitorKey })] };
};
