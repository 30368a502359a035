import type { S3Client } from '@aws-sdk/client-s3';
import type { Configuration } from '#scorecard/configuration.ts';
import type { ConfigStore } from '#store/config.ts';
import { configPrefix } from '#store/names.ts';
import { getObject, putObject } from '#store/s3Object.ts';

const listKey = `${configPrefix}organisations.json`;
const keyOf = (organisation: string) => `${configPrefix}${organisation}.json`;

export function s3ConfigStore(s3: S3Client, bucket: string): ConfigStore {
  const readJson = async <Value>(key: string): Promise<Value | undefined> => {
    const stored = await getObject(s3, bucket, key);
    return stored && (JSON.parse(Buffer.from(stored.bytes).toString('utf8')) as Value);
  };
  const writeJson = (key: string, value: unknown) =>
    putObject(s3, bucket, key, { bytes: Buffer.from(JSON.stringify(value)), contentType: 'application/json' });

  const organisations = async () => (await readJson<readonly string[]>(listKey)) ?? [];

  return {
    organisations,
    read: (organisation) => readJson<Configuration>(keyOf(organisation)),
    /** The list comes last, so that whatever it names can be read. */
    async push(configuration) {
      const { id } = configuration.organisation;
      if (keyOf(id) === listKey) throw new Error(`an organisation cannot be called ${id}: the list of them is`);
      await writeJson(keyOf(id), configuration);
      const listed = await organisations();
      if (!listed.includes(id)) await writeJson(listKey, [...listed, id].sort());
    },
  };
}
