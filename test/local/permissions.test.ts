import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, startStack } from '#local/stack.ts';
import { stubBundles, synthesized } from '#test/infra/synthesized.ts';

/** Calls what it is told to, with what the SDK would send: the session token of its role. */
const caller = `
  export const handler = async ({ body }) => {
    const { endpoint, method, path, target, input } = JSON.parse(body);
    const response = await fetch(process.env[endpoint] + path, {
      method,
      headers: {
        'x-amz-security-token': process.env.AWS_SESSION_TOKEN,
        ...(target && { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0', 'x-amz-date': '20240125T120000Z' }),
        ...(target && { authorization: 'AWS4-HMAC-SHA256 Credential=S3RVER/20240125/eu-west-2/x/aws4_request, SignedHeaders=host, Signature=0' }),
      },
      body: input && JSON.stringify(input),
    });
    return { statusCode: 200, body: JSON.stringify({ status: response.status, answer: await response.text() }) };
  };`;

const root = mkdtempSync(join(tmpdir(), 'quarterlight-permissions-'));
let stack: Stack;

beforeAll(async () => {
  synthesized(join(root, 'cdk.out'), stubBundles({ collect: caller }));
  stack = await startStack({ root, folder: join(root, 'data'), sitePort: 0, ingestPort: 0, now: () => new Date() });
});
afterAll(async () => {
  await stack.close();
  rmSync(root, { recursive: true, force: true });
});

const asCollect = async (call: object) => {
  const response = await fetch(stack.up.ingest, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  return (await response.json()) as { status: number; answer: string };
};
const dynamodb = (operation: string, input: object) =>
  asCollect({
    endpoint: 'AWS_ENDPOINT_URL_DYNAMODB',
    method: 'POST',
    path: '/',
    target: `DynamoDB_20120810.${operation}`,
    input,
  });
const s3 = (method: string, path: string) => asCollect({ endpoint: 'AWS_ENDPOINT_URL_S3', method, path });

const Key = { pk: { S: 'a' }, sk: { S: 'b' } };

describe('a function may here what the template allows it', () => {
  test('and no other call on the same table', async () => {
    const TableName = stack.up.tables.events;
    expect(await dynamodb('GetItem', { TableName, Key })).toEqual({ status: 200, answer: '{}' });
    const { status, answer } = await dynamodb('DeleteItem', { TableName, Key });
    expect(status).toBe(400);
    expect(answer).toMatch(/AccessDeniedException.*CollectRole.* may not call dynamodb:DeleteItem on .*EventLogTable/);
  });

  test('and not the same call on another table, or on an index', async () => {
    const byDay = {
      TableName: stack.up.tables.events,
      IndexName: 'day',
      KeyConditionExpression: 'dayPk = :d',
      ExpressionAttributeValues: { ':d': { S: 'x' } },
    };
    expect((await dynamodb('GetItem', { TableName: stack.up.tables.editions, Key })).status).toBe(400);
    expect((await dynamodb('Query', byDay)).answer).toMatch(/may not call dynamodb:Query on .*\/index\/day/);
  });

  test('and no batch that reaches into a table', async () => {
    const RequestItems = { [stack.up.tables.partials]: { Keys: [Key] } };
    const { status, answer } = await dynamodb('BatchGetItem', { RequestItems });
    expect(status).toBe(400);
    expect(answer).toMatch(/CollectRole.* may not call dynamodb:BatchGetItem on .*PartialsTable/);
  });

  test.each([
    ['reads the configuration', 'GET', () => `/${stack.up.buckets.data}/config/organisations.json`, 404],
    ['does not write it', 'PUT', () => `/${stack.up.buckets.data}/config/organisations.json`, 403],
    ['does not read partials', 'GET', () => `/${stack.up.buckets.data}/partials/x`, 403],
    ['is kept from the site', 'GET', () => `/${stack.up.buckets.site}/index.html`, 403],
    ['is kept from a prefix that only begins alike', 'GET', () => `/${stack.up.buckets.data}/configuration`, 403],
    ['lists the bucket', 'GET', () => `/${stack.up.buckets.data}?list-type=2`, 200],
    ['deletes nothing', 'DELETE', () => `/${stack.up.buckets.data}/config/organisations.json`, 403],
  ])('collect %s', async (_, method, path, status) => {
    expect((await s3(method, path())).status).toBe(status);
  });
});
