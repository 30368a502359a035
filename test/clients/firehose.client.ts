import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { type CurlAnswer, curl } from '#test/clients/curl.ts';

const source = 'contact-centre';
const requestId = 'ed4acda5-034f-9f42-bba1-f29aea6d7d8f';
const contactId = (n: number) => `5c2a7e10-91d4-4c3e-8b6f-${String(n).padStart(12, '0')}`;

const contact = (n: number, given: object = {}) => ({
  ContactId: contactId(n),
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2025-05-12T08:59:00Z',
  DisconnectTimestamp: '2025-05-12T09:04:00Z',
  LastUpdateTimestamp: '2025-05-12T09:05:00Z',
  CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447700900123' },
  Queue: { Name: 'Waste', EnqueueTimestamp: '2025-05-12T09:00:00Z', Duration: 20 },
  Agent: { ConnectedToAgentTimestamp: '2025-05-12T09:00:20Z', AgentInteractionDuration: 220 },
  ...given,
});

const sentAt = 1_747_040_700_000;

const bodyOf = (records: readonly (string | object)[]): string =>
  JSON.stringify({
    requestId,
    timestamp: sentAt,
    records: records.map((record) => ({
      data: Buffer.from(typeof record === 'string' ? record : JSON.stringify(record)).toString('base64'),
    })),
  });

/** As Firehose sends it. */
const post = (
  stack: ClientStack,
  body: string | Buffer,
  { headers = {}, to = source }: { readonly headers?: Readonly<Record<string, string>>; readonly to?: string } = {},
): Promise<CurlAnswer> => {
  const all = {
    'Content-Type': 'application/json',
    'X-Amz-Firehose-Protocol-Version': '1.0',
    'X-Amz-Firehose-Request-Id': requestId,
    'X-Amz-Firehose-Source-Arn': 'arn:aws:firehose:eu-west-2:111122223333:deliverystream/contacts',
    'X-Amz-Firehose-Access-Key': stack.keys(to).tokens[0] ?? '',
    ...headers,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  return curl([...args, '--data-binary', '@-', stack.address(to)], body);
};

/** The only answer that Firehose counts as delivered. */
const isDelivered = ({ status, headers, body }: CurlAnswer): void => {
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['content-encoding'], undefined);
  assert.deepEqual(JSON.parse(body), { requestId, timestamp: sentAt });
};

const isRefused = ({ status, headers, body }: CurlAnswer, expected: number, message: RegExp): void => {
  assert.equal(status, expected);
  assert.equal(headers['content-type'], 'application/json');
  const { timestamp, errorMessage, ...rest } = JSON.parse(body);
  assert.deepEqual([rest, Number.isInteger(timestamp)], [{ requestId }, true]);
  assert.match(errorMessage, message);
};

const callOf = async (stack: ClientStack, n: number, day = '2025-05-12') =>
  (await stack.facts('call', day)).find(({ id }) => id === contactId(n))?.data;

const contacts: ClientRun = {
  name: 'curl as Amazon Data Firehose: contact records in gzip, the good stored, the bad set aside, 200',
  async run(stack) {
    const before = (await stack.quarantined()).length;
    const records = [
      contact(1),
      `${JSON.stringify(contact(2, { Agent: null }))}\n${JSON.stringify(contact(3))}`,
      '{"Contact',
    ];
    isDelivered(await post(stack, gzipSync(bodyOf(records)), { headers: { 'Content-Encoding': 'gzip' } }));
    const outcomes = [await callOf(stack, 1), await callOf(stack, 2), await callOf(stack, 3)];
    assert.deepEqual(
      outcomes.map((call) => call?.['outcome']),
      ['answered', 'abandoned', 'answered'],
    );
    assert.equal(outcomes[0]?.['queue'], 'streets');
    assert.equal((await stack.quarantined()).length, before + 1);
    return undefined;
  },
};

const restated: ClientRun = {
  name: 'curl as Amazon Data Firehose: a contact sent again days later, moved to another day, and the old one once more',
  async run(stack) {
    const moved = contact(4, {
      LastUpdateTimestamp: '2025-05-15T09:05:00Z',
      Queue: { Name: 'Waste', EnqueueTimestamp: '2025-05-11T09:00:00Z', Duration: 90 },
    });
    for (const record of [contact(4), moved, contact(4)]) isDelivered(await post(stack, bodyOf([record])));
    assert.equal(await callOf(stack, 4), undefined);
    assert.equal((await callOf(stack, 4, '2025-05-11'))?.['waitSeconds'], 90);
    return undefined;
  },
};

const refused: ClientRun = {
  name: 'curl as Amazon Data Firehose: another key, half a body, a bomb, 6 MB: its own form, and never 413',
  async run(stack) {
    const body = bodyOf([contact(5)]);
    isRefused(await post(stack, body, { headers: { 'X-Amz-Firehose-Access-Key': 'another' } }), 401, /Access-Key/);
    isRefused(await post(stack, body.slice(0, 80)), 400, /not JSON/);
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    isRefused(await post(stack, bomb, { headers: { 'Content-Encoding': 'gzip' } }), 400, /when decompressed/);
    isRefused(await post(stack, Buffer.alloc(6_100_000, ' ')), 400, /may hold 6000000 bytes/);
    assert.equal(await callOf(stack, 5), undefined);
    return undefined;
  },
};

/** What an edge log's sample says, read here so that its 40 columns stand in one place. */
const edgeLines = (): string => {
  const { records } = JSON.parse(readFileSync('events/hooks/firehose/good-edge-log.request.json', 'utf8'));
  return records.join('\n');
};

const edgeLog: ClientRun = {
  name: 'curl as Amazon Data Firehose: lines of CloudFront’s real-time log, twice',
  async run(stack) {
    for (let times = 0; times < 2; times += 1)
      isDelivered(await post(stack, bodyOf([edgeLines()]), { to: 'cdn-logs' }));
    const facts = (await stack.facts('web', '2025-04-28')).filter((fact) => fact.source === 'cdn-logs');
    const paths = facts.map(({ data }) => `${data['site']} ${data['kind']} ${data['path']}`).sort();
    assert.deepEqual(paths, [
      'main download /minutes/2025-04.pdf',
      'main page /bins/missed',
      'my-account page /account',
    ]);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [contacts, restated, refused, edgeLog];
