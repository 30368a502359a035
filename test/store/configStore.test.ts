import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration } from '#scorecard/configuration.ts';
import type { ConfigStore } from '#store/config.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { type S3, startS3 } from '#test/support/s3rver.ts';

let s3: S3;
beforeAll(async () => {
  s3 = await startS3(['config-a']);
});
afterAll(() => s3.stop());

const configuration = (id: string, name = id): Configuration => ({
  organisation: { id, name, dimensions: { queue: ['council tax'] }, expected: {} },
  sources: [{ id: 'phones', adapter: 'cloudevents', trust: 'signed' }],
  scorecards: [],
});

describe.each([
  { store: 'memory', open: (): ConfigStore => memoryConfigStore() },
  { store: 'S3', open: (): ConfigStore => s3ConfigStore(s3.client(), 'config-a') },
])('configuration in $store', ({ open }) => {
  test('what was pushed last is read, and every organisation is listed once', async () => {
    const config = open();
    expect(await config.organisations()).toEqual([]);
    expect(await config.read('wirral')).toBeUndefined();
    await config.push(configuration('wirral', 'first'));
    await config.push(configuration('example'));
    await config.push(configuration('wirral', 'second'));
    expect(await config.organisations()).toEqual(['example', 'wirral']);
    expect(await config.read('wirral')).toEqual(configuration('wirral', 'second'));
    expect(await config.read('example')).toEqual(configuration('example'));
  });

  test('no organisation may take the name of the list', async () => {
    await expect(open().push(configuration('organisations'))).rejects.toThrow('cannot be called organisations');
  });
});
