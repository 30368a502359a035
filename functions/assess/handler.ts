import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import { assess, type Stores } from '#functions/assess/assess.ts';
import type { AssessOutput, ScorecardTask } from '#functions/payloads.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const dynamo = new DynamoDBClient();
const s3 = s3Client();
const bucket = requiredEnv(env.dataBucket);
const stores: Stores = {
  config: s3ConfigStore(s3, bucket),
  log: dynamoEventLog(dynamo, requiredEnv(env.eventsTable)),
  partials: dynamoPartials(dynamo, requiredEnv(env.partialsTable), s3, bucket),
  editions: dynamoEditions(dynamo, requiredEnv(env.editionsTable), s3, bucket),
  software: requiredEnv(env.version),
};

export const handler = middy<ScorecardTask, AssessOutput>().handler((task) => assess(task, stores));
