import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import type { PublishOutput, ScorecardTask } from '#functions/payloads.ts';
import { publish, type Stores } from '#functions/publish/publish.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { assets } from '#site/assets.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { s3Website } from '#store/s3Website.ts';

const dynamo = new DynamoDBClient();
const s3 = s3Client();
const dataBucket = requiredEnv(env.dataBucket);
const stores: Stores = {
  config: s3ConfigStore(s3, dataBucket),
  editions: dynamoEditions(dynamo, requiredEnv(env.editionsTable), s3, dataBucket),
  log: dynamoEventLog(dynamo, requiredEnv(env.eventsTable)),
  website: s3Website(s3, requiredEnv(env.siteBucket)),
  data: s3Website(s3, dataBucket),
  assets,
  origin: process.env[env.siteOrigin],
};

export const handler = middy<ScorecardTask, PublishOutput>().handler((task) => publish(task, stores));
