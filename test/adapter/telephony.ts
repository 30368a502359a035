import { createHmac } from 'node:crypto';
import type { Adapter, AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import type { Mapping } from '#adapter/mapping.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';

export const now = new Date('2024-04-02T09:00:00Z');
export const token = 'a-token-of-the-telephone-system';

export const contextOf = (id: string, mapping: Mapping = {}): AdapterContext => ({
  source: { id, trust: 'token', origins: [], mapping },
  credentials: { signing: [token], tokens: [token] },
  now,
  hash: (kind, value) => createHmac('sha256', 'key').update(`${kind}\n${value}`).digest('hex').slice(0, 32),
});

export const requestOf = (body: string | Buffer, more: Partial<HookRequest> = {}): HookRequest => {
  const rawBody = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const url = 'https://collect.example/hooks/telephony';
  const request = { method: 'POST', rest: '', query: '', url, rawBody, body: rawBody, address: '192.0.2.1' };
  return { ...request, requestId: 'request-1', headers: {}, ...more };
};

export const itemsOf = (adapter: Adapter, request: HookRequest, context: AdapterContext): readonly Item[] => {
  const items = adapter.read(request, context);
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};

/** What collect would keep of the items, or its reasons for keeping none. */
export const factsOf = (items: readonly Item[], pathSource: string): readonly (Fact | string)[] =>
  items.flatMap((item) => {
    if (item.refused) return [`refused: ${item.refused.reason}`];
    if (item.leftOut !== undefined) return [`left out: ${item.leftOut}`];
    return item.events.map((event) => {
      const parsed = parseEvent(event, { now, pathSource, organisation: 'example' });
      return 'event' in parsed
        ? factOf(parsed.event, { organisation: 'example', hashKey: 'a key of thirty-two characters..' })
        : `rejected: ${parsed.reason}`;
    });
  });

/** The facts that the event log holds after all of these, in their order. */
export const keptOf = async (facts: readonly (Fact | string)[]): Promise<readonly Fact[]> => {
  const log = memoryEventLog();
  for (const fact of facts) if (typeof fact !== 'string') await log.append([fact], now);
  return log.stored().map(({ fact }) => fact);
};
