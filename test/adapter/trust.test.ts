import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest } from '#adapter/adapter.ts';
import { adapters } from '#adapter/adapters.ts';
import { trustsOf } from '#scorecard/sourceRules.ts';
import { type AdapterName, adapterNames } from '#scorecard/sourceSchema.ts';

const contextOf = (trust: AdapterContext['source']['trust']): AdapterContext => ({
  source: { id: 'tool', trust, origins: ['https://www.northmoor.example'], mapping: {} },
  credentials: { signing: [], tokens: [] },
  now: new Date('2025-05-01T09:00:00Z'),
  hash: () => '0'.repeat(32),
});

const requestOf = (method: string, body: string, headers: HookRequest['headers']): HookRequest => ({
  method,
  rest: '',
  query: method === 'GET' ? body : '',
  url: 'https://hooks.example/hooks/tool',
  headers,
  rawBody: Buffer.from(body),
  body: Buffer.from(body),
  address: '203.0.113.9',
  requestId: '1',
});

const stranger = { origin: 'https://evil.example' };
const emptyKeys = { authorization: 'Bearer ', 'x-api-key': '', 'x-amz-firehose-access-key': '' };
const emptySignatures = {
  'webhook-id': '1',
  'webhook-timestamp': '1746090000',
  'webhook-signature': 'v1,',
  'x-hub-signature-256': 'sha256=',
  'x-twilio-signature': '',
};
const bodies = ['', '{}', '[]', 'token_auth=', 'idsite=1&token_auth=', '{"requests":["?idsite=1"],"token_auth":""}'];
const headers = [{}, emptyKeys, emptySignatures];

test('every adapter that a source may name is there', () => {
  expect(Object.keys(adapters).sort()).toEqual([...adapterNames].sort());
});

describe.each(adapterNames.flatMap((name) => trustsOf[name].map((trust) => [name, trust] as const)))(
  '%s, trusted as %s',
  (name: AdapterName, trust) => {
    test('takes nothing from who shows nothing, least of all where there are no keys', () => {
      const shown = trust === 'browser' ? headers.map((one) => ({ ...one, ...stranger })) : headers;
      const taken = ['POST', 'GET'].flatMap((method) =>
        bodies.flatMap((body) =>
          shown.filter((one) => adapters[name]?.problem(requestOf(method, body, one), contextOf(trust)) === undefined),
        ),
      );
      expect(taken).toEqual([]);
    });
  },
);
