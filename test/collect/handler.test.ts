import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Context, LambdaFunctionURLEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { env } from '#store/names.ts';
import { sample } from '#test/event/sample.ts';

Object.assign(process.env, {
  [env.eventsTable]: 'events',
  [env.dataBucket]: 'data',
  [env.secret]: 'secret',
  AWS_REGION: 'eu-west-2',
});
const { handler } = await import('#functions/collect/handler.ts');

const dynamo = mockClient(DynamoDBClient);
const s3 = mockClient(S3Client);
const secrets = mockClient(SecretsManagerClient);

const call = sample('contact.call.completed');
const objects: Record<string, unknown> = {
  'config/organisations.json': ['example'],
  'config/example.json': { organisation: { id: 'example' }, sources: [{ id: 'telephony' }], scorecards: [] },
};
const secret = {
  example: { hashKey: 'a key of thirty-two characters..', sources: { telephony: { tokens: ['token'] } } },
};

const object = ({ Key = '' }) => ({
  Body: { transformToByteArray: async () => Buffer.from(JSON.stringify(objects[Key])) } as never,
});

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  for (const mock of [dynamo, s3, secrets]) mock.reset();
  s3.on(GetObjectCommand).callsFake(object);
  secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(secret) });
  dynamo.on(UpdateItemCommand).resolves({ Attributes: { days: { SS: ['2024-03-04'] } } });
  dynamo.on(PutItemCommand).resolves({});
  dynamo.on(BatchWriteItemCommand).resolves({});
  dynamo.on(QueryCommand).resolves({ Items: [] });
  dynamo.on(GetItemCommand).resolves({});
});

afterEach(() => {
  jest.restoreAllMocks();
});

const invoke = async (body: unknown, headers: object = {}) => {
  const event = {
    rawPath: '/events/telephony',
    headers: { 'content-type': 'application/cloudevents+json', authorization: 'Bearer token', ...headers },
    requestContext: { http: { method: 'POST' } },
    body: Buffer.from(JSON.stringify(body)).toString('base64'),
    isBase64Encoded: true,
  } as unknown as LambdaFunctionURLEvent;
  const answer = await handler(event, {} as Context);
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
};

describe('the function as it is wired', () => {
  test('answers 202 when the fact and the mark of its day are written', async () => {
    expect(await invoke(call)).toMatchObject({ status: 202, body: { accepted: 1 } });
    const written = dynamo.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input.TableName);
    expect(new Set(written)).toEqual(new Set(['events']));
    expect(JSON.stringify(dynamo.calls().map(({ args }) => args[0].input))).toContain('call#2024-03-04');
  });

  test('writes what is rejected to quarantine, encrypted', async () => {
    expect(await invoke({ ...call, id: '' })).toMatchObject({ status: 422 });
    const [put] = dynamo.commandCalls(PutItemCommand);
    expect(put?.args[0].input.Item?.['pk']?.S).toMatch(/^example#QUARANTINE#/);
    expect(JSON.stringify(put?.args[0].input)).not.toContain('Council Tax');
  });

  test.each([
    ['ProvisionedThroughputExceededException', 429],
    ['InternalServerError', 503],
  ])('answers a store’s %s with %d', async (name, status) => {
    dynamo.on(UpdateItemCommand).rejects(Object.assign(new Error('down'), { name }));
    const answer = await invoke(call);
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } });
  });

  test('reads its configuration once a minute at most', async () => {
    await invoke(call);
    s3.resetHistory();
    await invoke(call);
    expect(s3.calls()).toHaveLength(0);
  });
});
