import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import type { PlanOutput, RollupOutput } from '#functions/payloads.ts';
import { configuredDimensions } from '#functions/rollup/dimensions.ts';
import { rollup } from '#functions/rollup/rollup.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const dynamo = new DynamoDBClient();
const s3 = s3Client();
const bucket = requiredEnv(env.dataBucket);
const log = dynamoEventLog(dynamo, requiredEnv(env.eventsTable));
const partials = dynamoPartials(dynamo, requiredEnv(env.partialsTable), s3, bucket);
const config = s3ConfigStore(s3, bucket);
const quietSeconds = Number(requiredEnv(env.quietSeconds));

export const handler = middy<PlanOutput['chunks'][number], RollupOutput>().handler(({ days }) =>
  rollup(days, { log, partials, dimensionsOf: configuredDimensions(config), now: () => new Date(), quietSeconds }),
);
