import { createRequire } from 'node:module';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { clientFor } from '#local/clients.ts';
import { Failure, messageOf } from '#local/failure.ts';
import { type Denial, guardDynamoDb } from '#local/permissions.ts';
import { arn, type Found } from '#local/resources.ts';
import { type Listening, listen } from '#local/server.ts';

type TableProperties = Pick<
  CreateTableCommandInput,
  'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes' | 'BillingMode'
>;

/** Longer than a client keeps an idle connection, so that none is closed under a request. */
const keepAliveMs = 120_000;

/** DynamoDB on disk, with the template's tables. */
export async function startDynamoDb(
  folder: string,
  tables: readonly Found<TableProperties>[],
  denial: Denial,
): Promise<Listening> {
  await mustOpen(folder);
  const server = dynalite({ path: folder, createTableMs: 0 });
  server.keepAliveTimeout = keepAliveMs;
  guardDynamoDb(server, denial, (table) => arn('dynamodb', `table/${table}`));
  const database = await listen(server);
  try {
    const client = clientFor(DynamoDBClient, database.address);
    for (const table of tables) await ensureTable(client, table);
    client.destroy();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
}

/** dynalite answers nothing when its database does not open, so the same library is asked first. */
async function mustOpen(folder: string) {
  const ownRequire = createRequire(import.meta.url);
  const { Level }: { Level: new (path: string) => Database } = createRequire(ownRequire.resolve('dynalite'))('level');
  const database = new Level(folder);
  try {
    await database.open();
  } catch (error) {
    const { cause } = error as Error;
    throw new Failure(`The kept data cannot be read (${messageOf(cause ?? error)}): start again with --fresh.`);
  } finally {
    await database.close();
  }
}

async function ensureTable(client: DynamoDBClient, { ref, properties }: Found<TableProperties>) {
  const kept = await describe(client, ref);
  if (!kept) await client.send(new CreateTableCommand(creation(ref, properties)));
  else if (shapeOf(kept) !== shapeOf(properties)) {
    throw new Failure(`The kept table ${ref} has other keys than the stack now: start again with --fresh.`);
  }
}

async function describe(client: DynamoDBClient, table: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: table }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

const creation = (table: string, properties: TableProperties): CreateTableCommandInput => ({
  TableName: table,
  KeySchema: properties.KeySchema,
  AttributeDefinitions: properties.AttributeDefinitions,
  BillingMode: properties.BillingMode,
  ...(properties.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes }),
});

interface Keyed {
  readonly KeySchema?: readonly { readonly AttributeName?: string; readonly KeyType?: string }[];
  readonly IndexName?: string;
}

const keysOf = ({ IndexName, KeySchema = [] }: Keyed): string =>
  [IndexName, ...KeySchema.map((key) => `${key.KeyType} ${key.AttributeName}`)].join(' ');

const shapeOf = (table: Keyed & { readonly GlobalSecondaryIndexes?: readonly Keyed[] }): string =>
  [table, ...(table.GlobalSecondaryIndexes ?? [])].map(keysOf).join('; ');
