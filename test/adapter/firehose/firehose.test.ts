import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Item } from '#adapter/adapter.ts';
import { firehose } from '#adapter/firehose.ts';
import { contextFor, hookRequest } from '#test/adapter/context.ts';

const call = (n: number) => ({
  ContactId: `1f0c6a52-0001-4a6e-9f3b-${String(n).padStart(12, '0')}`,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  DisconnectTimestamp: '2025-04-28T09:04:30Z',
  LastUpdateTimestamp: '2025-04-28T09:06:00Z',
  Queue: { Name: 'Waste', EnqueueTimestamp: '2025-04-28T09:00:00Z', Duration: 45 },
});
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const requestWith = (...data: unknown[]) =>
  hookRequest({
    text: JSON.stringify({
      requestId: 'r-1',
      timestamp: 1_745_830_800_000,
      records: data.map((one) => ({ data: one })),
    }),
    headers: { 'x-amz-firehose-access-key': 'the-token', 'x-amz-firehose-request-id': 'r-1' },
  });
const context = contextFor();
const read = (...data: unknown[]): readonly Item[] => {
  const items = firehose.read(requestWith(...data), context);
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};
const fates = (items: readonly Item[]) =>
  items.map(({ events, refused, leftOut }) => leftOut ?? (refused ? 'refused' : events.length));
const [one, two] = [JSON.stringify(call(1)), JSON.stringify(call(2))];
const pretty = JSON.stringify(call(3), null, 2);

describe('the key', () => {
  const problem = (key: string | undefined, tokens = ['the-token']) =>
    firehose.problem(hookRequest({ headers: { 'x-amz-firehose-access-key': key } }), contextFor({ tokens }));
  test('of the source is let in, the old one too while keys rotate', () => {
    expect(problem('the-token')).toBeUndefined();
    expect(problem('old', ['new', 'old'])).toBeUndefined();
  });
  test.each([[undefined], [''], ['the-toke'], ['the-token ']])('%p is not', (key) =>
    expect(problem(key)).toContain('Access-Key'),
  );
  test('no key fits a source that has none', () => expect(problem('', [''])).toContain('Access-Key'));
});

describe('a record', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['one object', base64(one), [1]],
    ['an object a line', base64(`${one}\n${two}\n`), [1, 1]],
    ['objects with nothing between', base64(one + two), [1, 1]],
    ['objects over several lines', base64(`${pretty}\n${pretty}`), [1, 1]],
    ['an array', base64(`[${one},${two}]`), [1, 1]],
    ['a bad line among good ones', base64(`${one}\n{"ContactId":\n${two}`), [1, 'refused', 1]],
    ['gzip', base64(gzipSync(`${one}\n${two}`)), [1, 1]],
    ['nothing', '', ['empty']],
    ['white space', base64(' \n'), ['empty']],
    ['no data', undefined, ['refused']],
    ['a number', 7, ['refused']],
    ['not base64', '{"ContactId":"x"}', ['refused']],
    ['not UTF-8', base64(Buffer.from([0xc3, 0x28])), ['refused']],
    ['gzip that breaks off', base64(gzipSync(one).subarray(0, 40)), ['refused']],
    ['words', base64('hello'), ['refused']],
    ['deeper than anything meant', base64(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`), ['refused']],
  ])('%s', (_, data, expected) => expect(fates(read(data))).toEqual(expected));

  test('what CloudWatch Logs wraps, and its own test of the way', () => {
    const wrapped = {
      messageType: 'DATA_MESSAGE',
      logEvents: [
        { id: '1', message: one },
        { id: '2', message: two },
      ],
    };
    const trial = { messageType: 'CONTROL_MESSAGE', logEvents: [{ id: '', message: 'CWL CONTROL MESSAGE' }] };
    expect(fates(read(base64(gzipSync(JSON.stringify(wrapped))), base64(gzipSync(JSON.stringify(trial)))))).toEqual([
      1,
      1,
      'empty',
    ]);
  });

  test('bad ones do not keep the good from being read', () =>
    expect(fates(read(base64(one), base64('?'), base64(two)))).toEqual([1, 'refused', 1]));

  test('that is a gzip bomb costs no other record', () => {
    const bomb = base64(gzipSync(Buffer.alloc(64 * 1_048_576)));
    expect(fates(read(...Array<string>(50).fill(bomb), base64(one)))).toEqual([
      ...Array<string>(50).fill('refused'),
      1,
    ]);
  });
});

describe('a request', () => {
  test.each(['', 'x', '[]', '{}', '{"records":{}}', '{"records":"none"}'])('that is %p cannot be read', (text) =>
    expect(firehose.read(hookRequest({ text }), context)).toMatchObject({ unreadable: 'content' }),
  );

  test('is answered with its own id and time, and nothing else', () => {
    const request = requestWith();
    firehose.read(request, context);
    const reply = firehose.reply?.({ accepted: 1, duplicates: 0, leftOut: 0, rejected: [] }, request, context);
    expect(reply).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"requestId":"r-1","timestamp":1745830800000}',
    });
  });

  test.each(['"1745830800000"', '17458308e90', 'null', '1.5'])(
    'whose time is %s is answered with ours',
    (timestamp) => {
      const request = hookRequest({ text: `{"requestId":"r-1","timestamp":${timestamp},"records":[]}` });
      firehose.read(request, context);
      const reply = firehose.reply?.({ accepted: 0, duplicates: 0, leftOut: 0, rejected: [] }, request, context);
      expect(JSON.parse(reply?.body ?? '')).toEqual({ requestId: 'r-1', timestamp: context.now.getTime() });
    },
  );

  test('without the header is answered by the id in its body', () => {
    const request = { ...requestWith(), headers: {} };
    const reply = firehose.reply?.({ accepted: 0, duplicates: 0, leftOut: 0, rejected: [] }, request, context);
    expect(JSON.parse(reply?.body ?? '')).toMatchObject({ requestId: 'r-1' });
  });

  test.each([
    [401, 401],
    [413, 400],
    [429, 429],
    [500, 500],
    [503, 503],
  ])('that fails with %p is answered %p, in the same form: 413 would lose it for good', (status, answered) => {
    const reply = firehose.refusal?.(status, 'because', requestWith(), context);
    expect(reply?.status).toBe(answered);
    expect(JSON.parse(reply?.body ?? '')).toEqual({
      requestId: 'r-1',
      timestamp: context.now.getTime(),
      errorMessage: 'because',
    });
  });
});

describe('quarantine', () => {
  test('reads again what it kept, with the same outcome', () => {
    for (const item of read(base64(one), base64('words'), base64(Buffer.from([0xc3, 0x28])), base64(gzipSync(two)))) {
      const { text, ...fate } = firehose.again(item.text(), context);
      expect(fate).toEqual({ ...item, text: undefined });
      expect(text()).toBe(item.text());
    }
  });

  test('keeps no credentials', () => {
    const text = read(base64('{"Attributes":{"api_key":"k-123"},"note":"see ?token=t-456&x=1"}'))[0]?.text();
    expect(text).not.toContain('k-123');
    expect(text).not.toContain('t-456');
  });
});
