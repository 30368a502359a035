import assert from 'node:assert/strict';
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';

const source = 'events-api';
const day = '2025-05-06';
const reading = (id: string, value: number) => ({
  id,
  source,
  type: 'gauge.read',
  time: `${day}T09:00:00.000Z`,
  data: { gauge: 'followers', value },
});

const readingOf = async (stack: ClientStack, id: string) =>
  (await stack.facts('gauge', day)).find((fact) => fact.id === id)?.data['value'];

const bearer = (stack: ClientStack) => ({ authorization: `Bearer ${stack.keys(source).tokens[0]}` });

const emitted = (name: string, mode: Mode): ClientRun => ({
  name: `cloudevents, ${name}, by its own HTTP transport`,
  async run(stack) {
    const emit = emitterFor(httpTransport(stack.address(source)), { mode });
    await emit(new CloudEvent(reading(`emitted-${name}`, 7)), { headers: bearer(stack) });
    assert.equal(await readingOf(stack, `emitted-${name}`), 7);
    return undefined;
  },
});

const corrected: ClientRun = {
  name: 'cloudevents, a correction after and before what it corrects',
  async run(stack) {
    for (const [revision, value] of [
      [1, 20],
      [0, 10],
    ] as const) {
      const { headers, body } = HTTP.structured(new CloudEvent({ ...reading('corrected', value), revision }));
      const response = await fetch(stack.address(source), {
        method: 'POST',
        headers: { ...(headers as Record<string, string>), ...bearer(stack) },
        body: String(body),
      });
      assert.equal(response.status, 202);
    }
    assert.equal(await readingOf(stack, 'corrected'), 20);
    return undefined;
  },
};

const signedWith = async (stack: ClientStack, key: string, sentAt: Date, change = (body: string) => body) => {
  const { id, type, time, data } = reading(`msg_${sentAt.getTime()}`, 31);
  const body = JSON.stringify({ type, timestamp: time, data });
  const response = await fetch(stack.address(source), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, sentAt, body),
    },
    body: change(body),
  });
  return { id, status: response.status, body: await response.json() };
};

const keyOf = (stack: ClientStack): string => stack.keys(source).signing[0] ?? '';

const webhook: ClientRun = {
  name: 'standardwebhooks, its payload signed, and sent again',
  async run(stack) {
    const now = new Date();
    const first = await signedWith(stack, keyOf(stack), now);
    assert.deepEqual(first.body, { accepted: 1, duplicates: 0, rejected: [], warnings: [] });
    assert.equal(await readingOf(stack, first.id), 31);
    const again = await signedWith(stack, keyOf(stack), now);
    assert.deepEqual([again.status, again.body], [202, { accepted: 0, duplicates: 1, rejected: [], warnings: [] }]);
    return undefined;
  },
};

const refused: ClientRun = {
  name: 'standardwebhooks, with another key, changed on the way, or six minutes old: refused',
  async run(stack) {
    const anotherKey = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    const statuses = [
      await signedWith(stack, anotherKey, new Date()),
      await signedWith(stack, keyOf(stack), new Date(), (body) => body.replace('31', '32')),
      await signedWith(stack, keyOf(stack), new Date(Date.now() - 360_000)),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [401, 401, 401]);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [
  emitted('binary', Mode.BINARY),
  emitted('structured', Mode.STRUCTURED),
  corrected,
  webhook,
  refused,
];
