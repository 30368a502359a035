import assert from 'node:assert/strict';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { type CurlAnswer, curl } from '#test/clients/curl.ts';

const source = 'freeswitch';
const day = '2025-05-08';
const at = Date.parse(`${day}T09:00:00Z`) / 1000;

const uuidOf = (number: number) => `7f4de4bc-17d7-11dd-b7a0-${String(number).padStart(12, '0')}`;

const legOf = (number: number, variables: Readonly<Record<string, string | number>> = {}) =>
  JSON.stringify({
    channel_data: { direction: 'inbound' },
    variables: {
      uuid: uuidOf(number),
      start_epoch: String(at),
      answer_epoch: String(at + 12),
      end_epoch: String(at + 72),
      caller_id_number: '07700900123',
      hangup_cause: 'NORMAL_CLEARING',
      ...variables,
    },
    callflow: [{ caller_profile: { destination_number: '1002', context: 'public' } }],
  });

/** As libcurl sends it for mod_json_cdr's `cred`: basic, at once. */
const post = (stack: ClientStack, args: readonly string[], input: string): Promise<CurlAnswer> =>
  curl(['-u', `freeswitch:${stack.keys(source).tokens[0]}`, ...args, stack.address(source)], input);

const accepted = async (stack: ClientStack, args: readonly string[], input: string) => {
  const { status, body } = await post(stack, args, input);
  assert.equal(status, 202);
  return JSON.parse(body);
};

const legsOf = async (stack: ClientStack, number: number) =>
  (await stack.facts('call', day)).filter(({ source: of, data }) => of === source && data['callId'] === uuidOf(number));

const asForm = ['-H', 'Content-Type: application/x-www-form-urlencoded', '--data-urlencode', 'cdr@-'];
const asJson = ['-H', 'Content-Type: application/json', '--data-binary', '@-'];
const asBase64 = ['-H', 'Content-Type: application/x-www-form-base64-encoded', '--data-binary', '@-'];

const ways: ClientRun = {
  name: 'curl, one leg as JSON, as a form and in base64: it counts once',
  async run(stack) {
    const leg = legOf(1);
    assert.equal((await accepted(stack, asForm, leg)).accepted, 1);
    assert.equal((await accepted(stack, asJson, leg)).duplicates, 1);
    assert.equal((await accepted(stack, asBase64, `cdr=${Buffer.from(leg).toString('base64')}`)).duplicates, 1);
    const legs = await legsOf(stack, 1);
    assert.deepEqual(
      legs.map(({ data: { queue, outcome, waitSeconds, talkSeconds } }) => [queue, outcome, waitSeconds, talkSeconds]),
      [['streets', 'answered', 12, 60]],
    );
    assert.ok(!JSON.stringify(legs).includes('7700900123'));
    return undefined;
  },
};

const legs: ClientRun = {
  name: 'curl, of the legs of a call in a queue only the caller’s counts',
  async run(stack) {
    const times = { cc_queue_joined_epoch: at + 12, cc_queue_canceled_epoch: at + 72, cc_cause: 'cancel' };
    await accepted(stack, asJson, legOf(2, { cc_side: 'member', cc_queue: '1002%40default', ...times }));
    assert.equal((await accepted(stack, asJson, legOf(3, { cc_side: 'agent', direction: 'outbound' }))).leftOut, 1);
    const [member] = await legsOf(stack, 2);
    assert.deepEqual([member?.data['outcome'], member?.data['waitSeconds']], ['abandoned', 60]);
    assert.deepEqual(await legsOf(stack, 3), []);
    return undefined;
  },
};

const refused: ClientRun = {
  name: 'curl, another password, or digest: refused as docs/senders/freeswitch.md says',
  async run(stack) {
    const [token = ''] = stack.keys(source).tokens;
    const wrong = await curl(['-u', 'freeswitch:no', ...asJson, stack.address(source)], legOf(4));
    const digest = await curl(['--digest', '-u', `freeswitch:${token}`, ...asJson, stack.address(source)], legOf(4));
    assert.deepEqual([wrong.status, digest.status, (await legsOf(stack, 4)).length], [401, 401, 0]);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [ways, legs, refused];
