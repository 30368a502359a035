import type { Adapter, AdapterContext, Item } from '#adapter/adapter.ts';
import { adapters } from '#adapter/adapters.ts';
import { counted, type Output } from '#cli/output.ts';
import { entriesOf } from '#cli/quarantine/list.ts';
import type { QuarantineStores } from '#cli/quarantine/stores.ts';
import type { Wanted } from '#cli/quarantine.ts';
import { contextOf } from '#functions/collect/visit.ts';
import type { Outcome } from '#intake/outcome.ts';
import { readItem } from '#intake/read.ts';
import { append } from '#intake/take.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Kept } from '#store/quarantine.ts';

/** What became of the records; those that were read without fault are no longer in quarantine. */
export interface Replayed {
  readonly accepted: number;
  /** Sent again, or replayed, since. */
  readonly duplicates: number;
  readonly leftOut: number;
  readonly refused: number;
}

const nothing: Replayed = { accepted: 0, duplicates: 0, leftOut: 0, refused: 0 };
const atOnce = 200;

/**
 * Reads every entry again as if it arrived now, but by the clock of when it did arrive. A record is taken away only when
 * its facts are stored and marked; since its ids are the same each time, a replay that was broken off, or is repeated,
 * or overtaken by the sender, counts nothing twice.
 */
export async function replayEntries(wanted: Wanted, stores: QuarantineStores, output: Output, now: () => Date) {
  let total = nothing;
  for await (const entries of entriesOf(wanted, stores)) {
    const [first] = entries;
    if (!first) continue;
    const replayed = await output.stage('Replay', async () => {
      const result = await replayDay(entries, stores, now);
      return { detail: `${first.organisation} ${first.day}: ${inWords(result)}`, result };
    });
    total = sum(total, replayed);
  }
  output.line(summary(total));
  return total;
}

const inWords = ({ accepted, duplicates, leftOut, refused }: Replayed): string =>
  `${accepted} accepted, ${counted(duplicates, 'duplicate')}, ${leftOut} left out, ${refused} still refused`;

const summary = (total: Replayed): string => {
  if (Object.values(total).every((count) => count === 0)) return 'Nothing is set aside.';
  const advice = total.accepted > 0 ? ' Their days are counted again by the next night.' : '';
  return `${inWords(total)}.${advice}`;
};

const sum = (a: Replayed, b: Replayed): Replayed => ({
  accepted: a.accepted + b.accepted,
  duplicates: a.duplicates + b.duplicates,
  leftOut: a.leftOut + b.leftOut,
  refused: a.refused + b.refused,
});

async function replayDay(entries: readonly Kept[], stores: QuarantineStores, now: () => Date): Promise<Replayed> {
  let total = nothing;
  for (let start = 0; start < entries.length; start += atOnce)
    total = sum(total, await replaySome(entries.slice(start, start + atOnce), stores, now()));
  return total;
}

async function replaySome(entries: readonly Kept[], stores: QuarantineStores, now: Date): Promise<Replayed> {
  const sources = await sourcesOf(entries[0]?.organisation ?? '', stores);
  const reads = entries.map((entry) => readAgain(entry, sources, stores));
  const outcomes = await append(reads, stores.eventLog, now);
  await inParallel([...outcomes.entries()], async ([index, { result }]) => {
    const entry = entries[index];
    if (entry) await settle(entry, result, stores);
  });
  return outcomes.map(({ result }) => tallied(result)).reduce(sum, nothing);
}

const sourcesOf = async (organisation: string, { config }: QuarantineStores): Promise<readonly Source[]> =>
  (await config.read(organisation))?.sources ?? [];

/** What it means by the adapter that read it first, and by what was pushed since. */
function readAgain(entry: Kept, sources: readonly Source[], { secrets }: QuarantineStores) {
  const source = sources.find(({ id }) => id === entry.source);
  const keys = secrets[entry.organisation];
  const adapter = adapters[entry.adapter ?? 'cloudevents'];
  if (!source || !keys || !adapter)
    return [decided(`the source ${entry.source} is no longer there: push one of that name to read this again`)];
  const context = contextOf(source, keys, new Date(entry.receivedAt));
  const owner = { organisation: entry.organisation, source, hashKey: keys.hashKey, context };
  return readItem(itemOf(adapter, entry, context), owner);
}

const decided = (reason: string): Outcome => ({ id: undefined, result: { reason, pointer: '' }, warnings: [] });

const itemOf = ({ again }: Adapter, { body }: Kept, context: AdapterContext): Item => again(body, context);

async function settle(entry: Kept, result: Outcome['result'], { quarantine }: QuarantineStores): Promise<void> {
  if (typeof result === 'string') return quarantine.remove(entry);
  const { reason, pointer } = result;
  if (reason !== entry.reason || pointer !== entry.pointer) await quarantine.put([{ ...entry, reason, pointer }]);
}

const tallied = (result: Outcome['result']): Replayed => {
  if (result === 'accepted') return { ...nothing, accepted: 1 };
  if (result === 'duplicate') return { ...nothing, duplicates: 1 };
  return result === 'left out' ? { ...nothing, leftOut: 1 } : { ...nothing, refused: 1 };
};
