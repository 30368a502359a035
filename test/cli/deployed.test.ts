import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { tokenVariable } from '#cli/deployed.ts';
import { bodyOf, type Listening, serve } from '#local/server.ts';
import { project, quarterlight } from '#test/cli/commandLine.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

let server: Listening | undefined;
const received: Received[] = [];
const deployment = async (): Promise<string> => {
  received.length = 0;
  server = await serve(async (request, response) => {
    const headers = request.headers as Record<string, string>;
    received.push({ path: request.url ?? '', headers, body: String(await bodyOf(request)) });
    response.writeHead(202).end(JSON.stringify({ accepted: 1, duplicates: 0, rejected: [], warnings: [] }));
  });
  return server.address;
};
afterEach(async () => {
  delete process.env[tokenVariable];
  await server?.close();
  server = undefined;
});

const town = (keys?: object) => {
  const root = project({
    'scorecards/town/organisation.yaml': 'id: town\nname: Town\n',
    'scorecards/town/sources.yaml':
      'sources:\n  - { id: phones }\n  - { id: sheets, adapter: csv, trust: token, csv: { preset: telephony } }\n',
    'one.json': '{"id":"1"}',
    'calls.csv':
      'Call ID,Queue,Date,Time,Result,Wait,Talk time\nC1,Waste,13/01/2024,09:41,Answered,00:00:30,00:01:00\n',
  });
  if (keys) {
    mkdirSync(join(root, '.quarterlight'));
    writeFileSync(
      join(root, '.quarterlight', 'secrets.json'),
      JSON.stringify({ town: { hashKey: 'k', sources: keys } }),
    );
  }
  return root;
};

describe('what is sent to a deployment', () => {
  test('shows the token of the environment, at the source’s full name', async () => {
    process.env[tokenVariable] = 't0ken';
    const { code } = await quarterlight(['send', 'one.json', '-s', 'phones', '--to', `${await deployment()}/`], town());
    const { path, headers } = received[0] as Received;
    expect({ code, path, authorization: headers['authorization'] }).toEqual({
      code: 0,
      path: '/events/town.phones',
      authorization: 'Bearer t0ken',
    });
  });

  test('is signed where the key is a secret', async () => {
    process.env[tokenVariable] = secret;
    await quarterlight(['send', 'one.json', '-s', 'town.phones', '--to', await deployment()], town());
    const { headers, body } = received[0] as Received;
    expect(headers['authorization']).toBeUndefined();
    const [id = '', timestamp = ''] = [headers['webhook-id'], headers['webhook-timestamp']];
    const at = new Date(Number(timestamp) * 1000);
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(id, at, body));
  });

  test('takes the key of the local file where the environment has none', async () => {
    const root = town({ sheets: { tokens: ['kept'] }, phones: { signing: [secret], tokens: ['kept'] } });
    const to = await deployment();
    await quarterlight(['send', 'one.json', '-s', 'phones', '--to', to], root);
    await quarterlight(['import', 'calls.csv', '-s', 'sheets', '--to', to], root);
    expect(received.map(({ path }) => path.split('?')[0])).toEqual(['/events/town.phones', '/hooks/town.sheets']);
    expect(received.map(({ headers }) => headers['authorization'])).toEqual([undefined, 'Bearer kept']);
  });

  test.each([
    [
      ['send', 'one.json', '-s', 'phones', '--to', 'http://127.0.0.1:9'],
      /town\.phones has no key here: put it into the environment/,
    ],
    [['send', 'one.json', '-s', 'phone', '--to', 'http://127.0.0.1:9'], /did you mean "phones"\?/],
    [['send', 'one.json', '-s', 'phones', '--to', 'example.org'], /"example\.org" is no address: write --to/],
    [['send', 'one.json', '-s', 'phones', '--to', 'https://example.org/events'], /is no address/],
    [['import', 'calls.csv', '-s', 'sheets', '--to', 'x'], /is no address/],
    [
      ['release', 'x', '--period', '2023-24-q3', '--by', 'me', '--to', 'http://127.0.0.1:9'],
      /name the address and the tables: --to/,
    ],
    [['release', 'x', '--period', '2023-24-q3', '--by', 'me', '--table', 'a'], /name the address and the tables: --to/],
  ])('%j is refused with a sentence', async (words, sentence) => {
    const { code, err } = await quarterlight(words, town());
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });
});
