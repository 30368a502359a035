import assert from 'node:assert/strict';
import { sign } from '@octokit/webhooks-methods';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';

const source = 'meta';
const [page, jo] = ['100000000000001', '2000000000000007'];
const day = '2025-05-13';
const at = (time: string): number => Date.parse(`${day}T${time}Z`);

const keyOf = (stack: ClientStack): string => stack.keys(source).signing[0] ?? '';

const post = async (
  stack: ClientStack,
  content: object,
  { key = keyOf(stack), change = (body: string) => body } = {},
) => {
  const body = JSON.stringify(content);
  const response = await fetch(stack.address(source), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': await sign(key, body) },
    body: change(body),
  });
  return { status: response.status, body: await response.text() };
};
const isTaken = ({ status, body }: { status: number; body: string }): void =>
  assert.deepEqual([status, body], [200, 'EVENT_RECEIVED']);

const entry = (parts: object, object = 'page') => ({ object, entry: [{ id: page, time: at('12:00:00'), ...parts }] });
const message = (time: string, mid: string, echo?: object) => ({
  sender: { id: echo ? page : jo },
  recipient: { id: echo ? jo : page },
  timestamp: at(time),
  message: { mid, text: 'words that nobody keeps', ...(echo && { is_echo: true, ...echo }) },
});
const messages = async (stack: ClientStack) =>
  (await stack.facts('message', day)).filter((fact) => fact.source === source && !fact.withdrawn);

const challenge: ClientRun = {
  name: 'curl as Meta’s dashboard: the challenge is echoed as plain text for the right verify token only',
  async run(stack) {
    const ask = (token: string) =>
      curl([
        '-G',
        stack.address(source),
        '-d',
        'hub.mode=subscribe',
        '-d',
        'hub.challenge=1158201444',
        '-d',
        `hub.verify_token=${token}`,
      ]);
    const [right, wrong] = [await ask(stack.keys(source).tokens[0] ?? ''), await ask('guess')];
    assert.deepEqual([right.status, right.body], [200, '1158201444']);
    assert.match(right.headers['content-type'] ?? '', /^text\/plain/);
    assert.equal(wrong.status, 403);
    return undefined;
  },
};

const conversation: ClientRun = {
  name: '@octokit/webhooks-methods: a Messenger conversation with echoes, delivered twice',
  async run(stack) {
    const content = entry({
      messaging: [
        message('09:00:00', 'm_1'),
        message('09:00:01', 'm_2', { app_id: 444000111 }),
        message('09:30:00', 'm_3', { app_id: 1 }),
        { sender: { id: jo }, recipient: { id: page }, timestamp: at('09:31:00'), read: { watermark: at('09:30:00') } },
      ],
    });
    for (let times = 0; times < 2; times += 1) isTaken(await post(stack, content));
    const kept = await messages(stack);
    assert.deepEqual(
      kept.map(({ type, data }) => `${type} ${data['sentAt']} ${data['automated'] ?? ''}`.trim()).sort(),
      [
        `contact.message.received ${day}T09:00:00.000Z`,
        `contact.message.replied ${day}T09:00:01.000Z true`,
        `contact.message.replied ${day}T09:30:00.000Z`,
      ],
    );
    assert.equal(new Set(kept.map(({ subject }) => subject)).size, 1);
    assert.ok(!JSON.stringify(kept).includes('words that nobody keeps'));
    return undefined;
  },
};

const comments: ClientRun = {
  name: '@octokit/webhooks-methods: a comment, the page’s reply to it, and the comment taken away',
  async run(stack) {
    const before = (await messages(stack)).length;
    const comment = (value: object) =>
      entry({
        changes: [
          {
            field: 'feed',
            value: {
              item: 'comment',
              verb: 'add',
              post_id: `${page}_9`,
              parent_id: `${page}_9`,
              created_time: at('10:00:00') / 1000,
              comment_id: '9_1',
              from: { id: jo, name: 'Jo' },
              ...value,
            },
          },
        ],
      });
    isTaken(await post(stack, comment({})));
    isTaken(
      await post(
        stack,
        comment({
          comment_id: '9_2',
          parent_id: '9_1',
          created_time: at('10:30:00') / 1000,
          from: { id: page, name: 'Council' },
        }),
      ),
    );
    const added = (await messages(stack)).filter(({ data }) => data['public'] === true);
    assert.equal(added.length, 2);
    assert.equal((await messages(stack)).length, before + 2);
    isTaken(await post(stack, comment({ verb: 'remove' })));
    assert.equal((await messages(stack)).length, before + 1);
    return undefined;
  },
};

const refused: ClientRun = {
  name: '@octokit/webhooks-methods: another secret, a changed body, and SHA-1: 401',
  async run(stack) {
    const content = entry({ messaging: [message('11:00:00', 'm_9')] });
    const before = (await messages(stack)).length;
    assert.equal((await post(stack, content, { key: 'another' })).status, 401);
    assert.equal((await post(stack, content, { change: (body) => body.replace('m_9', 'm_8') })).status, 401);
    const sha1 = ['-H', 'X-Hub-Signature: sha1=0000000000000000000000000000000000000000', '--data-binary', '@-'];
    assert.equal((await curl([...sha1, stack.address(source)], JSON.stringify(content))).status, 401);
    assert.equal((await messages(stack)).length, before);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [challenge, conversation, comments, refused];
