import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import middy from '@middy/core';
import { drop } from '#functions/drop/drop.ts';
import type { DropState, ObjectCreated } from '#functions/payloads.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { jsonLog } from '#lambda/log.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { env } from '#store/names.ts';
import { s3Batches } from '#store/s3Batches.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { s3Drops } from '#store/s3Drops.ts';
import { secretsManagerSecrets } from '#store/secretsManagerSecrets.ts';

const s3 = s3Client();
const bucket = requiredEnv(env.dataBucket);
const stores = {
  config: s3ConfigStore(s3, bucket),
  secrets: secretsManagerSecrets(new SecretsManagerClient(), requiredEnv(env.secret), () => new Date()),
  eventLog: dynamoEventLog(new DynamoDBClient(), requiredEnv(env.eventsTable)),
  batches: s3Batches(s3, bucket),
  drops: s3Drops(s3, bucket),
  log: jsonLog((line) => process.stdout.write(`${line}\n`)),
};

/** For what is left to write once the last rows are stored. */
const spareMs = 60_000;

export const handler = middy<ObjectCreated | DropState, DropState>().handler((input, context) =>
  drop(input, stores, {
    now: () => new Date(),
    hasTime: () => context.getRemainingTimeInMillis() > spareMs,
  }),
);
