import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { LocalFunction } from '#local/functions.ts';
import { bodyOf } from '#local/server.ts';

const bodyLimitBytes = 6 * 1024 * 1024;

interface FunctionAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** A function behind its own URL, with payload format 2.0. */
export const functionUrl =
  (fn: LocalFunction, now: () => Date): RequestListener =>
  async (request, response) => {
    const body = await bodyOf(request, bodyLimitBytes);
    if (!body) return refuse(response.setHeader('connection', 'close'), 413, 'Request Entity Too Large');
    try {
      respond(response, await fn.invoke(payloadOf(request, body, now())));
    } catch {
      refuse(response, 502, 'Internal Server Error');
    }
  };

/** AWS hands these on as text, and all else in base64, as it must what is compressed. */
const isText = ({ 'content-type': type = '', 'content-encoding': encoding }: Record<string, string>): boolean =>
  encoding === undefined && /^(text\/|application\/json\b)/i.test(type);

export function payloadOf(request: IncomingMessage, body: Buffer, now: Date) {
  const url = new URL(request.url ?? '/', 'http://function');
  const headers = headersOf(request);
  const inClear = isText(headers);
  const query = queryOf(url.searchParams);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: requestContextOf(request, url, now),
    ...(body.length > 0 && { body: body.toString(inClear ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !inClear,
  };
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(',')]));

function queryOf(parameters: URLSearchParams): Record<string, string> | undefined {
  const names = [...new Set(parameters.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, parameters.getAll(name).join(',')]));
}

const requestContextOf = (request: IncomingMessage, url: URL, now: Date) => ({
  accountId: 'anonymous',
  apiId: 'local',
  domainName: request.headers.host ?? '',
  domainPrefix: 'local',
  http: {
    method: request.method ?? 'GET',
    path: url.pathname,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket?.remoteAddress ?? '',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId: randomUUID(),
  routeKey: '$default',
  stage: '$default',
  time: now.toUTCString(),
  timeEpoch: now.getTime(),
});

/** An object with a status is an answer; anything else is the body of one. */
function respond(response: ServerResponse, result: unknown) {
  const answer = isAnswer(result) ? result : { statusCode: 200, body: JSON.stringify(result) };
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  if (answer.cookies) response.setHeader('set-cookie', [...answer.cookies]);
  response.statusCode = answer.statusCode ?? 200;
  response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'));
}

const isAnswer = (result: unknown): result is FunctionAnswer =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

const refuse = (response: ServerResponse, status: number, message: string) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ Message: message }));
};
