import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import type { PlanInput, PlanOutput } from '#functions/payloads.ts';
import { plan } from '#functions/plan/plan.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const s3 = s3Client();
const dynamo = new DynamoDBClient();
const bucket = requiredEnv(env.dataBucket);
const dirty = dynamoEventLog(dynamo, requiredEnv(env.eventsTable));
const partials = dynamoPartials(dynamo, requiredEnv(env.partialsTable), s3, bucket);
const config = s3ConfigStore(s3, bucket);

export const handler = middy<PlanInput, PlanOutput>().handler((input) => plan(input, { dirty, config, partials }));
