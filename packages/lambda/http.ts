import type { APIGatewayProxyStructuredResultV2, LambdaFunctionURLEvent } from 'aws-lambda';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query?: string;
  /** The name, and the port where there is one, that the sender called. */
  readonly host?: string;
  /** The sender's network address. */
  readonly address?: string;
  /** No other request has it. */
  readonly requestId?: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that were sent, whichever way the event carries them. */
  readonly body: Buffer;
}

export type HttpResponse = APIGatewayProxyStructuredResultV2 & { readonly statusCode: number; readonly body: string };

/** A function URL's event (payload format 2.0). */
export const requestOf = (event: LambdaFunctionURLEvent): HttpRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  query: event.rawQueryString,
  host: event.requestContext.domainName,
  address: event.requestContext.http.sourceIp,
  requestId: event.requestContext.requestId,
  headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
});

export const jsonResponse = (
  statusCode: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});
