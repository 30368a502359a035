import { describe, expect, test } from '@jest/globals';
import { CloudEvent, HTTP } from 'cloudevents';
import fc from 'fast-check';
import { cloudEventsOf } from '#adapter/contentModes.ts';

const attributes = {
  specversion: '1.0',
  id: '1',
  source: 'switch',
  type: 'gauge.read',
  time: '2024-03-04T09:00:00.000Z',
};
const event = { ...attributes, data: { gauge: 'followers', value: 1 } };

const read = (headers: Record<string, string | undefined>, body: string | Buffer) =>
  cloudEventsOf({ headers, body: Buffer.from(body as string) });
const events = (headers: Record<string, string | undefined>, body: string | Buffer) => {
  const posted = read(headers, body);
  if ('unreadable' in posted) throw new Error(posted.detail);
  return posted.map(({ input, text }) => ({ input, text: text() }));
};
const unreadable = (headers: Record<string, string | undefined>, body: string | Buffer) => {
  const posted = read(headers, body);
  return 'unreadable' in posted ? posted.unreadable : 'readable';
};

const structured = { 'content-type': 'application/cloudevents+json' };
const batch = { 'content-type': 'application/cloudevents-batch+json' };
const binary = { 'content-type': 'application/json', 'ce-id': '1', 'ce-source': 'switch' };

describe('what the cloudevents client sends is read back', () => {
  const sent = new CloudEvent({ ...event, revision: 2, withdrawn: true, organisation: 'example' });
  const expected = { ...event, revision: 2, withdrawn: true, organisation: 'example' };

  /** As they arrive at a function URL: names in lower case, values as text. */
  const received = (headers: object) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

  test('structured', () => {
    const { headers, body } = HTTP.structured(sent);
    expect(events(received(headers), String(body))[0]?.input).toMatchObject(expected);
  });

  test('binary, with the types of our extensions restored', () => {
    const { headers, body } = HTTP.binary(sent);
    const [first] = events(received(headers), String(body));
    expect(first?.input).toMatchObject(expected);
    expect(JSON.parse(first?.text ?? '')).toEqual(first?.input);
  });
});

describe('media types', () => {
  const rows: [string, string | undefined, string][] = [
    ['structured', 'application/cloudevents+json', 'readable'],
    ['with a charset', 'application/cloudevents+json; charset=utf-8', 'readable'],
    ['with a charset in quotes and capitals', 'Application/CloudEvents+JSON;Charset="UTF-8"', 'readable'],
    ['with a profile', 'application/cloudevents+json; profile=x; charset=us-ascii', 'readable'],
    ['in another charset', 'application/cloudevents+json; charset=iso-8859-1', 'media type'],
    ['plain JSON without ce-* headers', 'application/json', 'media type'],
    ['text', 'text/plain', 'media type'],
    ['CloudEvents in XML', 'application/cloudevents+xml', 'media type'],
    ['a form', 'application/x-www-form-urlencoded', 'media type'],
    ['none', undefined, 'media type'],
  ];

  test.each(rows)('%s', (_, type, expected) => {
    expect(unreadable({ 'content-type': type }, JSON.stringify(event))).toBe(expected);
  });

  test('a compressed body is not accepted', () => {
    expect(unreadable({ ...structured, 'content-encoding': 'gzip' }, '{}')).toBe('media type');
    expect(unreadable({ ...structured, 'content-encoding': 'identity' }, '{}')).toBe('readable');
  });
});

describe('content', () => {
  test.each([
    ['nothing', structured, ''],
    ['half a document', structured, '{"id":'],
    ['bytes that are not UTF-8', structured, Buffer.from([0x22, 0xff, 0x22])],
    ['a batch that is one event', batch, '{}'],
    ['binary mode with a body that is not JSON', binary, 'hello'],
  ])('%s cannot be read', (_, headers, body) => {
    expect(unreadable(headers, body)).toBe('content');
  });

  test('a byte order mark is passed over', () => {
    expect(events(structured, '\ufeff{}')).toEqual([{ input: {}, text: '{}' }]);
  });

  test('an empty batch holds no events', () => {
    expect(events(batch, ' [ ] ')).toEqual([]);
  });

  test('an event nested half a million deep is read, and can be repeated', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(events(batch, `[${deep}]`)[0]?.text).toBe(deep);
    expect(events(binary, deep)[0]?.text).toHaveLength(deep.length + '{"id":"1","source":"switch","data":}'.length);
  });
});

describe('binary mode', () => {
  const attribute = (value: string) => events({ ...binary, 'ce-id': value }, '{}').map(({ input }) => input);

  // From the examples of the HTTP binding, section 3.1.3.2.
  test.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['"quoted \\"twice\\""', 'quoted "twice"'],
    ['100%', '100%'],
    ['%2525', '%25'],
    ['plain', 'plain'],
  ])('%s is read as %s', (header, value) => {
    expect(attribute(header)).toMatchObject([{ id: value }]);
  });

  test.each([
    ['ce-revision', '3', { revision: 3 }],
    ['ce-revision', '3.5', { revision: '3.5' }],
    ['ce-revision', '', { revision: '' }],
    ['ce-withdrawn', 'true', { withdrawn: true }],
    ['ce-withdrawn', 'false', { withdrawn: false }],
    ['ce-withdrawn', 'yes', { withdrawn: 'yes' }],
  ])('%s: %s', (header, value, expected) => {
    expect(events({ ...binary, [header]: value }, '{}')[0]?.input).toMatchObject(expected);
  });

  test('without a body there is no data', () => {
    expect(events(binary, '')[0]).toEqual({
      input: { id: '1', source: 'switch' },
      text: '{"id":"1","source":"switch"}',
    });
  });

  test('data may be of any JSON media type', () => {
    expect(events({ ...binary, 'content-type': 'application/vnd.switch+json' }, '{}')).toHaveLength(1);
  });
});

describe('laws', () => {
  test('each event of a batch can be repeated exactly as it was written', () => {
    const written = fc
      .tuple(fc.jsonValue(), fc.constantFrom(0, 2))
      .map(([value, indent]) => JSON.stringify(value, null, indent));
    fc.assert(
      fc.property(fc.array(written), fc.constantFrom('', ' ', '\n  '), (texts, space) => {
        const body = `${space}[${space}${texts.join(`${space},${space}`)}${space}]${space}`;
        expect(events(batch, body).map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  test('no bytes and no headers make it throw', () => {
    const type = fc.constantFrom(...[structured, batch, binary].map((headers) => headers['content-type']));
    const headers = fc.dictionary(
      fc.string().map((name) => `ce-${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(type, headers, fc.uint8Array(), (contentType, more, body) => {
        const posted = read({ ...more, 'content-type': contentType }, Buffer.from(body));
        if (!('unreadable' in posted)) for (const { text } of posted) expect(typeof text()).toBe('string');
      }),
    );
  });
});
