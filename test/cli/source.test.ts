import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { parse } from 'yaml';
import { withEntry } from '#cli/source/sourcesFile.ts';
import { adapterNames } from '#scorecard/sourceSchema.ts';
import { project, quarterlight } from '#test/cli/commandLine.ts';

const council = `# Who may post.
sources:
    # The switchboard.
    - id: phones   # since 2019
      title: "Telephones"
      types: [contact.call.completed]

# Nothing below this line.
`;
const files = {
  'scorecards/wirral/organisation.yaml': 'id: wirral\nname: Wirral\n',
  'scorecards/wirral/sources.yaml': council,
};
const inProject = (more: Readonly<Record<string, string>> = {}) => {
  const root = project({ ...files, ...more });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    root,
    run: (...words: string[]) => quarterlight(['source', ...words], root),
    yaml: () => read('scorecards/wirral/sources.yaml'),
    secrets: () => JSON.parse(read('.quarterlight/secrets.json')),
    hasSecrets: () => existsSync(join(root, '.quarterlight/secrets.json')),
  };
};

describe('source add', () => {
  test('adds an entry at the end, and leaves everything else as it was written', async () => {
    const { run, yaml, secrets } = inProject();
    const { code, out } = await run('add', 'wirral.logs', '--adapter', 'firehose', '--title', 'Connect: all');
    expect(code).toBe(0);
    expect(yaml()).toBe(
      council.replace(
        '[contact.call.completed]\n',
        `[contact.call.completed]
    - id: logs
      title: "Connect: all"
      adapter: firehose
      trust: token
`,
      ),
    );
    const { hashKey, sources } = secrets().wirral;
    expect(hashKey).toMatch(/^[0-9a-f]{64}$/);
    expect(out).toContain('HTTP endpoint URL: http://127.0.0.1:4001/hooks/wirral.logs');
    expect(out).toContain(`Access key: ${sources.logs.tokens[0]}`);
    expect(out).toContain('quarterlight push');
  });

  test.each(adapterNames)('says what to paste where for %s', async (adapter) => {
    const { run, yaml, secrets } = inProject();
    const origins = ['matomo', 'plausible', 'umami'].includes(adapter) ? ['--origins', 'https://a.example'] : [];
    const { code, out } = await run('add', 'wirral.new', '--adapter', adapter, ...origins);
    expect(code).toBe(0);
    expect(out).toContain(adapter === 'csv' ? 'wirral.new' : '/hooks/wirral.new');
    expect(parse(yaml()).sources[1]).toMatchObject({ id: 'new', adapter });
    expect(secrets().wirral.sources.new).toBeDefined();
  });

  test('prints it for a machine', async () => {
    const { run, secrets } = inProject();
    const { out } = await run('add', 'wirral.stats', '--adapter', 'matomo', '--trust', 'token', '--json');
    expect(JSON.parse(out)).toMatchObject({
      source: { id: 'stats', trust: 'token' },
      hook: 'http://127.0.0.1:4001/hooks/wirral.stats',
      ...secrets().wirral.sources.stats,
    });
  });

  test('names several origins, and the address that is called', async () => {
    const { run, yaml } = inProject();
    const origins = ['--origins', 'https://a.example,http://localhost:*', '--public-url', 'https://b.example'];
    const { out } = await run('add', 'wirral.web', '--adapter', 'umami', ...origins);
    expect(out).toContain('data-host-url="https://b.example/hooks/wirral.web"');
    expect(parse(yaml()).sources[1]).toEqual({
      id: 'web',
      adapter: 'umami',
      trust: 'browser',
      origins: ['https://a.example', 'http://localhost:*'],
      publicUrl: 'https://b.example',
    });
  });

  test('takes a key that only the vendor can give from a file, and does not show it', async () => {
    const { run, secrets } = inProject({ 'key.txt': 'abcdef0123456789abcdef0123456789\n' });
    const { out } = await run('add', 'wirral.calls', '--adapter', 'twilio', '--key-file', 'key.txt');
    expect(secrets().wirral.sources.calls.signing).toEqual(['abcdef0123456789abcdef0123456789']);
    expect(out).toContain('abcd…');
    expect(out).not.toContain('abcdef01');
  });

  test.each([
    [['add'], 'There is no organisation and source: write ORG.ID'],
    [['add', 'logs', '--adapter', 'csv'], '"logs" is no organisation and source'],
    [['add', 'wirrall.logs', '--adapter', 'csv'], 'There is no organisation "wirrall": did you mean "wirral"?'],
    [['add', 'wirral.phones', '--adapter', 'csv'], 'has a source "phones" already'],
    [['add', 'wirral.logs'], 'Say what posts: --adapter cloudevents, csv,'],
    [['add', 'wirral.logs', '--adapter', 'firehoze'], 'There is no adapter "firehoze": did you mean "firehose"?'],
    [['add', 'wirral.My logs', '--adapter', 'csv'], 'lower-case words joined by hyphens'],
    [['add', 'wirral.logs', '--adapter', 'csv', '--trust', 'tokens'], 'did you mean "token"?'],
    [['add', 'wirral.logs', '--adapter', 'firehose', '--trust', 'signed'], 'write trust: token'],
    [['add', 'wirral.web', '--adapter', 'umami'], 'name the sites whose pages may'],
    [['add', 'wirral.logs', '--adapter', 'twilio', '--key-file', 'none.txt'], 'none.txt cannot be read'],
    [['add', 'wirral.logs', '--adapter', 'twilio', '--key-file', 'empty.txt'], 'must hold one key'],
    [['add', 'wirral.logs', '--adapter', 'csv', '--aws', 'secret'], 'is no ARN of a secret'],
    [['ad', 'wirral.logs'], 'did you mean "add"?'],
    [[], 'Write "source add"'],
  ])('%j changes nothing', async (words, said) => {
    const { run, yaml, hasSecrets } = inProject({ 'empty.txt': '\n' });
    const { code, err } = await run(...words);
    expect(code).toBe(1);
    expect(err).toContain(said);
    expect(yaml()).toBe(council);
    expect(hasSecrets()).toBe(false);
  });

  test('a file that is wrong already is told of, and stays', async () => {
    const wrong = 'sources:\n  - { id: phones, typs: [] }\n';
    const { run, yaml } = inProject({ 'scorecards/wirral/sources.yaml': wrong });
    expect((await run('add', 'wirral.logs', '--adapter', 'csv')).err).toContain('did you mean "types"?');
    expect(yaml()).toBe(wrong);
  });

  test('keys that were there before stay: senders may hold them', async () => {
    const { root, run, secrets } = inProject();
    const kept = { wirral: { hashKey: 'x'.repeat(64), sources: { logs: { tokens: ['kept'] } } } };
    mkdirSync(join(root, '.quarterlight'));
    writeFileSync(join(root, '.quarterlight/secrets.json'), JSON.stringify(kept));
    expect((await run('add', 'wirral.logs', '--adapter', 'firehose')).out).toContain('Access key: kept');
    expect(secrets()).toEqual(kept);
  });
});

describe('an entry more', () => {
  const entry = { id: 'b', origins: ['https://b.example'] };
  test.each([
    ['sources:\n- id: a\n', 'sources:\n- id: a\n- id: b\n  origins:\n    - https://b.example\n'],
    ['sources:\n  - id: a', 'sources:\n  - id: a\n  - id: b\n    origins:\n      - https://b.example'],
    ['sources:\r\n  - id: a\r\n', undefined],
    ['sources: [{ id: a }]\n', undefined],
    ['sources: []\n', undefined],
    ['sources:\n', undefined],
    ['', undefined],
    ['sources:\n  - id: a\n    mapping:\n      queue: { x: y }\nother: 1\n', undefined],
    ['sources:\n  - id: a\n  # after the last\n', undefined],
  ])('in %j', (text, expected) => {
    const changed = withEntry(text, entry);
    if (expected !== undefined) expect(changed).toBe(expected);
    const { sources: before } = { sources: [], ...parse(text) };
    expect(parse(changed)).toEqual({ ...parse(text), sources: [...(before ?? []), entry] });
    for (const comment of text.match(/#.*/g) ?? []) expect(changed).toContain(comment);
  });
});

describe('source rotate', () => {
  test('takes both keys, then only the new one', async () => {
    const { run, secrets } = inProject();
    await run('add', 'wirral.logs', '--adapter', 'firehose');
    const [old] = secrets().wirral.sources.logs.tokens;
    const { out } = await run('rotate', 'wirral.logs');
    const both = secrets().wirral.sources.logs.tokens;
    expect(both).toEqual([old, expect.stringMatching(/^[0-9a-f]{48}$/)]);
    expect(out).toContain(`Access key: ${both[1]}`);
    expect(out).toContain('quarterlight source rotate wirral.logs --finish');
    expect((await run('rotate', 'wirral.logs')).err).toContain('has two already');
    await run('rotate', 'wirral.logs', '--finish');
    expect(secrets().wirral.sources.logs).toEqual({ signing: [], tokens: [both[1]] });
    expect((await run('rotate', 'wirral.logs', '--finish')).err).toContain('has no old keys');
  });

  test('an entry that was written by hand is given its keys once', async () => {
    const { run, secrets, yaml } = inProject();
    expect((await run('rotate', 'wirral.phones')).err).toContain('has no keys yet: "source keys" makes some');
    const { out } = await run('keys', 'wirral.phones');
    const { signing, tokens } = secrets().wirral.sources.phones;
    expect(out).toContain(signing[0]);
    expect(out).toContain(tokens[0]);
    expect((await run('keys', 'wirral.phones')).err).toContain('has keys already');
    expect(yaml()).toBe(council);
  });

  test('keys are kept under the name that the source gives', async () => {
    const named = council.replace('id: phones', 'id: phones\n      secret: desk');
    const { run, secrets } = inProject({ 'scorecards/wirral/sources.yaml': named });
    await run('keys', 'wirral.phones');
    expect(Object.keys(secrets().wirral.sources)).toEqual(['desk']);
  });

  test('a source that is not there has no keys', async () => {
    expect((await inProject().run('rotate', 'wirral.logs')).err).toContain('has no source "logs"');
  });
});

test('source list tells which have keys', async () => {
  const { run } = inProject();
  await run('add', 'wirral.logs', '--adapter', 'firehose');
  const { out } = await run('list');
  expect(out.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['Source', 'Adapter', 'Trust', 'Keys', 'Title'],
    ['wirral.phones', 'cloudevents', 'signed', 'no keys', 'Telephones'],
    ['wirral.logs', 'firehose', 'token', 'keys'],
    [''],
  ]);
  expect(JSON.parse((await run('list', 'wirral', '--json')).out).sources).toHaveLength(2);
});

describe('at AWS', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:Secrets-AbCdEf';
  const client = mockClient(SecretsManagerClient);
  const kept = { wirral: { hashKey: 'x'.repeat(64), sources: { phones: { tokens: ['kept'] } } } };
  beforeEach(() => {
    client.reset();
    client.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(kept) });
    client.on(PutSecretValueCommand).resolves({});
  });
  const written = () => {
    const [call] = client.commandCalls(PutSecretValueCommand);
    const { SecretId, SecretString = '' } = call?.args[0].input ?? {};
    return { SecretId, secrets: SecretString && JSON.parse(SecretString) };
  };

  test('the keys go into the secret beside the others, and none onto this computer', async () => {
    const { run, yaml, hasSecrets } = inProject();
    const { out } = await run(
      'add',
      'wirral.logs',
      '--adapter',
      'firehose',
      '--aws',
      arn,
      '--ingest',
      'https://c.example/',
    );
    const { SecretId, secrets } = written();
    expect(SecretId).toBe(arn);
    expect(secrets.wirral.hashKey).toBe(kept.wirral.hashKey);
    expect(secrets.wirral.sources).toMatchObject(kept.wirral.sources);
    expect(out).toContain('https://c.example/hooks/wirral.logs');
    expect(out).toContain(`Access key: ${secrets.wirral.sources.logs.tokens[0]}`);
    expect(parse(yaml()).sources).toHaveLength(2);
    expect(hasSecrets()).toBe(false);
  });

  test('a key that only the vendor can give must be given', async () => {
    const { run, yaml } = inProject();
    const { err } = await run('add', 'wirral.calls', '--adapter', 'twilio', '--aws', arn);
    expect(err).toContain('The auth token comes from the vendor');
    expect(client.commandCalls(PutSecretValueCommand)).toEqual([]);
    expect(yaml()).toBe(council);
  });

  test('what AWS refuses is told, and nothing is changed', async () => {
    client.on(PutSecretValueCommand).rejects(new Error('no permission'));
    const { run, yaml } = inProject();
    const { code, err } = await run('add', 'wirral.logs', '--adapter', 'csv', '--aws', arn);
    expect([code, err]).toEqual([1, 'The secret could not be reached: no permission\n']);
    expect(yaml()).toBe(council);
  });
});
