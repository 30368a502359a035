import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';

const code = readFileSync(new URL('../../infra/addresses.cloudfront.js', import.meta.url), 'utf8');
const handler = runInNewContext(`${code}\nhandler`);

describe('at the edge', () => {
  test.each([
    ['/', '/index.html'],
    ['/wirral/', '/wirral/index.html'],
    ['/wirral/customer-experience/2023-24-q3/', '/wirral/customer-experience/2023-24-q3/index.html'],
    ['/wirral/customer-experience/latest/edition.json', '/wirral/customer-experience/latest/edition.json'],
    ['/assets/site.0a1b.css', '/assets/site.0a1b.css'],
  ])('%s is answered with %s', (uri, file) => {
    expect(handler({ request: { uri } }).uri).toBe(file);
  });

  test.each([
    ['/wirral', '/wirral/'],
    ['/wirral/customer-experience', '/wirral/customer-experience/'],
    ['//elsewhere.example', '//elsewhere.example'],
    ['//elsewhere', '/elsewhere/'],
  ])('%s leads to %s', (uri, target) => {
    const answer = handler({ request: { uri } });
    expect(answer.headers?.location.value ?? answer.uri).toBe(target);
  });
});
