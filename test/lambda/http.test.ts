import { expect, test } from '@jest/globals';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { jsonResponse, requestOf } from '#lambda/http.ts';

const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
const event = (more: object) =>
  ({
    rawPath: '/events/telephony',
    headers: { 'Content-Type': 'application/json' },
    requestContext: { http: { method: 'POST' } },
    isBase64Encoded: false,
    ...more,
  }) as unknown as LambdaFunctionURLEvent;

test.each([
  ['text', { body: '{"tŷ":1}' }, Buffer.from('{"tŷ":1}')],
  ['base64', { body: bytes.toString('base64'), isBase64Encoded: true }, bytes],
  ['nothing', {}, Buffer.alloc(0)],
])('the body of %s is the bytes that were sent', (_, more, body) => {
  expect(requestOf(event(more))).toEqual({
    method: 'POST',
    path: '/events/telephony',
    headers: { 'content-type': 'application/json' },
    body,
  });
});

test('an answer is JSON, and never kept by anyone between', () => {
  expect(jsonResponse(202, { accepted: 1 }, { 'x-more': 'yes' })).toEqual({
    statusCode: 202,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-more': 'yes' },
    body: '{"accepted":1}',
  });
});
