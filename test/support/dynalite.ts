import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

interface Options {
  readonly createTableMs?: number;
  readonly deleteTableMs?: number;
  /** Kept on disk; in memory when left out. */
  readonly path?: string;
}

// It is CommonJS without types.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: Options) => Server;

export interface Dynalite {
  readonly endpoint: string;
  /** A client of its own, so that a test may add faults to it. */
  client(): DynamoDBClient;
  stop(): Promise<void>;
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export async function startDynalite(options: Options = {}): Promise<Dynalite> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...options });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: DynamoDBClient[] = [];
  return {
    endpoint,
    client() {
      const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) client.destroy();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
