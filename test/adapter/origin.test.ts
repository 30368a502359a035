import { describe, expect, test } from '@jest/globals';
import { isAllowedOrigin, originOf, originProblem } from '#adapter/origin.ts';

describe('the site whose page posts', () => {
  test.each([
    ['its origin', { origin: 'https://www.northmoor.example' }, 'https://www.northmoor.example'],
    ['its origin in capitals', { origin: 'HTTPS://WWW.Northmoor.example' }, 'https://www.northmoor.example'],
    [
      'its origin, whatever the referrer',
      { origin: 'https://a.example', referer: 'https://b.example/' },
      'https://a.example',
    ],
    ['its referrer', { referer: 'https://www.northmoor.example/bins?postcode=x' }, 'https://www.northmoor.example'],
    ['its usual port', { referer: 'https://www.northmoor.example:443/' }, 'https://www.northmoor.example'],
    ['another port', { origin: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080'],
    ['a page that hides it', { origin: 'null', referer: 'https://www.northmoor.example/' }, undefined],
    ['a file', { referer: 'file:///home/me/page.html' }, undefined],
    ['no address', { referer: 'northmoor' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, headers, expected) => expect(originOf(headers)).toBe(expected));
});

describe('which may post', () => {
  const origins = ['https://www.northmoor.example', 'http://127.0.0.1:*'];
  test.each([
    ['https://www.northmoor.example', true],
    ['http://www.northmoor.example', false],
    ['https://www.northmoor.example.evil.example', false],
    ['https://evil.example/www.northmoor.example', false],
    ['https://www.northmoor.example:8443', false],
    ['http://127.0.0.1', true],
    ['http://127.0.0.1:9', true],
    ['http://127.0.0.1.evil.example:9', false],
    ['https://127.0.0.1:9', false],
    [undefined, false],
  ])('%s: %s', (origin, expected) => {
    expect(isAllowedOrigin(originOf({ origin }), origins)).toBe(expected);
    expect(originProblem({ origin }, origins) === undefined).toBe(expected);
  });

  test('none where none is named', () => expect(isAllowedOrigin('https://www.northmoor.example', [])).toBe(false));
});
