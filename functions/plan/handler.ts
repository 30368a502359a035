import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { PlanInput, PlanOutput } from '#functions/payloads.ts';
import { plan } from '#functions/plan/plan.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const s3 = new S3Client({
  forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
const dirty = dynamoEventLog(new DynamoDBClient(), requiredEnv(env.eventsTable));
const config = s3ConfigStore(s3, requiredEnv(env.dataBucket));

export const handler = middy<PlanInput, PlanOutput>().handler((input) => plan(input, { dirty, config }));
