import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientFor } from '#local/clients.ts';
import { s3ClientFor } from '#local/s3.ts';
import { listen } from '#local/server.ts';
import { type Stack, startStack } from '#local/stack.ts';
import { stubBundles, synthesized } from '#test/infra/synthesized.ts';

const bundles = stubBundles({
  collect: `
    export const handler = async (event) => {
      if (event.rawPath === '/broken') throw new Error('broken');
      if (event.rawPath === '/plain') return { plain: true };
      return { statusCode: 202, headers: { 'x-here': 'yes' }, cookies: ['a=1'], body: JSON.stringify({ event, env: process.env }) };
    };`,
  drop: `
    export const handler = async (input) => {
      console.log(JSON.stringify(input));
      return input.detail ? { key: input.detail.object.key, left: 1, done: false } : { ...input, done: true };
    };`,
  plan: `export const handler = async (input) => ({ ...input, done: true, chunks: [], scorecards: [{ id: 1 }] });`,
  assess: `export const handler = async (task) => ({ ...task, minted: [] });`,
  publish: `export const handler = async () => ({ files: 2 });`,
});

const root = mkdtempSync(join(tmpdir(), 'quarterlight-stack-'));
const folder = join(root, '.quarterlight');
const options = { root, folder, sitePort: 0, ingestPort: 0, now: () => new Date('2024-01-25T12:00:00Z') };
let stack: Stack;

beforeAll(async () => {
  synthesized(join(root, 'cdk.out'), bundles);
  stack = await startStack(options);
});
afterAll(async () => {
  await stack.close();
  rmSync(root, { recursive: true, force: true });
});

const post = (path: string, contentType: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${stack.up.ingest}${path}`, { method: 'POST', headers: { 'content-type': contentType }, body });
const received = async (response: Response) => ((await response.json()) as { event: Record<string, unknown> }).event;

describe('the ingest address', () => {
  test.each([
    ['application/json', 'é', false],
    ['application/json; charset=utf-8', 'é', false],
    ['text/csv', 'é', false],
    ['application/cloudevents+json', 'w6k=', true],
    ['application/octet-stream', 'w6k=', true],
    ['application/jsonlines', 'w6k=', true],
  ])('hands on %s as AWS does', async (contentType, body, isBase64Encoded) => {
    expect(await received(await post('/events/x', contentType, 'é'))).toMatchObject({ body, isBase64Encoded });
  });

  test('tells the path, the query and the method in payload format 2.0', async () => {
    const event = await received(await post('/events/a%20b?x=1&x=2&y=', 'text/plain', ''));
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/events/a%20b',
      rawQueryString: 'x=1&x=2&y=',
      queryStringParameters: { x: '1,2', y: '' },
      requestContext: {
        http: { method: 'POST', path: '/events/a%20b' },
        timeEpoch: Date.parse('2024-01-25T12:00:00Z'),
      },
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('body');
  });

  test('answers what the function answers', async () => {
    const response = await post('/events/x', 'text/plain', '');
    expect(response.status).toBe(202);
    expect(response.headers.get('x-here')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1']);
    expect(await (await post('/plain', 'text/plain', '')).json()).toEqual({ plain: true });
  });

  test.each([
    ['a broken function', '/broken', 1, 502],
    ['six megabytes', '/plain', 6_291_456, 200],
    ['a byte more', '/plain', 6_291_457, 413],
  ])('%s', async (_, path, bytes, status) => {
    expect((await post(path, 'text/plain', new Uint8Array(bytes))).status).toBe(status);
  });

  test('the function sees its own variables from the template, the endpoints, and nothing of this computer', async () => {
    const response = await post('/events/x', 'text/plain', '');
    const { env } = (await response.json()) as { env: Record<string, string> };
    expect(env).toMatchObject({
      EVENTS_TABLE: stack.up.tables.events,
      DATA_BUCKET: stack.up.buckets.data,
      AWS_ENDPOINT_URL_DYNAMODB: stack.up.dynamodb,
    });
    expect(env).not.toHaveProperty('PATH');
    expect(env).not.toHaveProperty('SITE_BUCKET');
  });
});

describe('the night', () => {
  const call = async (operation: string, input: unknown) => {
    const response = await fetch(stack.up.stepFunctions, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: JSON.stringify(input),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('is started over HTTP and tells how it went', async () => {
    const { body: started } = await call('StartExecution', {
      stateMachineArn: stack.up.stateMachine,
      input: '{"asOf":"2024-01-25"}',
    });
    let execution = await call('DescribeExecution', started);
    while (execution.body['status'] === 'RUNNING') execution = await call('DescribeExecution', started);
    expect(execution.body).toMatchObject({
      status: 'SUCCEEDED',
      steps: {
        'Publish a scorecard': { outputs: [{ files: 2 }] },
        Plan: { outputs: [{ night: { asOf: '2024-01-25' } }] },
      },
    });
  });

  test.each([
    ['StartExecution', { stateMachineArn: 'arn:other' }, 'StateMachineDoesNotExist'],
    ['DescribeExecution', { executionArn: 'arn:other' }, 'ExecutionDoesNotExist'],
    ['DeleteStateMachine', {}, 'UnknownOperationException'],
  ])('%s of what is not there is refused as AWS does', async (operation, input, error) => {
    expect(await call(operation, input)).toMatchObject({ status: 400, body: { __type: error } });
  });
});

describe('an object that is put under drop/', () => {
  const put = async (bucket: string, Key: string) => {
    const s3 = s3ClientFor(stack.up.s3);
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'a,b' }));
    s3.destroy();
  };
  const logged = () => {
    const log = readdirSync(join(folder, 'logs')).find((name) => name.startsWith('Drop')) ?? '';
    return readFileSync(join(folder, 'logs', log), 'utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const until = async (holds: () => boolean) => {
    for (let tries = 0; tries < 200 && !holds(); tries++) await sleep(20);
  };

  test('starts the target of the template’s rule, again and again until it is done; no other object does', async () => {
    await put(stack.up.buckets.site, 'drop/town/phones/other.csv');
    await put(stack.up.buckets.data, 'config/town/phones/other.csv');
    await put(stack.up.buckets.data, 'drop/town/phones/other.txt');
    await put(stack.up.buckets.data, 'drop/town/phones/a file.csv');
    await until(() => logged().length >= 2);
    expect(logged()).toMatchObject([
      {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        time: '2024-01-25T12:00:00Z',
        detail: {
          bucket: { name: stack.up.buckets.data },
          object: { key: 'drop/town/phones/a file.csv', etag: expect.stringMatching(/^[0-9a-f]{32}$/) },
        },
      },
      { key: 'drop/town/phones/a file.csv', done: false },
    ]);
  });
});

describe('the site', () => {
  const put = async (Key: string, Body: string) => {
    const s3 = s3ClientFor(stack.up.s3);
    await s3.send(
      new PutObjectCommand({
        Bucket: stack.up.buckets.site,
        Key,
        Body,
        ContentType: 'text/html; charset=utf-8',
        CacheControl: 'max-age=60',
      }),
    );
    s3.destroy();
  };
  const get = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, stack.up.site), { redirect: 'manual', ...init });

  test('is the bucket behind the edge function, with the headers of the template', async () => {
    await put('wirral/index.html', 'Wirral');
    const response = await get('/wirral/');
    expect(await response.text()).toBe('Wirral');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'max-age=60',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
    expect((await get('/wirral/', { headers: { 'if-none-match': String(response.headers.get('etag')) } })).status).toBe(
      304,
    );
    expect((await get('/wirral')).headers.get('location')).toBe('/wirral/');
    expect(await (await get('/wirral/', { method: 'HEAD' })).text()).toBe('');
  });

  test('what is not there is 404, with the page for it once there is one', async () => {
    expect(await (await get('/nowhere/')).text()).toBe('Not found');
    await put('404.html', 'We looked everywhere');
    const response = await get('/nowhere/');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('We looked everywhere');
  });

  test('nothing can be sent to it', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });
});

test('the secret is what the file says, and no other can be asked for', async () => {
  writeFileSync(join(folder, 'secrets.json'), '{"wirral":{}}');
  const ask = async (SecretId: string) => {
    const response = await fetch(stack.up.secretsManager, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
      body: JSON.stringify({ SecretId }),
    });
    return (await response.json()) as Record<string, string>;
  };
  const { env } = (await (await post('/events/x', 'text/plain', '')).json()) as { env: Record<string, string> };
  expect(await ask(env['SECRET_ID'] ?? '')).toMatchObject({ SecretString: '{"wirral":{}}' });
  expect(await ask('another')).toMatchObject({ __type: 'ResourceNotFoundException' });
});

describe('kept data', () => {
  const other = { ...options, folder: join(root, 'other') };

  test('is there again after a stop, and is used by one at a time', async () => {
    const first = await startStack(other);
    await expect(startStack(other)).rejects.toThrow(/Another quarterlight \(process \d+\)/);
    const item = { pk: { S: 'a' }, sk: { S: 'b' }, dayPk: { S: 'd' }, daySk: { S: 'e' } };
    const client = clientFor(DynamoDBClient, first.up.dynamodb);
    await client.send(new PutItemCommand({ TableName: first.up.tables.events, Item: item }));
    client.destroy();
    await first.close();

    const second = await startStack(other);
    const again = clientFor(DynamoDBClient, second.up.dynamodb);
    const byDay = new QueryCommand({
      TableName: second.up.tables.events,
      IndexName: 'day',
      KeyConditionExpression: 'dayPk = :day',
      ExpressionAttributeValues: { ':day': { S: 'd' } },
    });
    expect((await again.send(byDay)).Items).toEqual([item]);
    again.destroy();
    await second.close();
    expect(existsSync(join(other.folder, 'lock'))).toBe(false);
  });

  test('that is damaged is told in a sentence', async () => {
    const damaged = { ...options, folder: join(root, 'damaged') };
    await (await startStack(damaged)).close();
    const current = join(damaged.folder, 'data', 'dynamodb', 'CURRENT');
    expect(readFileSync(current, 'utf8')).toMatch(/^MANIFEST/);
    writeFileSync(current, 'nonsense');
    await expect(startStack(damaged)).rejects.toThrow(/cannot be read .* --fresh/);
    expect(existsSync(join(damaged.folder, 'lock'))).toBe(false);
  });
});

describe('ports', () => {
  test('the next free one is taken, and twenty in use are told in a sentence', async () => {
    const servers = [];
    const first = await listen(createServer(), 43_900);
    const port = Number(new URL(first.address).port);
    servers.push(first);
    for (let taken = 1; taken < 20; taken++) servers.push(await listen(createServer(), port + taken));
    const last = Math.max(...servers.map(({ address }) => Number(new URL(address).port)));
    expect(last).toBeGreaterThanOrEqual(port + 19);
    await expect(listen(createServer(), port)).rejects.toThrow(/all in use/);
    for (const server of servers) await server.close();
  });
});

test('a missing build is told in a sentence', async () => {
  await expect(startStack({ ...options, root: join(root, 'nowhere') })).rejects.toThrow(
    /The build is missing .* "npm run synth"/,
  );
});
