import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sign } from '@octokit/webhooks-methods';
import type { Item } from '#adapter/adapter.ts';
import type { Mapping } from '#adapter/mapping.ts';
import { meta } from '#adapter/meta.ts';
import { contextFor, factsOf, hookRequest } from '#test/adapter/context.ts';

const secret = '6d6574612e2e2e2e2e2e2e2e2e2e2e2e';
const [page, jo, sam] = ['100000000000001', '2000000000000007', '2000000000000008'];
const at = Date.parse('2025-04-28T09:00:00Z');

const read = (content: unknown, mapping: Mapping = {}): readonly Item[] => {
  const items = meta.read(hookRequest({ text: JSON.stringify(content) }), contextFor({ mapping }));
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};
const only = (content: unknown, mapping: Mapping = {}) => {
  const facts = read(content, mapping).flatMap((item) => factsOf(item));
  expect(facts).toHaveLength(1);
  const [fact] = facts;
  if (!fact || 'refused' in fact) throw new Error(fact?.refused);
  return fact;
};
const entry = (parts: object, object = 'page') => ({ object, entry: [{ id: page, time: at + 1500, ...parts }] });
const direct = (message: object, { from = jo, to = page, object = 'page' } = {}) =>
  entry(
    {
      messaging: [{ sender: { id: from }, recipient: { id: to }, timestamp: at, message: { mid: 'm_1', ...message } }],
    },
    object,
  );
const echo = (message: object = {}) =>
  direct({ is_echo: true, app_id: 26390203743090, ...message }, { from: page, to: jo });
const comment = (value: object) =>
  entry({
    changes: [
      {
        field: 'feed',
        value: {
          item: 'comment',
          verb: 'add',
          post_id: `${page}_50`,
          comment_id: '50_1',
          parent_id: `${page}_50`,
          created_time: at / 1000,
          message: 'My bin was missed at 12 Sample Street',
          from: { id: jo, name: 'Jo Example' },
          ...value,
        },
      },
    ],
  });

describe('Meta’s question whether the address is meant', () => {
  const ask = (query: string, method = 'GET') =>
    meta.greet?.(hookRequest({ method, query }), contextFor({ tokens: ['verify-me'] }));
  test('is answered with its challenge, as plain text', () =>
    expect(ask('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify-me')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: '1158201444',
    }));
  test.each([
    ['another token', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=verify'],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['another mode', 'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify-me'],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=verify-me'],
    ['a page in place of a challenge', 'hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=verify-me'],
    ['nothing', ''],
  ])('is refused with %s', (_, query) => expect(ask(query)?.status).toBe(403));
  test('is no POST', () =>
    expect(ask('hub.mode=subscribe&hub.challenge=1&hub.verify_token=verify-me', 'POST')).toBeUndefined());
});

describe('the signature', () => {
  const text = JSON.stringify(direct({}));
  const problem = (headers: Record<string, string>, signing = [secret], body = text) =>
    meta.problem(hookRequest({ text: body, headers }), contextFor({ signing }));
  test('that octokit makes of the raw body holds, under the old secret too while they rotate', async () => {
    const headers = { 'x-hub-signature-256': await sign(secret, text) };
    expect(problem(headers)).toBeUndefined();
    expect(problem(headers, ['new', secret])).toBeUndefined();
    expect(problem(headers, [secret], text.replace('m_1', 'm_2'))).toContain('matches no app secret');
    expect(problem(headers, ['another'])).toContain('matches no app secret');
    expect(problem(headers, [''])).toContain('matches no app secret');
  });
  test('by SHA-1 is not taken', () => {
    const sha1 = createHmac('sha1', secret).update(text).digest('hex');
    expect(problem({ 'x-hub-signature': `sha1=${sha1}` })).toContain('sha256=');
    expect(problem({ 'x-hub-signature-256': `sha1=${sha1}` })).toContain('sha256=');
  });
  test.each(['', 'sha256=', 'sha256=zz', `sha256=${'0'.repeat(63)}`])('%p is none', (shown) =>
    expect(problem({ 'x-hub-signature-256': shown })).toContain('sha256='),
  );
});

describe('a message of Messenger', () => {
  test('is received, without what it says or who wrote it', () => {
    const fact = only(direct({ text: 'ring me on 07700 900123' }), { service: { [page]: 'general' } });
    expect(fact).toMatchObject({
      type: 'contact.message.received',
      day: '2025-04-28',
      data: {
        network: 'facebook',
        channel: 'social',
        public: false,
        service: 'general',
        sentAt: '2025-04-28T09:00:00.000Z',
      },
    });
    for (const personal of ['07700', jo, 'm_1']) expect(JSON.stringify(fact)).not.toContain(personal);
  });
  test('is of one thread with its echo, which is the reply', () => {
    const [question, answer] = [only(direct({})), only(echo({ mid: 'm_2' }))];
    expect(answer.type).toBe('contact.message.replied');
    expect(answer.data['threadId']).toBe(question.data['threadId']);
    expect(only(direct({}, { from: sam })).data['threadId']).not.toBe(question.data['threadId']);
  });
  test('sent again is the same', () => expect(only(direct({}))).toEqual(only(direct({}))));
  test('by a program that the mapping lists is automated', () => {
    expect(only(echo(), { bots: ['26390203743090'] }).data['automated']).toBe(true);
    expect(only(echo(), { bots: ['1'] }).data['automated']).toBeUndefined();
    expect(only(direct({ app_id: 26390203743090 }), { bots: ['26390203743090'] }).data['automated']).toBeUndefined();
  });
  test('that was unsent is withdrawn', () =>
    expect(only(direct({ is_deleted: true }))).toMatchObject({
      id: only(direct({})).id,
      revision: 1,
      withdrawn: true,
    }));
  test('counts while another app answers', () =>
    expect(
      only(
        entry({ standby: [{ sender: { id: jo }, recipient: { id: page }, timestamp: at, message: { mid: 'm_1' } }] }),
      ),
    ).toMatchObject({
      id: only(direct({})).id,
    }));

  const notMessages: readonly [string, object][] = [
    ['a delivery', { delivery: { mids: ['m_1'], watermark: at } }],
    ['a reading', { read: { watermark: at } }],
    ['a reaction', { reaction: { mid: 'm_1', reaction: 'love' } }],
    ['a button', { postback: { mid: 'm_3', payload: 'START' } }],
    ['an edit', { message_edit: { mid: 'm_1', num_edit: 1 } }],
  ];
  test.each(notMessages)('is not %s', (_, parts) => {
    const [item] = read(
      entry({ messaging: [{ sender: { id: jo }, recipient: { id: page }, timestamp: at, ...parts }] }),
    );
    expect(item).toMatchObject({ events: [], leftOut: expect.stringContaining('not a message') });
  });
  test('without people or a time is set aside', () => {
    expect(read(entry({ messaging: [{ timestamp: at, message: { mid: 'm_1' } }] }))[0]?.refused?.pointer).toBe(
      '/sender/id',
    );
    const untimed = entry({ messaging: [{ sender: { id: jo }, recipient: { id: page }, message: { mid: 'm_1' } }] });
    expect(factsOf(read(untimed)[0] as Item)).toMatchObject([{ refused: expect.stringContaining('time is missing') }]);
  });
});

describe('a comment', () => {
  test('under a post is received', () => {
    const fact = only(comment({}));
    expect(fact).toMatchObject({ type: 'contact.message.received', data: { public: true, network: 'facebook' } });
    expect(fact.data['sentAt']).toBe('2025-04-28T09:00:00.000Z');
    for (const personal of ['Sample Street', 'Jo Example', jo]) expect(JSON.stringify(fact)).not.toContain(personal);
  });
  test('of the page under it is the reply to it', () => {
    const question = only(comment({}));
    const answer = only(comment({ comment_id: '50_2', parent_id: '50_1', from: { id: page, name: 'Northmoor' } }));
    expect(answer.type).toBe('contact.message.replied');
    expect(answer.data).toMatchObject({ inReplyTo: question.data['messageId'], threadId: question.data['threadId'] });
  });
  test('that was taken away is withdrawn, whoever it was by', () => {
    const removed = only(comment({ verb: 'remove', from: undefined, message: undefined }));
    expect(removed).toMatchObject({ id: only(comment({})).id, revision: 1, withdrawn: true });
    expect(removed.subject).toBe(only(comment({})).subject);
    const reply = { comment_id: '50_2', parent_id: '50_1', from: { id: page } };
    expect(only(comment({ ...reply, verb: 'remove', from: undefined })).subject).toBe(only(comment(reply)).subject);
  });
  test.each([
    ['an edit', { verb: 'edited' }, 'nothing that is kept'],
    ['hidden', { verb: 'hide' }, 'nothing that is kept'],
    ['a like', { item: 'reaction' }, 'not a comment'],
    ['the page’s own, under its post', { from: { id: page } }, 'own comment'],
  ])('counts nowhere: %s', (_, value, why) => expect(read(comment(value))[0]?.leftOut).toContain(why));
});

describe('Instagram', () => {
  const igComment = (value: object) =>
    entry(
      {
        changes: [
          {
            field: 'comments',
            value: {
              id: '17865799348089039',
              from: { id: jo, username: 'jo' },
              text: 'hello',
              media: { id: '9' },
              ...value,
            },
          },
        ],
      },
      'instagram',
    );
  test('a comment, at the time of its notification', () =>
    expect(only(igComment({}))).toMatchObject({
      type: 'contact.message.received',
      data: { network: 'instagram', public: true, sentAt: '2025-04-28T09:00:01.500Z' },
    }));
  test.each([
    ['its id', { id: page }],
    ['its other id', { id: jo, self_ig_scoped_id: '77' }],
  ])('a reply of the account, known by %s', (_, from) =>
    expect(only(igComment({ id: '2', parent_id: '17865799348089039', from })).type).toBe('contact.message.replied'),
  );
  test('a message, its echo, and a long id', () => {
    const mid = 'aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOj'.repeat(6);
    const question = only(direct({ mid }, { object: 'instagram' }));
    expect(question.data).toMatchObject({ network: 'instagram', public: false });
    expect(only(direct({ mid: 'b', is_echo: true }, { from: page, to: jo, object: 'instagram' })).subject).toBe(
      question.subject,
    );
  });
  test('a message as a change, as the dashboard’s test sends it', () => {
    const value = {
      sender: { id: jo },
      recipient: { id: page },
      timestamp: String(at / 1000),
      message: { mid: 'm_1' },
    };
    expect(only(entry({ changes: [{ field: 'messages', value }] }, 'instagram')).data['sentAt']).toBe(
      '2025-04-28T09:00:00.000Z',
    );
  });
});

describe('a notification', () => {
  test('of several is read one by one', () => {
    const several = { object: 'page', entry: [...direct({}).entry, ...comment({}).entry, { id: page, time: 1 }] };
    expect(read(several).map(({ events, leftOut }) => leftOut ?? events.length)).toEqual([
      1,
      1,
      'neither a message nor a comment',
    ]);
  });
  test.each(['', '[]', '{}', '{"entry":1}', '"x"'])('%p cannot be read', (text) =>
    expect(meta.read(hookRequest({ text }), contextFor())).toMatchObject({ unreadable: 'content' }),
  );
  test('of another product is set aside', () =>
    expect(read({ ...direct({}), object: 'whatsapp_business_account' })[0]?.refused?.reason).toContain(
      'page or instagram',
    ));
  test('is answered as Meta needs it, whatever was in it', () =>
    expect(
      meta.reply?.(
        { accepted: 0, duplicates: 0, leftOut: 0, rejected: [{ index: 0, reason: '', pointer: '' }] },
        hookRequest(),
        contextFor(),
      ),
    ).toMatchObject({
      status: 200,
      body: 'EVENT_RECEIVED',
    }));
  test('from quarantine is read as it was, without what people said', () => {
    for (const content of [direct({ text: 'secret words' }), comment({}), direct({}, { from: '' })]) {
      const [item] = read(content);
      const kept = item?.text() ?? '';
      expect(kept).not.toMatch(/secret words|Sample Street|Jo Example/);
      const again = meta.again(kept, contextFor());
      expect([again.events, again.refused, again.text()]).toEqual([item?.events, item?.refused, kept]);
    }
  });
});
