import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import type { RollupInput, RollupOutput, VerifyOutput } from '#functions/payloads.ts';
import { configuredDimensions } from '#functions/rollup/dimensions.ts';
import { rollup } from '#functions/rollup/rollup.ts';
import { verify } from '#functions/rollup/verify.ts';
import { requiredEnv } from '#lambda/environment.ts';
import { jsonLog } from '#lambda/log.ts';
import { metricLine } from '#lambda/metric.ts';
import { s3Client } from '#lambda/s3Client.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { driftMetric, env } from '#store/names.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const dynamo = new DynamoDBClient();
const s3 = s3Client();
const bucket = requiredEnv(env.dataBucket);
const log = dynamoEventLog(dynamo, requiredEnv(env.eventsTable));
const partials = dynamoPartials(dynamo, requiredEnv(env.partialsTable), s3, bucket);
const config = s3ConfigStore(s3, bucket);
const quietSeconds = Number(requiredEnv(env.quietSeconds));

const write = (line: string) => process.stdout.write(`${line}\n`);
const metric = { ...driftMetric, of: requiredEnv('AWS_LAMBDA_FUNCTION_NAME') };
const now = () => new Date();
const verifying = {
  tell: jsonLog(write),
  drift: (days: number) => void write(metricLine(metric, days, now())),
  pause: () => sleep(2000),
};

export const handler = middy<RollupInput, RollupOutput | VerifyOutput>().handler(({ days, verify: isVerifying }) => {
  const tools = { log, partials, dimensionsOf: configuredDimensions(config), now };
  return isVerifying ? verify(days, { ...tools, ...verifying }) : rollup(days, { ...tools, quietSeconds });
});
