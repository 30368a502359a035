import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { signatureProblem } from '#adapter/standardWebhooks.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const older = `whsec_${Buffer.from('another secret of 24 bytes').toString('base64')}`;
const sentAt = new Date('2024-03-04T09:00:00Z');
const body = Buffer.from('{"greeting":"Bore da, Tŷ"}');

const signed = (key = secret, bytes = body) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(sentAt.getTime() / 1000),
  'webhook-signature': new Webhook(key).sign('msg_1', sentAt, bytes.toString('utf8')),
});

const secondsLater = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
const isGood = (headers: Record<string, string | undefined>, bytes: Buffer = body, secrets = [secret], now = sentAt) =>
  signatureProblem({ headers, body: bytes }, secrets, now) === undefined;

test('the published vector of Standard Webhooks holds', () => {
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const vector = Buffer.from('{"test": 2432232314}');
  const known = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
  expect(isGood(headers, vector, known, new Date(1_614_265_330_000))).toBe(true);
});

describe('what the standardwebhooks client signs', () => {
  test('is accepted', () => expect(isGood(signed())).toBe(true));
  test('is accepted with the older key while keys rotate', () =>
    expect(isGood(signed(older), body, [secret, older])).toBe(true));
  test('is accepted when only one of several signatures is ours', () => {
    const both = `v1,${'A'.repeat(43)}= ${signed()['webhook-signature']}`;
    expect(isGood({ ...signed(), 'webhook-signature': both })).toBe(true);
  });
  test('is refused with no key, with another key, with a key retired', () => {
    expect(isGood(signed(), body, [])).toBe(false);
    expect(isGood(signed(older))).toBe(false);
  });
  test('is refused with a body of the same length', () =>
    expect(isGood(signed(), Buffer.from(body.toString().replace('B', 'b')))).toBe(false));
  test('is refused with another id', () => expect(isGood({ ...signed(), 'webhook-id': 'msg_2' })).toBe(false));
  test('is refused with another time within tolerance', () =>
    expect(isGood({ ...signed(), 'webhook-timestamp': String(sentAt.getTime() / 1000 + 1) })).toBe(false));
});

describe('five minutes of tolerance either way', () => {
  test.each([
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
    [300.9, true],
  ])('received %d seconds after it was sent: %s', (seconds, good) => {
    expect(isGood(signed(), body, [secret], secondsLater(seconds))).toBe(good);
  });

  test.each(['', 'now', '1709542800.5', '1.7e9', '-1', ' 1709542800'])('the timestamp "%s" is none', (timestamp) => {
    expect(isGood({ ...signed(), 'webhook-timestamp': timestamp })).toBe(false);
  });
});

describe('headers', () => {
  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s', (name) => {
    expect(isGood({ ...signed(), [name]: undefined })).toBe(false);
  });

  test.each(['', 'v1,', 'v1', 'v2,abc', 'v1a,abc'])('the signature "%s" is none', (signature) => {
    expect(isGood({ ...signed(), 'webhook-signature': signature })).toBe(false);
  });

  test('an empty or short secret signs nothing, whatever was signed with it', () => {
    const short = `whsec_${Buffer.from('fifteen bytes!!').toString('base64')}`;
    expect(isGood(signed(short), body, [short])).toBe(false);
    expect(isGood(signed(), body, ['whsec_', ''])).toBe(false);
  });
});

test('no bytes changed in a signed body pass', () => {
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const tampered = Buffer.from(body);
      tampered[at] = (tampered[at] ?? 0) ^ change;
      expect(isGood(signed(), tampered)).toBe(false);
    }),
  );
});

test('no headers make it throw', () => {
  const header = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(fc.tuple(header, header, header), fc.array(fc.string()), ([id, timestamp, signature], secrets) => {
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      expect(isGood(headers, body, secrets)).toBe(false);
    }),
  );
});
