import type { Adapter, AdapterContext, HookRequest, Item, Reply, Unreadable } from '#adapter/adapter.ts';
import { isOneOf } from '#adapter/bearer.ts';
import { kept, recordAgain } from '#adapter/firehose/again.ts';
import { itemOf } from '#adapter/firehose/itemOf.ts';
import { type Budget, piecesOf } from '#adapter/firehose/pieces.ts';
import { jsonOf } from '#adapter/json.ts';

/**
 * Amazon Data Firehose's HTTP endpoint, version 1.0: JSON with records in base64, each of which may be gzip and hold many
 * lines. Only 200 is delivered. Any other status is tried again until the stream's retry duration ends and then backed
 * up to its bucket, but for 413, which loses the batch for good.
 */
export const firehose: Adapter = {
  // A function URL takes 6 MB, and a gzip body a third more as base64; Firehose sends 10,000 records at most.
  limits: { mostBytes: 6_000_000, mostDecompressedBytes: 16_777_216, mostRecords: 20_000 },
  problem: ({ headers }, { credentials }) =>
    isOneOf(headers['x-amz-firehose-access-key'] ?? '', credentials.tokens)
      ? undefined
      : 'The header X-Amz-Firehose-Access-Key is not a key of this source; set it in the stream as its access key.',
  read,
  again: recordAgain,
  reply: (_, request, context) => answer(200, request, context),
  refusal: (status, detail, request, context) => answer(status === 413 ? 400 : status, request, context, detail),
};

const mostMessage = 8_192;

function answer(status: number, request: HookRequest, { now }: AdapterContext, errorMessage?: string): Reply {
  const body = {
    requestId: requestIdOf(request),
    timestamp: sentAt.get(request.rawBody) ?? now.getTime(),
    ...(errorMessage !== undefined && { errorMessage: errorMessage.slice(0, mostMessage) }),
  };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const mostRequestId = 200;

/** The header and the body say the same; the header can be read when the body cannot. */
const requestIdOf = (request: HookRequest): string => {
  const inHeader = request.headers['x-amz-firehose-request-id'];
  if (inHeader) return inHeader.slice(0, mostRequestId);
  const content = readable(request);
  const inBody = isObject(content) && 'requestId' in content ? content.requestId : '';
  return typeof inBody === 'string' ? inBody.slice(0, mostRequestId) : '';
};

/** The time of each request that was read: nothing is read for the sake of its answer, least of all a stranger's. */
const sentAt = new WeakMap<Buffer, number>();

const noteTime = (rawBody: Buffer, content: unknown): void => {
  const timestamp = isObject(content) && 'timestamp' in content ? content.timestamp : undefined;
  if (typeof timestamp === 'number' && Number.isSafeInteger(timestamp)) sentAt.set(rawBody, timestamp);
};

function read({ body, rawBody }: HookRequest, context: AdapterContext): readonly Item[] | Unreadable {
  const content = contentOf(body);
  noteTime(rawBody, content);
  if (content === undefined) return unreadable('The body is not JSON.');
  const records = isObject(content) && 'records' in content ? content.records : undefined;
  if (!Array.isArray(records))
    return unreadable('The body has no records; Firehose sends {requestId, timestamp, records}.');
  const budget: Budget = { bytes: firehose.limits?.mostDecompressedBytes ?? 0 };
  const timesSeen = new Map<string, number>();
  return records.flatMap((record: unknown) =>
    piecesOf(dataOf(record), budget).map((piece) => {
      const occurrence = timesSeen.get(piece.text) ?? 0;
      timesSeen.set(piece.text, occurrence + 1);
      return { ...itemOf(piece, occurrence, context), text: () => kept(piece, occurrence) };
    }),
  );
}

const unreadable = (detail: string): Unreadable => ({ unreadable: 'content', detail });

const dataOf = (record: unknown): unknown => (isObject(record) && 'data' in record ? record.data : undefined);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const contentOf = (body: Buffer): unknown => jsonOf(body.toString('utf8'))?.value;

/** What cannot be decompressed has no id that could be told. */
const readable = (request: HookRequest): unknown => {
  try {
    return contentOf(request.body);
  } catch {
    return undefined;
  }
};
