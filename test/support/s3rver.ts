import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';

interface Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
  readonly httpServer: { closeAllConnections(): void };
}
type ServerClass = new (options: object) => Server;

// It is CommonJS without types.
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as ServerClass;

export const bucketNames = { data: 'data', site: 'site' } as const;

export interface S3 {
  readonly endpoint: string;
  /** A client of its own, so that a test may add faults to it. */
  client(): S3Client;
  stop(): Promise<void>;
}

/** S3 over the wire in a temporary directory; with the buckets `data` and `site` unless told otherwise. */
export async function startS3(buckets: readonly string[] = Object.values(bucketNames)): Promise<S3> {
  const directory = await mkdtemp(join(tmpdir(), 'quarterlight-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    allowMismatchedSignatures: true,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const clients: S3Client[] = [];
  return {
    endpoint,
    client() {
      const client = new S3Client({
        endpoint,
        region: 'eu-west-2',
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) client.destroy();
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true });
    },
  };
}
