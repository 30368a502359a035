import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { runInNewContext } from 'node:vm';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { Failure } from '#local/failure.ts';
import type { Resources } from '#local/resources.ts';

interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
}
interface EdgeResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, { readonly value: string }>>;
}
type EdgeHandler = (event: unknown) => EdgeRequest | EdgeResponse;

interface DistributionProperties {
  readonly DistributionConfig: {
    readonly Origins: readonly { readonly DomainName: string }[];
    readonly CustomErrorResponses?: readonly { ErrorCode: number; ResponseCode?: number; ResponsePagePath?: string }[];
    readonly DefaultCacheBehavior: {
      readonly FunctionAssociations?: readonly { readonly EventType: string; readonly FunctionARN: string }[];
      readonly ResponseHeadersPolicyId?: string;
    };
  };
}

/** What the template's distribution does with a request. */
export interface Edge {
  readonly bucket: string;
  readonly handler: EdgeHandler;
  readonly headers: Readonly<Record<string, string>>;
  readonly missing: { readonly status: number; readonly key?: string };
}

const forbidden = 403;

export function edgeOf(resources: Resources): Edge {
  const { DistributionConfig: config } = resources.the<DistributionProperties>(
    'AWS::CloudFront::Distribution',
  ).properties;
  const { FunctionAssociations = [], ResponseHeadersPolicyId } = config.DefaultCacheBehavior;
  const request = FunctionAssociations.find(({ EventType }) => EventType === 'viewer-request');
  const error = config.CustomErrorResponses?.find(({ ErrorCode }) => ErrorCode === forbidden);
  return {
    bucket: config.Origins[0]?.DomainName ?? '',
    handler: request
      ? edgeHandler(resources, request.FunctionARN)
      : (event) => (event as { request: EdgeRequest }).request,
    headers: ResponseHeadersPolicyId ? headersOf(resources, ResponseHeadersPolicyId) : {},
    missing: { status: error?.ResponseCode ?? forbidden, key: error?.ResponsePagePath?.slice(1) },
  };
}

/** The edge function's own code, alone in a context of its own. */
function edgeHandler(resources: Resources, arn: string): EdgeHandler {
  const found = resources.of<{ FunctionCode: string }>('AWS::CloudFront::Function').find(({ id }) => id === arn);
  if (!found) throw new Failure(`The distribution names ${arn}, which is not in the template.`);
  return runInNewContext(`${found.properties.FunctionCode}\nhandler`) as EdgeHandler;
}

interface SecurityHeaders {
  readonly ContentSecurityPolicy?: { readonly ContentSecurityPolicy: string };
  readonly ContentTypeOptions?: object;
  readonly FrameOptions?: { readonly FrameOption: string };
  readonly ReferrerPolicy?: { readonly ReferrerPolicy: string };
  readonly StrictTransportSecurity?: { readonly AccessControlMaxAgeSec: number; readonly IncludeSubdomains?: boolean };
}

interface HeadersPolicy {
  readonly ResponseHeadersPolicyConfig: {
    readonly SecurityHeadersConfig?: SecurityHeaders;
    readonly CustomHeadersConfig?: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] };
  };
}

function headersOf(resources: Resources, id: string): Record<string, string> {
  const policy = resources.of<HeadersPolicy>('AWS::CloudFront::ResponseHeadersPolicy').find(({ ref }) => ref === id)
    ?.properties.ResponseHeadersPolicyConfig;
  const security = policy?.SecurityHeadersConfig ?? {};
  const custom = policy?.CustomHeadersConfig?.Items ?? [];
  const transport = security.StrictTransportSecurity;
  const headers = {
    'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions && 'nosniff',
    'x-frame-options': security.FrameOptions?.FrameOption,
    'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
    'strict-transport-security':
      transport &&
      `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...Object.fromEntries(custom.map(({ Header, Value }) => [Header, Value])),
  };
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** CloudFront in front of the bucket. */
export const site =
  (edge: Edge, s3: S3Client): RequestListener =>
  async (request, response) => {
    try {
      for (const [name, value] of Object.entries(edge.headers)) response.setHeader(name, value);
      await answer(edge, s3, request, response);
    } catch {
      response.writeHead(502).end();
    }
  };

async function answer(edge: Edge, s3: S3Client, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  const { pathname } = new URL(request.url ?? '/', 'http://site');
  const outcome = edge.handler({ version: '1.0', request: { method: request.method, uri: pathname } });
  if ('statusCode' in outcome) return redirect(response, outcome);
  const found = await objectOf(s3, edge.bucket, keyOf(outcome.uri));
  if (found) return send(request, response, 200, found);
  const page = edge.missing.key ? await objectOf(s3, edge.bucket, edge.missing.key) : undefined;
  send(request, response, edge.missing.status, page ?? { body: Buffer.from('Not found'), contentType: 'text/plain' });
}

const redirect = (response: ServerResponse, { statusCode, headers = {} }: EdgeResponse) => {
  for (const [name, { value }] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(statusCode).end();
};

interface Stored {
  readonly body: Uint8Array;
  readonly contentType?: string;
  readonly cacheControl?: string;
  readonly etag?: string;
}

function send(request: IncomingMessage, response: ServerResponse, status: number, object: Stored) {
  if (object.contentType) response.setHeader('content-type', object.contentType);
  if (object.cacheControl) response.setHeader('cache-control', object.cacheControl);
  if (object.etag) response.setHeader('etag', object.etag);
  if (status === 200 && object.etag && request.headers['if-none-match'] === object.etag) {
    return response.writeHead(304).end();
  }
  response.writeHead(status, { 'content-length': object.body.length });
  response.end(request.method === 'HEAD' ? undefined : object.body);
}

const keyOf = (uri: string): string => {
  try {
    return decodeURIComponent(uri.slice(1));
  } catch {
    return uri.slice(1);
  }
};

async function objectOf(s3: S3Client, bucket: string, key: string): Promise<Stored | undefined> {
  try {
    const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const body = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    return { body, contentType: object.ContentType, cacheControl: object.CacheControl, etag: object.ETag };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
