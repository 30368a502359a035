import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { main } from '#cli/main.ts';
import { type ClientRun, type ClientStack, eventually } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';

/** What the command prints for a machine. */
async function quarterlight(stack: ClientStack, ...words: readonly string[]) {
  const printed: string[] = [];
  const screen = { isTTY: false, write: (text: string) => printed.push(text) > 0 };
  const root = dirname(stack.folder);
  const surroundings = {
    root,
    folder: stack.folder,
    here: root,
    now: () => new Date(),
    stdout: screen,
    stderr: screen,
  };
  const code = await main([...words, '--json'], surroundings);
  assert.equal(code, 0, printed.join(''));
  return JSON.parse(printed.join(''));
}

const added: ClientRun = {
  name: 'quarterlight source add, push, and curl with the key that it printed; then it is rotated and listed',
  async run(stack) {
    const { hook, tokens } = await quarterlight(stack, 'source', 'add', 'example.new-tool', '--adapter', 'cloudevents');
    await quarterlight(stack, 'push', 'example');
    const post = (token: string) =>
      curl(
        ['-H', `authorization: Bearer ${token}`, '-H', 'webhook-id: new-tool-1', '-H', 'content-type: application/json']
          .concat('--data-binary', '@-')
          .concat(hook),
        '{"type":"gauge.read","timestamp":"2025-05-08T09:00:00Z","data":{"gauge":"downloads","value":7}}',
      );
    const first = await eventually(async () => {
      const answer = await post(tokens[0]);
      return answer.status === 404 || answer.status === 401 ? undefined : answer;
    });
    assert.deepEqual(JSON.parse(first.body), {
      accepted: 1,
      duplicates: 0,
      rejected: [],
      warnings: [],
    });
    assert.equal((await stack.facts('gauge', '2025-05-08')).length, 1);
    const rotated = await quarterlight(stack, 'source', 'rotate', 'example.new-tool');
    assert.equal(rotated.tokens.length, 2);
    const finished = await quarterlight(stack, 'source', 'rotate', 'example.new-tool', '--finish');
    assert.deepEqual(finished.tokens, [rotated.tokens[1]]);
    const { sources } = await quarterlight(stack, 'source', 'list', 'example');
    assert.deepEqual(sources.at(-1), {
      source: 'example.new-tool',
      adapter: 'cloudevents',
      trust: 'signed',
      keys: 'keys',
      title: '',
    });
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [added];
