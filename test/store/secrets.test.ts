import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { secretsManagerSecrets } from '#store/secretsManagerSecrets.ts';

const client = mockClient(SecretsManagerClient);
beforeEach(() => {
  client.reset();
});

const wirral = {
  hashKey: 'x'.repeat(32),
  sources: { phones: { signing: ['whsec_bmV3', 'whsec_b2xk'] }, social: { tokens: ['t'] } },
};
const answer = (text: string) => client.on(GetSecretValueCommand).resolves({ SecretString: text });

const open = () => {
  const clock = { ms: 0 };
  const secrets = secretsManagerSecrets(new SecretsManagerClient({}), 'secret-id', () => new Date(clock.ms));
  return { secrets, clock };
};

describe('secrets', () => {
  test('are found by organisation', async () => {
    answer(JSON.stringify({ wirral }));
    const { secrets } = open();
    expect(await secrets.of('wirral')).toEqual(wirral);
    expect(await secrets.of('example')).toBeUndefined();
    expect(await secrets.of('constructor')).toBeUndefined();
    expect(client.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({ SecretId: 'secret-id' });
  });

  test.each([
    { ms: 60_000, fetched: 1 },
    { ms: 60_001, fetched: 2 },
  ])('after $ms ms were fetched $fetched times', async ({ ms, fetched }) => {
    answer(JSON.stringify({ wirral }));
    const { secrets, clock } = open();
    await Promise.all([secrets.of('wirral'), secrets.of('example')]);
    clock.ms = ms;
    await secrets.of('wirral');
    expect(client.commandCalls(GetSecretValueCommand)).toHaveLength(fetched);
  });

  test('are fetched again for who asks for newer ones', async () => {
    answer(JSON.stringify({ wirral }));
    const { secrets, clock } = open();
    await secrets.of('wirral');
    clock.ms = 5_001;
    await secrets.of('wirral', 5_000);
    await secrets.of('wirral', 5_000);
    expect(client.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });

  test('are in any vendor’s form', async () => {
    const keys = { signing: ['0123456789abcdef0123456789abcdef'], tokens: ['verify me'] };
    answer(JSON.stringify({ wirral: { ...wirral, sources: { meta: keys } } }));
    expect((await open().secrets.of('wirral'))?.sources['meta']).toEqual(keys);
  });

  test('are fetched again after a failure', async () => {
    client
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ SecretString: JSON.stringify({ wirral }) });
    const { secrets } = open();
    await expect(secrets.of('wirral')).rejects.toThrow('throttled');
    expect(await secrets.of('wirral')).toEqual(wirral);
  });

  test.each([
    { name: 'no JSON', text: '{"wirral": topsecret', message: 'the secret is not JSON' },
    { name: 'nothing', text: '', message: 'the secret is not JSON' },
    {
      name: 'a short hash key',
      text: JSON.stringify({ wirral: { ...wirral, hashKey: 'topsecret' } }),
      message: 'the secret is not as OrganisationSecrets says at /wirral/hashKey',
    },
    {
      name: 'an empty signing secret',
      text: JSON.stringify({ wirral: { ...wirral, sources: { phones: { signing: [''], tokens: ['topsecret'] } } } }),
      message: 'the secret is not as OrganisationSecrets says at /wirral/sources/phones/signing/0',
    },
  ])('a secret with $name is refused without being quoted', async ({ text, message }) => {
    answer(text);
    const failure = await open()
      .secrets.of('wirral')
      .catch((error: unknown) => error);
    expect(failure).toEqual(new Error(message));
    expect(String(failure)).not.toContain('topsecret');
  });
});
