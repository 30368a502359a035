import { cases } from '#events/example/cases.ts';
import type { CloudEvent } from '#events/example/cloudEvent.ts';
import { disturb } from '#events/example/disturb.ts';
import { outageCases } from '#events/example/outages.ts';
import { payments } from '#events/example/payments.ts';
import { mulberry32 } from '#events/example/random.ts';
import { registers } from '#events/example/registers.ts';
import { responses } from '#events/example/surveys.ts';
import { visits } from '#events/example/visits.ts';

type FurtherSource = 'reception' | 'payments' | 'casework' | 'feedback' | 'registers';

const batchSize = 200;

/** What one source posts in one request. */
export interface FurtherBatch {
  readonly source: FurtherSource;
  readonly events: readonly CloudEvent<FurtherSource>[];
}

/**
 * The same two years at the council's other front doors, so that every form of formula has events to work on: some 2,000,
 * with repeats, corrections, withdrawals and disorder. The same bytes on every run.
 */
export function* batches(): Iterable<FurtherBatch> {
  for (const [source, events] of Map.groupBy(posted(), (event) => event.source))
    for (let start = 0; start < events.length; start += batchSize)
      yield { source, events: events.slice(start, start + batchSize) };
}

function posted(): CloudEvent<FurtherSource>[] {
  const drawn = [...visits(), ...payments(), ...cases(), ...outageCases(), ...responses(), ...registers()];
  return disturb<FurtherSource>(mulberry32(0xf0075), drawn);
}
