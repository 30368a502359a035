import { describe, expect, test } from '@jest/globals';
import { realTimeFields } from '#adapter/firehose/realTimeFields.ts';
import { firehose } from '#adapter/firehose.ts';
import type { Mapping } from '#adapter/mapping.ts';
import { contextFor, factsOf } from '#test/adapter/context.ts';

const agent =
  'Mozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20AppleWebKit/537.36%20Chrome/135.0.0.0%20Safari/537.36';
const requestId = 'Xa2-quarterlight_sample_request_id_0123456789abcdefghij==';
const page: Readonly<Record<string, string>> = {
  timestamp: '1745830800.123',
  'c-ip': '203.0.113.77',
  'sc-status': '200',
  'cs-method': 'GET',
  'cs-protocol': 'https',
  'cs-host': 'www.northmoor.example',
  'cs-uri-stem': '/bins/missed?email=jo@northmoor.example',
  'x-edge-request-id': requestId,
  'x-host-header': 'd111111abcdef8.cloudfront.net',
  'cs-user-agent': agent,
  'cs-cookie': 'session=abc123',
  'cs-uri-query': 'email=jo@northmoor.example',
};
const lineOf = (given: Readonly<Record<string, string>>, columns: readonly string[] = realTimeFields): string =>
  columns.map((name) => ({ ...page, ...given })[name] ?? '-').join('\t');

const read = (record: string, mapping: Mapping = {}) =>
  firehose.again(JSON.stringify({ record }), contextFor({ mapping }));
const only = (record: string, mapping: Mapping = {}) => factsOf(read(record, mapping))[0];

describe('a line of CloudFront’s real-time log', () => {
  test('of a page', () => {
    const fact = only(lineOf({}), { site: { 'www.northmoor.example': 'main' } });
    expect(fact).toMatchObject({
      id: requestId,
      type: 'web.interaction',
      time: '2025-04-28T09:00:00.123Z',
      revision: 0,
      data: { site: 'main', kind: 'page', path: '/bins/missed', visitorKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    for (const personal of ['203.0.113.77', 'jo@', 'abc123', 'Mozilla'])
      expect(JSON.stringify(fact)).not.toContain(personal);
  });

  const kinds: readonly [stem: string, kind: string | undefined, given?: Record<string, string>][] = [
    ['/', 'page'],
    ['/council-tax/', 'page'],
    ['/council-tax', 'page'],
    ['/index.html', 'page'],
    ['/Default.ASPX', 'page'],
    ['/minutes.pdf', 'download'],
    ['/spend.csv?month=4', 'download'],
    ['/style.css', undefined],
    ['/logo.svg', undefined],
    ['/api/bins', undefined, { 'sc-content-type': 'application/json' }],
    ['/v1.2/bins', 'page', { 'sc-content-type': 'text/html;%20charset=utf-8' }],
    ['/page.unheard', 'page', { 'sc-content-type': 'text/html' }],
  ];
  test.each(kinds)('%s', (stem, kind, given = {}) => {
    const item = read(lineOf({ 'cs-uri-stem': stem, ...given }));
    if (kind === undefined) expect(item.leftOut).toBe('a part of a page');
    else expect(factsOf(item)).toMatchObject([{ data: { kind } }]);
  });

  test('a download has the file’s name', () =>
    expect(only(lineOf({ 'cs-uri-stem': '/docs/minutes.pdf' }))).toMatchObject({ data: { name: 'minutes.pdf' } }));

  test.each<[string, Record<string, string>, string]>([
    ['a form that was posted', { 'cs-method': 'POST' }, 'not a GET'],
    ['a page moved', { 'sc-status': '301' }, 'not delivered'],
    ['nothing there', { 'sc-status': '404' }, 'not delivered'],
    ['gone before an answer', { 'sc-status': '000' }, 'not delivered'],
    ['a reader that went on reading', { 'sc-status': '206', 'sc-range-start': '65536' }, 'a later part of a file'],
    ['a bot', { 'cs-user-agent': 'Mozilla/5.0%20(compatible;%20Googlebot/2.1)' }, 'bot'],
    ['a bot that was encoded twice', { 'cs-user-agent': 'Mozilla/5.0%2520(compatible;%2520bingbot/2.0)' }, 'bot'],
    ['no agent', { 'cs-user-agent': '-' }, 'bot'],
  ])('counts nowhere: %s', (_, given, leftOut) => expect(read(lineOf(given)).leftOut).toBe(leftOut));

  test.each([
    ['not changed since the last time', { 'sc-status': '304' }],
    ['a reader that began', { 'sc-status': '206', 'sc-range-start': '0', 'cs-uri-stem': '/minutes.pdf' }],
  ])('counts: %s', (_, given) => expect(read(lineOf(given)).events).toHaveLength(1));

  test('columns that the log configuration chose', () => {
    const fields = ['timestamp', 'cs-host', 'cs-uri-stem', 'sc-status', 'cs-method', 'cs-user-agent'];
    const line = lineOf({}, fields);
    expect(only(line, { fields })).toMatchObject({ data: { path: '/bins/missed' } });
    expect(only(line, { fields })).not.toHaveProperty('data.visitorKey');
    expect(read(line).refused?.reason).toContain('mapping.fields');
    expect(read(`${line}\tmore`, { fields }).refused?.reason).toContain('7 columns and not 6');
    expect(read(line, { fields: ['timestamp', 'c-ip'] }).refused?.reason).toContain('lacks cs-method');
  });

  test('columns that CloudFront has added since', () => expect(read(`${lineOf({})}\tE1\t-`).events).toHaveLength(1));

  test('a heading is passed over', () => expect(read('#Version: 1.0').leftOut).toBe('a heading'));

  test('without an id, the line names itself, and an equal one behind it is another', () => {
    const line = lineOf({ 'x-edge-request-id': '-' });
    const nth = (occurrence: number) =>
      firehose.again(JSON.stringify({ record: line, occurrence }), contextFor()).events[0] as { id: string };
    expect(nth(0).id).toBe(nth(0).id);
    expect(nth(0).id).not.toBe(nth(1).id);
  });

  test('an id that is not opaque is hashed', () =>
    expect(only(lineOf({ 'x-edge-request-id': '07700900123' }))).not.toMatchObject({ id: '07700900123' }));

  test('a time that is none is set aside', () =>
    expect(read(lineOf({ timestamp: 'noon' })).refused?.pointer).toBe('/timestamp'));

  test('the standard log as JSON', () => {
    const record = {
      date: '2025-04-28',
      time: '09:00:00',
      'c-ip': '203.0.113.77',
      'cs-method': 'GET',
      'cs(Host)': 'd111111abcdef8.cloudfront.net',
      'cs-uri-stem': '/bins/missed',
      'sc-status': '200',
      'cs(User-Agent)': agent,
      'x-edge-request-id': requestId,
      'x-host-header': 'www.northmoor.example',
    };
    expect(only(JSON.stringify(record))).toMatchObject({
      id: requestId,
      time: '2025-04-28T09:00:00.000Z',
      data: { site: 'www.northmoor.example', kind: 'page', path: '/bins/missed' },
    });
  });
});
