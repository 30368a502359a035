import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type LocalFunction, localFunction } from '#local/functions.ts';

let fn: LocalFunction | undefined;
afterEach(async () => {
  await fn?.close();
  fn = undefined;
});

function functionOf(code: string, timeoutSeconds = 5) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-function-'));
  const logs = join(folder, 'logs');
  mkdirSync(join(folder, 'asset'));
  writeFileSync(join(folder, 'asset', 'index.mjs'), code);
  const assembly = { template: { Resources: {} }, assetFolder: () => join(folder, 'asset') };
  const properties = {
    Code: { S3Key: 'hash.zip' },
    Handler: 'index.handler',
    Timeout: timeoutSeconds,
    Role: 'arn:aws:iam::000000000000:role/Own',
    Environment: { Variables: { QUIET_SECONDS: 0 } },
  };
  fn = localFunction({ id: 'Fn', ref: 'Fn', properties }, { assembly, environment: { AWS_REGION: 'eu-west-2' }, logs });
  return { fn, log: () => readFileSync(join(logs, 'Fn.log'), 'utf8') };
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (result) => ({ result }),
    ({ name, message }: Error) => ({ name, message }),
  );

describe('a function', () => {
  test('is given its variables as text, its role and its own name', async () => {
    const { fn } = functionOf('export const handler = async () => process.env;');
    expect(await fn.invoke({})).toEqual({
      AWS_REGION: 'eu-west-2',
      QUIET_SECONDS: '0',
      AWS_LAMBDA_FUNCTION_NAME: 'Fn',
      AWS_SESSION_TOKEN: 'Own',
    });
  });

  test('is given and gives what JSON can carry, as at AWS', async () => {
    const { fn } = functionOf(
      'export const handler = async (event) => ({ event, lost: undefined, day: new Date(0) });',
    );
    expect(await fn.invoke({ a: 1, b: undefined })).toEqual({ event: { a: 1 }, day: '1970-01-01T00:00:00.000Z' });
  });

  test('throws with the name and words of its own error, which the log has too', async () => {
    const { fn, log } = functionOf(
      'export const handler = async () => { throw Object.assign(new Error("no room"), { name: "Full" }); };',
    );
    expect(await outcome(fn.invoke({}))).toEqual({ name: 'Full', message: 'no room' });
    await fn.close();
    expect(log()).toMatch(/no room/);
  });

  test('knows how long it has left', async () => {
    const { fn } = functionOf('export const handler = async (_, context) => context.getRemainingTimeInMillis();', 5);
    const left = Number(await fn.invoke({}));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5000);
  });

  test.each([
    ['takes too long', 'await new Promise(() => setInterval(() => {}, 1000))', 'Sandbox.Timedout'],
    ['never gives way', 'for (;;);', 'Sandbox.Timedout'],
    ['ends its process', 'process.exit(3)', 'Runtime.ExitError'],
  ])('that %s is ended, and the next event finds a new one', async (_, statement, name) => {
    const { fn } = functionOf(
      `export const handler = async (bad) => { if (bad) { ${statement} } return 'good'; };`,
      0.3,
    );
    expect(await outcome(fn.invoke(true))).toMatchObject({ name });
    expect(await fn.invoke(false)).toBe('good');
  });

  test('that cannot be loaded says why', async () => {
    const { fn, log } = functionOf('export const handler = ;');
    expect(await outcome(fn.invoke({}))).toMatchObject({ name: 'SyntaxError' });
    await fn.close();
    expect(log()).toMatch(/SyntaxError/);
  });

  test('takes one event at a time in each instance, and keeps none waiting for ever', async () => {
    const { fn } = functionOf(`
      let busy = 0;
      export const handler = async (event) => {
        busy++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { event, together: busy-- };
      };`);
    const results = await Promise.all(Array.from({ length: 20 }, (_, event) => fn.invoke(event)));
    expect(results).toEqual(Array.from({ length: 20 }, (_, event) => ({ event, together: 1 })));
  });
});
