import { EventEmitter } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Resources } from '#local/resources.ts';
import { bodyOf } from '#local/server.ts';

interface PolicyProperties {
  readonly Roles?: readonly string[];
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}
interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** One call: `dynamodb:Query` on the ARN of a table. */
interface Call {
  readonly action: string;
  readonly resource: string;
}

/** Why a role may not make a call; undefined when the template allows it. Whoever has no role is the operator. */
export type Denial = (role: string | undefined, call: Call) => string | undefined;

/** A role is known by its name, which its functions send as their session token. */
export const roleHeader = 'x-amz-security-token';
export const roleOf = (request: IncomingMessage): string | undefined => request.headers[roleHeader]?.toString();
export const roleName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Reads the template's own policies, so that what a function may not do at AWS fails here. */
export function denialsOf(resources: Resources): Denial {
  const policies = resources.of<PolicyProperties>('AWS::IAM::Policy').map(({ properties }) => properties);
  const allowing = Map.groupBy(
    policies.flatMap(({ Roles = [], PolicyDocument }) =>
      Roles.flatMap((role) => PolicyDocument.Statement.map((statement) => ({ role, ...statement }))),
    ),
    ({ role }) => role,
  );
  return (role, { action, resource }) => {
    if (role === undefined) return undefined;
    const isAllowed = allowing
      .get(role)
      ?.some(
        ({ Effect, Action, Resource }) =>
          Effect === 'Allow' && list(Action).includes(action) && list(Resource).some((one) => covers(one, resource)),
      );
    return isAllowed ? undefined : `${role} may not call ${action} on ${resource}`;
  };
}

const list = (one: string | readonly string[]): readonly string[] => (typeof one === 'string' ? [one] : one);

const covers = (pattern: string, resource: string): boolean =>
  pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : resource === pattern;

/** Asks before the server's own listener is given a DynamoDB request. */
export function guardDynamoDb(server: Server, denial: Denial, arnOf: (table: string) => string) {
  guard(server, async (request, response, handle) => {
    const body = (await bodyOf(request)) ?? Buffer.alloc(0);
    const action = `dynamodb:${String(request.headers['x-amz-target']).split('.')[1]}`;
    const resources = resourcesIn(JSON.parse(body.toString() || '{}'), arnOf);
    const [reason] = resources.flatMap((resource) => denial(roleOf(request), { action, resource }) ?? []);
    if (reason === undefined) return handle(replayed(request, body), response);
    const type = 'com.amazon.coral.service#AccessDeniedException';
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: type, message: reason }));
  });
}

interface DynamoDbRequest {
  readonly TableName?: string;
  readonly IndexName?: string;
  /** Of a batch, by table. */
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

const resourcesIn = ({ TableName, IndexName, RequestItems }: DynamoDbRequest, arnOf: (table: string) => string) =>
  RequestItems
    ? Object.keys(RequestItems).map(arnOf)
    : [arnOf(String(TableName)) + (IndexName ? `/index/${IndexName}` : '')];

/** The same for S3, with the bucket in the path. */
export function guardS3(server: Server, denial: Denial) {
  guard(server, (request, response, handle) => {
    const reason = denial(roleOf(request), s3Call(request));
    if (reason === undefined) return handle(request, response);
    request.resume();
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${reason}</Message></Error>`);
  });
}

const s3Actions: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

function s3Call({ method = '', url = '/' }: IncomingMessage): Call {
  const [, bucket = '', ...key] = decodeURIComponent(new URL(url, 'http://s3').pathname).split('/');
  const object = key.join('/');
  const resource = `arn:aws:s3:::${bucket}`;
  if (object === '') return { action: method === 'GET' ? 's3:ListBucket' : `s3:${method}`, resource };
  return { action: `s3:${s3Actions[method] ?? method}`, resource: `${resource}/${object}` };
}

type Guard = (request: IncomingMessage, response: ServerResponse, handle: RequestListener) => unknown;

function guard(server: Server, ask: Guard) {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  const handle: RequestListener = (...both) => {
    for (const listener of listeners) listener(...both);
  };
  server.on('request', (request, response) =>
    (roleOf(request) === undefined ? handle : ask)(request, response, handle),
  );
}

/** The request once more, for a listener that wants to read its body itself and begins to at once. */
function replayed({ headers, method, url }: IncomingMessage, body: Buffer): IncomingMessage {
  const request = Object.assign(new EventEmitter(), { headers, method, url });
  process.nextTick(() => {
    request.emit('data', body);
    request.emit('end');
  });
  return request as unknown as IncomingMessage;
}
