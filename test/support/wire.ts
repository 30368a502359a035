import { type Dynalite, startDynalite } from '#test/support/dynalite.ts';
import { type S3, startS3 } from '#test/support/s3rver.ts';
import { createTables } from '#test/support/tables.ts';

export interface Wire {
  readonly dynalite: Dynalite;
  readonly s3: S3;
  stop(): Promise<void>;
}

/** DynamoDB with the three tables and S3 with the two buckets, both over the wire. */
export async function startWire(): Promise<Wire> {
  const [dynalite, s3] = await Promise.all([startDynalite(), startS3()]);
  await createTables(dynalite.client());
  return {
    dynalite,
    s3,
    async stop() {
      await Promise.all([dynalite.stop(), s3.stop()]);
    },
  };
}
