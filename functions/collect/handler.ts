import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import middy from '@middy/core';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { collect } from '#functions/collect/collect.ts';
import { loadAccounts } from '#functions/collect/directory.ts';
import { memoryRates } from '#functions/collect/rates.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { type HttpResponse, requestOf } from '#lambda/http.ts';
import { jsonLog } from '#lambda/log.ts';
import { problems } from '#lambda/problem.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { cached } from '#store/cached.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoQuarantine } from '#store/dynamoQuarantine.ts';
import { env } from '#store/names.ts';
import { s3Batches } from '#store/s3Batches.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { secretsManagerSecrets } from '#store/secretsManagerSecrets.ts';

const dynamo = new DynamoDBClient();
const s3 = s3Client();
const table = requiredEnv(env.eventsTable);
const bucket = requiredEnv(env.dataBucket);
const config = s3ConfigStore(s3, bucket);
const secrets = secretsManagerSecrets(new SecretsManagerClient(), requiredEnv(env.secret), () => new Date());
const log = jsonLog((line) => process.stdout.write(`${line}\n`));

const hashKeyOf = async (organisation: string): Promise<string> => {
  const known = await secrets.of(organisation);
  if (!known) throw new Error(`${organisation} has no secrets`);
  return known.hashKey;
};

const stores = {
  directory: { accounts: cached(() => loadAccounts(config)), secrets },
  eventLog: dynamoEventLog(dynamo, table),
  batches: s3Batches(s3, bucket),
  quarantine: dynamoQuarantine(dynamo, table, s3, bucket, hashKeyOf),
  rates: memoryRates(),
  log,
};

export const handler = middy<LambdaFunctionURLEvent, HttpResponse>()
  .use(problems(log))
  .handler((event) => collect(requestOf(event), stores, new Date()));
