import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { declaredSources } from '#local/declaredSources.ts';
import { ensureSecrets, readSecrets } from '#local/secrets.ts';
import { localSources } from '#local/upFile.ts';

function councils(sources: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-secrets-'));
  for (const [organisation, yaml] of Object.entries(sources)) {
    mkdirSync(join(folder, organisation));
    writeFileSync(join(folder, organisation, 'sources.yaml'), yaml);
  }
  return { folder, file: join(folder, 'kept', 'secrets.json') };
}

const two = { wirral: 'sources: [{ id: team }, { id: phones }]', example: 'sources: [{ id: team }]' };

describe('local secrets', () => {
  test('are random for every source and kept between runs', () => {
    const { folder, file } = councils(two);
    const secrets = ensureSecrets(file, folder);
    expect(Object.keys(secrets['wirral']?.sources ?? {})).toEqual(['team', 'phones']);
    expect(secrets['wirral']?.hashKey).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets['wirral']?.sources['team']?.signing?.[0]).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(secrets['wirral']?.sources['team']).not.toEqual(secrets['example']?.sources['team']);
    expect(ensureSecrets(file, folder)).toEqual(secrets);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('a source that is added gets its own, and no other changes', () => {
    const { folder, file } = councils({ wirral: 'sources: [{ id: team }]' });
    const before = ensureSecrets(file, folder);
    writeFileSync(join(folder, 'wirral', 'sources.yaml'), two.wirral);
    const after = ensureSecrets(file, folder);
    expect(after['wirral']?.sources['team']).toEqual(before['wirral']?.sources['team']);
    expect(after['wirral']?.sources['phones']).toBeDefined();
  });

  test.each(['sources: [', 'sources: 7', '', 'sources: [{ title: no id }, null, { id: 7 }]'])(
    'a file that is wrong (%j) is for the push to explain',
    (yaml) => {
      const { folder, file } = councils({ wirral: yaml });
      expect(ensureSecrets(file, folder)['wirral']?.sources).toEqual({});
    },
  );

  test('a damaged file is not silently replaced', () => {
    const { folder, file } = councils({});
    writeFileSync(join(folder, 'secrets.json'), '{');
    expect(() => readSecrets(join(folder, 'secrets.json'))).toThrow(/not JSON/);
    expect(readSecrets(file)).toEqual({});
  });
});

test('keys are in the form of the vendor’s own', () => {
  const yaml = `sources:
    - { id: phones, adapter: twilio }
    - { id: pages, adapter: meta, secret: facebook }
    - { id: logs, adapter: firehose }
    - { id: stats, adapter: matomo }
    - { id: own, adapter: no-such }`;
  const { folder, file } = councils({ wirral: yaml });
  const keys = ensureSecrets(file, folder)['wirral']?.sources;
  const [hex, token] = [expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{48}$/)];
  expect(keys).toEqual({
    phones: { signing: [hex], tokens: [] },
    facebook: { signing: [hex], tokens: [hex] },
    logs: { signing: [], tokens: [token] },
    stats: { signing: [], tokens: [hex] },
    own: { signing: [expect.stringMatching(/^whsec_/)], tokens: [token] },
  });
});

describe('what up.json tells of sources', () => {
  const listed = (yaml: Record<string, string>) => {
    const { folder, file } = councils(yaml);
    const secrets = ensureSecrets(file, folder);
    return { secrets, sources: localSources(secrets, declaredSources(folder), 'http://127.0.0.1:4001') };
  };

  test('each with its organisation, and alone where no other has its name', () => {
    const { sources } = listed(two);
    expect(Object.keys(sources).sort()).toEqual(['example.team', 'phones', 'wirral.phones', 'wirral.team']);
    expect(sources['wirral.team']?.address).toBe('http://127.0.0.1:4001/events/wirral.team');
    expect(sources['wirral.phones']?.address).toBe('http://127.0.0.1:4001/events/phones');
    expect(sources['wirral.phones']?.hook).toBe('http://127.0.0.1:4001/hooks/phones');
  });

  test('the keys that it names', () => {
    const { secrets, sources } = listed({ wirral: 'sources: [{ id: pages, adapter: meta, secret: facebook }]' });
    expect(sources['pages']).toMatchObject({ adapter: 'meta', ...secrets['wirral']?.sources['facebook'] });
  });
});
