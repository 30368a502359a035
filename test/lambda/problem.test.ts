import { describe, expect, test } from '@jest/globals';
import middy from '@middy/core';
import type { HttpResponse } from '#lambda/http.ts';
import { jsonLog } from '#lambda/log.ts';
import { Problem, problems } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';

/** What a handler that throws answers, and what it logs. */
const thrown = async (error: unknown) => {
  const lines: string[] = [];
  const handler = middy<object, HttpResponse>()
    .use(problems(jsonLog((line) => lines.push(line))))
    .handler(async () => {
      throw error;
    });
  const { statusCode, headers, body } = await handler({}, {} as never);
  return { statusCode, headers, body: JSON.parse(body), lines };
};

const named = (name: string) => Object.assign(new Error('secret detail'), { name });

describe('what is thrown is answered as a problem', () => {
  test('a sender’s mistake, in its own words, and not logged', async () => {
    const answer = await thrown(new Problem(405, 'Events are posted.', { headers: { allow: 'POST' } }));
    expect(answer).toMatchObject({
      statusCode: 405,
      headers: { 'content-type': 'application/problem+json', allow: 'POST' },
      body: { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail: 'Events are posted.' },
      lines: [],
    });
  });

  test('our mistake, without a word of it, and logged with its cause', async () => {
    const answer = await thrown(new TypeError('secret detail'));
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'retry-after': '60' }, body: { status: 500 } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(JSON.parse(answer.lines[0] ?? '')).toMatchObject({
      level: 'ERROR',
      status: 500,
      error: { name: 'Problem', cause: { name: 'TypeError', message: 'secret detail' } },
    });
  });

  test('something that is no error', async () => {
    expect(await thrown('a string')).toMatchObject({ statusCode: 500 });
  });
});

describe('a store that fails', () => {
  test.each([
    ['ProvisionedThroughputExceededException', 429],
    ['ThrottlingException', 429],
    ['RequestLimitExceeded', 429],
    ['InternalServerError', 503],
    ['TimeoutError', 503],
    ['TypeError', 503],
  ])('%s is %d, with a time to come back', async (name, status) => {
    const failure = await stored(Promise.reject(named(name))).catch((error: unknown) => error);
    const answer = await thrown(failure);
    expect(answer.statusCode).toBe(status);
    expect(Number(answer.headers?.['retry-after'])).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  test('one that works is passed through', async () => {
    expect(await stored(Promise.resolve('result'))).toBe('result');
  });
});
