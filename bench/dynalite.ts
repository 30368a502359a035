import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A client of a dynalite in another process, with our tables; both end with the work. */
export async function withDynalite<Result>(work: (client: DynamoDBClient) => Promise<Result>): Promise<Result> {
  const server = fork(fileURLToPath(import.meta.resolve('#bench/dynaliteServer.ts')));
  const [endpoint] = await once(server, 'message');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: String(endpoint), region: 'eu-west-2', credentials });
  try {
    return await work(client);
  } finally {
    client.destroy();
    server.kill();
  }
}
