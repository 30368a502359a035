import { createHmac } from 'node:crypto';
import type { AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import type { Mapping } from '#adapter/mapping.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';

const hashKey = 'a secret of at least 32 characters';
const usualNow = new Date('2025-05-01T09:00:00.000Z');

/** What an adapter is told of a source, in tests. */
export const contextFor = (
  given: {
    readonly mapping?: Mapping;
    readonly trust?: AdapterContext['source']['trust'];
    readonly signing?: readonly string[];
    readonly tokens?: readonly string[];
    readonly now?: Date;
  } = {},
): AdapterContext => ({
  source: { id: 'tool', trust: given.trust ?? 'token', origins: [], mapping: given.mapping ?? {} },
  credentials: { signing: given.signing ?? [], tokens: given.tokens ?? ['the-token'] },
  now: given.now ?? usualNow,
  hash: (kind, value) => createHmac('sha256', hashKey).update(`${kind}\n${value}`).digest('hex').slice(0, 32),
});

export const hookRequest = (given: Partial<HookRequest> & { readonly text?: string } = {}): HookRequest => {
  const { text = '', ...rest } = given;
  const rawBody = Buffer.from(text);
  const url = 'https://hooks.northmoor.example/hooks/tool';
  return {
    method: 'POST',
    rest: '',
    query: '',
    url,
    headers: {},
    rawBody,
    body: rawBody,
    address: '203.0.113.9',
    requestId: 'request-1',
    ...rest,
  };
};

/** What an item's events become, or why not. */
export const factsOf = (item: Item, now = usualNow): readonly (Fact | { readonly refused: string })[] =>
  item.events.map((input) => {
    const parsed = parseEvent(input, { now, pathSource: 'tool', organisation: 'example' });
    return 'event' in parsed
      ? factOf(parsed.event, { organisation: 'example', hashKey })
      : { refused: `${parsed.reason} at ${parsed.pointer}` };
  });
