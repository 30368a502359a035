import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isDay } from '#calendar/day.ts';
import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { type Command, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { explanationOf, type Question, type Stores } from '#cli/explanation.ts';
import { explanationText } from '#cli/explanationText.ts';
import { clientFor } from '#local/clients.ts';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

const usage = 'explain MEASURE --period P [--org ORG] [--scorecard S] [--as-of DATE]';

export const explain: Command = {
  usage,
  summary: 'say what a figure was worked out from, day by day, and where it was published',
  options: {
    period: { type: 'string' },
    org: { type: 'string' },
    scorecard: { type: 'string' },
    'as-of': { type: 'string' },
  },
  positionals: 1,
  async run(context, { values, positionals: [measure] }) {
    const question = questionOf(measure, values);
    const explained = await withStack(context, (up) =>
      withStores(up, (stores) => explanationOf(question, stores, context.now())),
    );
    for (const line of explanationText(explained)) context.output.line(line);
    return explained;
  },
};

function questionOf(measure: string | undefined, values: Values): Question {
  const [period, asOf] = [textOf(values, 'period'), textOf(values, 'as-of')];
  if (measure === undefined || period === undefined)
    throw new Failure(`Name a measure and a period: quarterlight ${usage}`);
  if (!isPeriodId(period))
    throw new Failure(`"${period}" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.`);
  if (asOf !== undefined && !isDay(asOf)) throw new Failure(`"${asOf}" is no day: write --as-of 2024-01-25.`);
  const organisation = textOf(values, 'org');
  return { measure, period: parsePeriod(period), organisation, scorecard: textOf(values, 'scorecard'), asOf };
}

async function withStores<Result>(up: Up, work: (stores: Stores) => Promise<Result>): Promise<Result> {
  const dynamo = clientFor(DynamoDBClient, up.dynamodb);
  const s3 = s3ClientFor(up.s3);
  const { tables, buckets } = up;
  try {
    return await work({
      config: s3ConfigStore(s3, buckets.data),
      log: dynamoEventLog(dynamo, tables.events),
      partials: dynamoPartials(dynamo, tables.partials, s3, buckets.data),
      editions: dynamoEditions(dynamo, tables.editions, s3, buckets.data),
    });
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
}
