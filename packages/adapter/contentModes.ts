import { isUtf8 } from 'node:buffer';
import type { Unreadable } from '#adapter/adapter.ts';
import { binaryAttributes } from '#adapter/binaryMode.ts';
import { elementTexts } from '#adapter/jsonArray.ts';
import { mediaTypeOf } from '#adapter/mediaType.ts';

/** Header names in lower case. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** One event of a request, in CloudEvents' structured form; not yet looked into. */
export interface Posted {
  readonly input: unknown;
  /** The event as it arrived. */
  readonly text: () => string;
}

export const structuredType = 'application/cloudevents+json';
export const batchType = 'application/cloudevents-batch+json';
const accepted = `Send ${structuredType}, ${batchType}, or application/json with ce-* headers.`;

/** CloudEvents 1.0 over HTTP in its three content modes: structured, batched, binary. */
export const cloudEventsOf = ({ headers, body }: Delivery): readonly Posted[] | Unreadable => {
  const { type, charset } = mediaTypeOf(headers['content-type']);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (charset !== 'utf-8' && charset !== 'us-ascii')
    return wrongType('Another character set than UTF-8 is not accepted.');
  if (encoding !== 'identity') return wrongType('A compressed body is not accepted. Send it as it is.');
  if (type === structuredType) return reading(body, structured);
  if (type === batchType) return reading(body, batched);
  if (!isJson(type)) return wrongType(`This content-type is not accepted. ${accepted}`);
  const attributes = binaryAttributes(headers);
  if (!attributes) return wrongType(`There are no ce-* headers. ${accepted}`);
  return body.length === 0 ? [dataless(attributes)] : reading(body, binary(attributes));
};

const wrongType = (detail: string): Unreadable => ({ unreadable: 'media type', detail });
const wrongContent = (detail: string): Unreadable => ({ unreadable: 'content', detail });
export const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json');

type Reader = (text: string, parsed: unknown) => readonly Posted[] | Unreadable;

const reading = (body: Buffer, read: Reader): readonly Posted[] | Unreadable => {
  if (!isUtf8(body)) return wrongContent('The body is not UTF-8.');
  const text = body.toString('utf8').replace(byteOrderMark, '');
  const json = jsonOf(text);
  return json ? read(text, json.value) : wrongContent('The body is not JSON.');
};

const byteOrderMark = /^\ufeff/;

const jsonOf = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const structured: Reader = (text, input) => [{ input, text: () => text }];

const batched: Reader = (text, events) => {
  if (!Array.isArray(events)) return wrongContent('A batch must be a JSON array of events.');
  let texts: readonly string[] | undefined;
  const textAt = (index: number): string => {
    texts ??= elementTexts(text);
    return texts[index] ?? '';
  };
  return events.map((input, index) => ({ input, text: () => textAt(index) }));
};

const binary =
  (attributes: object): Reader =>
  (text, data) => [
    { input: { ...attributes, data }, text: () => `${JSON.stringify(attributes).slice(0, -1)},"data":${text}}` },
  ];

const dataless = (attributes: object): Posted => ({ input: attributes, text: () => JSON.stringify(attributes) });
