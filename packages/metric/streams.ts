import type { Stream } from '#event/types.ts';
import type { Declaration } from '#metric/declaration.ts';
import { call } from '#metric/streams/call.ts';
import { cases } from '#metric/streams/case.ts';
import { gauge } from '#metric/streams/gauge.ts';
import { message } from '#metric/streams/message.ts';
import { survey } from '#metric/streams/survey.ts';
import { transaction } from '#metric/streams/transaction.ts';
import { visit } from '#metric/streams/visit.ts';
import { web } from '#metric/streams/web.ts';

/** Records are what officers type in: assess reads them as they are. */
export type CountedStream = Exclude<Stream, 'record'>;

/** What the partials of each stream are cut by: see docs/measures.md. A change takes effect on the days rebuilt after it. */
export const declarations: Readonly<Record<CountedStream, Declaration>> = {
  call,
  message,
  visit,
  transaction,
  web,
  case: cases,
  survey,
  gauge,
};

export const isCounted = (stream: string): stream is CountedStream => Object.hasOwn(declarations, stream);

/** Throws a RangeError for `record`, which has no partials. */
export function declarationOf(stream: Stream): Declaration {
  if (!isCounted(stream)) throw new RangeError(`${stream} has no partials`);
  return declarations[stream];
}
