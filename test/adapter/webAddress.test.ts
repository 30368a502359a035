import { describe, expect, test } from '@jest/globals';
import { linkName, looksPersonal, pageOf, wordsOf } from '#adapter/webAddress.ts';

const pages: readonly (readonly [address: string, path: string | undefined, host?: string])[] = [
  ['https://www.northmoor.example/council-tax/', '/council-tax/', 'www.northmoor.example'],
  ['https://www.northmoor.example', '/', 'www.northmoor.example'],
  ['HTTPS://WWW.Northmoor.example:8443/Bins?uprn=100023336956#top', '/Bins', 'www.northmoor.example'],
  ['https://jane:secret@www.northmoor.example/bins', '/bins', 'www.northmoor.example'],
  ['https://www.northmoor.example/user/jane@x.uk/', '/user/_/'],
  ['https://www.northmoor.example/user/jane%40x.uk/', '/user/_/'],
  ['https://www.northmoor.example/user/jane%2540x.uk/', '/user/_/'],
  ['https://www.northmoor.example/call/07700900123', '/call/_'],
  ['https://www.northmoor.example/call/+44 7700 900123', '/call/_'],
  ['https://www.northmoor.example/call/٠٧٧٠٠٩٠٠', '/call/_'],
  ['https://www.northmoor.example/case/1234/notes', '/case/1234/notes'],
  ['https://www.northmoor.example/case/12345/notes', '/case/_/notes'],
  ['https://www.northmoor.example/find/SW1A%201AA', '/find/_'],
  ['https://www.northmoor.example/find/m11ae/', '/find/_/'],
  ['https://www.northmoor.example/reset/Zm9vYmFyYmF6cXV4MTIz', '/reset/_'],
  ['https://www.northmoor.example/bins;jsessionid=A1B2C3/list', '/bins/list'],
  ['https://www.northmoor.example/news/2024/03/31/budget-2024-25', '/news/2024/03/31/budget-2024-25'],
  ['https://www.northmoor.example/minutes-2024-03-31', '/minutes-2024-03-31'],
  ['https://www.northmoor.example/2024-123456', '/_'],
  ['https://www.northmoor.example/%zz/%E0%A4%A', '/%zz/%E0%A4%A'],
  ['https://www.northmoor.example/a\u0000b', '/a%00b'],
  ['http://127.0.0.1:4000/bins', '/bins', '127.0.0.1'],
  ['https://07700900123.northmoor.example/', '/', '_'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,hello', undefined],
  ['file:///home/jane/page.html', undefined],
  ['/bins', undefined],
  ['', undefined],
];

describe('the page of an address', () => {
  test.each(pages)('%j is at %j', (address, path, host = 'www.northmoor.example') => {
    expect(pageOf(address)).toEqual(path === undefined ? undefined : { host, path });
  });

  test('a path alone is at the host that it is given', () => {
    expect(pageOf('/bins?a=b', 'https://my.northmoor.example')).toEqual({
      host: 'my.northmoor.example',
      path: '/bins',
    });
  });

  // A pattern that tried every two places would not come to an end here.
  test('an enormous address is cut', () => {
    expect(pageOf(`https://www.northmoor.example/${'a/'.repeat(500_000)}?${'b'.repeat(500_000)}`)?.path).toHaveLength(
      1_000,
    );
  });
});

const words = [
  ['  council   tax\n', 'council tax'],
  ['budget 2024-25', 'budget 2024-25'],
  ['form 1234', 'form 1234'],
  ['what is a band A?', 'what is a band A?'],
  ['error at https://www.northmoor.example/a.js:1:23', 'error at https://www.northmoor.example/a.js:1:23'],
  ['error at https://www.northmoor.example/a?name=jane:1:23 twice', 'error at https://www.northmoor.example/a twice'],
  ['at HTTP://x.example#jane and https://y.example/?jane', 'at HTTP://x.example and https://y.example/'],
  ['at https%3A%2F%2Fx.example%2Fa%3Fname%3Djane', 'at https%3A%2F%2Fx.example%2Fa'],
  ['https://x.example/a?name=jane@x.uk', 'https://x.example/a'],
  ['account 12345', undefined],
  ['jane@x.uk', undefined],
  ['jane%40x.uk', undefined],
  ['bins in LS1 4AP', undefined],
  ['bins in ls14ap', undefined],
  ['07700 900 123', undefined],
  [' \u0000 ', undefined],
  [undefined, undefined],
] as const;

describe('words', () => {
  test.each(words)('%j are kept as %j', (typed, kept) => expect(wordsOf(typed)).toBe(kept));

  // A pattern that began again at every address would not come to an end here.
  test('addresses without end are cut too', () => {
    expect(wordsOf('https:'.repeat(500_000))).toHaveLength(200);
  });
  test('are cut after 200 characters', () => expect(wordsOf('bins '.repeat(1_000))).toHaveLength(200));
  test('half a character is mended', () => expect(wordsOf('\ud800 bins')).toBe('\ufffd bins'));
  test('an enormous run of digits is answered', () => expect(looksPersonal('1 '.repeat(1_000_000))).toBe(true));
});

test.each([
  ['https://www.gov.uk/renew?name=jane', 'link to www.gov.uk'],
  ['https://203.0.113.9/', 'link'],
  ['https://07700900123.example/', 'link'],
  ['mailto:jane@x.uk', 'link'],
])('%s is called %s', (address, name) => expect(linkName(address)).toBe(name));
