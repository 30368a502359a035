import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dayIndex, keys } from '#store/names.ts';

export const tableNames = { events: 'events', partials: 'partials', editions: 'editions' } as const;

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
const strings = (...names: readonly string[]) =>
  names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const }));

const table = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keySchema(keys.partition, keys.sort),
  AttributeDefinitions: strings(keys.partition, keys.sort),
});

const eventsTable: CreateTableCommandInput = {
  ...table(tableNames.events),
  AttributeDefinitions: strings(keys.partition, keys.sort, keys.dayPartition, keys.daySort),
  GlobalSecondaryIndexes: [
    {
      IndexName: dayIndex,
      KeySchema: keySchema(keys.dayPartition, keys.daySort),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

/** The three tables as the stack declares them; usable when it resolves. */
export async function createTables(client: DynamoDBClient): Promise<void> {
  for (const input of [eventsTable, table(tableNames.partials), table(tableNames.editions)]) {
    await client.send(new CreateTableCommand(input));
  }
}
