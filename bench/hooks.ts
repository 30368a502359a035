import {
  type AttributeValue,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { costOf } from '#bench/cpu.ts';
import { withDynalite } from '#bench/dynalite.ts';
import { now } from '#bench/facts.ts';
import { type Sender, senders } from '#bench/senders.ts';
import { type Line, number, perEvent, plain } from '#bench/table.ts';
import { collect, type Stores } from '#functions/collect/collect.ts';
import type { HttpRequest } from '#lambda/http.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import type { EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { hookDesk, requestOf } from '#test/hooks/samples.ts';

const rounds = 5;
const singles = 300;
const inBatches = 2_000;
const thousand = 1_000;

/** Every adapter, one event a request and many: from the bytes of a request to its answer, with stores in memory. */
export async function hookLines(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const sender of senders) {
    lines.push(await measure(`${sender.what}, single`, requestsOf(sender, singles, 1), singles));
    const { batch } = sender;
    if (batch !== undefined)
      lines.push(await measure(`${sender.what}, batches of ${batch}`, requestsOf(sender, inBatches, batch), inBatches));
  }
  return [...lines, ...(await withDynalite(storedLines))];
}

const requestsOf = (sender: Sender, events: number, size: number): readonly HttpRequest[] =>
  Array.from({ length: events / size }, (_, index) => ({
    ...requestOf(sender.request(index * size, size), { adapter: sender.adapter, folder: '' }),
    requestId: `${sender.what} ${index}`,
  }));

async function measure(what: string, requests: readonly HttpRequest[], events: number): Promise<Line> {
  const cost = await costOf(
    rounds,
    () => deskOver(memoryEventLog()),
    async ({ stores, accepted }) => {
      for (const request of requests) await collect(request, stores, now);
      if (accepted() !== events) throw new Error(`${what}: ${accepted()} of ${events} were accepted`);
    },
  );
  return perEvent(what, cost, events);
}

/** A new installation each time, so that no event is a duplicate. */
async function deskOver(eventLog: Pick<EventLog, 'append' | 'recordsOf'>) {
  const ids = new Set<string>();
  const counting: Stores['eventLog'] = {
    ...eventLog,
    async append(facts, at) {
      const results = await eventLog.append(facts, at);
      for (const [index, { id }] of facts.entries()) if (results[index] === 'accepted') ids.add(id);
      return results;
    },
  };
  const { stores } = await hookDesk();
  const accounts = await stores.directory.accounts(now, 0);
  const directory = { ...stores.directory, accounts: async () => accounts };
  const unlimited = { take: () => 0 };
  const quiet = { info: () => undefined, error: () => undefined };
  return {
    stores: { ...stores, directory, eventLog: counting, rates: unlimited, log: quiet },
    accepted: () => ids.size,
  };
}

/** What DynamoDB bills for a thousand events, indexes apart, and what it then keeps; one event a request, and in batches. */
async function storedLines(client: DynamoDBClient): Promise<readonly Line[]> {
  const written = countingUnits(client);
  const lines: Line[] = [];
  for (const sender of senders.filter(({ what }) => /contact records|edge log|Messenger/.test(what)))
    for (const size of [1, sender.batch ?? 1]) {
      const [unitsBefore, bytesBefore] = [written(), await keptBytes(client)];
      const { stores } = await deskOver(dynamoEventLog(client, 'events'));
      const offset = thousand * (lines.length + 1) * 10;
      const moved = { ...sender, request: (from: number, count: number) => sender.request(from + offset, count) };
      for (const request of requestsOf(moved, thousand, size)) await collect(request, stores, now);
      const [units, bytes] = [written() - unitsBefore, (await keptBytes(client)) - bytesBefore];
      const how = size === 1 ? 'single' : `batches of ${size}`;
      lines.push(plain(`a thousand: ${sender.what}, ${how}`, `${number(units)} units, ${number(bytes / 1000)} KB`));
    }
  return lines;
}

/** Asks DynamoDB what each write costs, and adds it up. */
function countingUnits(client: DynamoDBClient): () => number {
  let units = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!/^(Put|Update|Delete|BatchWrite)Item/.test(commandName)) return next(args);
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
        const result = await next({ ...args, input } as typeof args);
        const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity ?? [];
        for (const each of [consumed].flat()) units += each.CapacityUnits ?? 0;
        return result;
      },
    { step: 'initialize' },
  );
  return () => units;
}
interface Consumed {
  readonly CapacityUnits?: number;
}

/** As DynamoDB counts the size of items: names and values. The index holds the keys besides. */
async function keptBytes(client: DynamoDBClient): Promise<number> {
  let bytes = 0;
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: 'events', ExclusiveStartKey: start }),
    );
    for (const item of page.Items ?? []) bytes += itemBytes(item);
    start = page.LastEvaluatedKey;
  } while (start);
  return bytes;
}

const itemBytes = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce((total, [name, value]) => total + Buffer.byteLength(name) + sizeOf(value), 0);

const sizeOf = ({ S, N, B, SS, BOOL }: AttributeValue): number => {
  if (B) return B.byteLength;
  if (SS) return SS.reduce((total, text) => total + Buffer.byteLength(text), 0);
  return BOOL === undefined ? Buffer.byteLength(S ?? N ?? '') : 1;
};
