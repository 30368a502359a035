import { withoutCredentials } from '#adapter/withoutCredentials.ts';
import type { Output } from '#cli/output.ts';
import { entriesOf } from '#cli/quarantine/list.ts';
import type { QuarantineStores } from '#cli/quarantine/stores.ts';
import type { Wanted } from '#cli/quarantine.ts';
import { Failure } from '#local/failure.ts';

/** One record as it arrived, by the beginning of its id. It may name people: it is for whoever mends it, and for no log. */
export async function showEntry(id: string, wanted: Wanted, stores: QuarantineStores, output: Output) {
  for await (const entries of entriesOf(wanted, stores)) {
    const found = entries.find((entry) => entry.id.startsWith(id.toLowerCase()));
    if (!found) continue;
    const entry = { ...found, body: withoutCredentials(found.body) };
    output.line(
      `${entry.organisation}.${entry.source}, ${entry.receivedAt}, read by ${entry.adapter ?? 'cloudevents'}`,
    );
    output.line(`${entry.reason}${entry.pointer === '' ? '' : ` (at ${entry.pointer})`}`);
    output.line('');
    output.line(entry.body);
    return entry;
  }
  throw new Failure(`Nothing that was set aside has an id that begins with "${id}": "quarantine" lists what there is.`);
}
