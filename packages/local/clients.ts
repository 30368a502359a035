import { region } from '#local/resources.ts';

/** What s3rver knows its one user by; DynamoDB takes any. Not a secret: everything listens on this computer only. */
export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof credentials;
  readonly maxAttempts: number;
}

export const clientFor = <Client>(make: new (options: ClientOptions) => Client, endpoint: string): Client =>
  new make({ endpoint, region, credentials, maxAttempts: 1 });
