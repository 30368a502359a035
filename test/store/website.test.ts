import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { memoryWebsite } from '#store/memoryWebsite.ts';
import { s3Website } from '#store/s3Website.ts';
import type { SiteFile, Website } from '#store/website.ts';
import { bucketNames, type S3, startS3 } from '#test/support/s3rver.ts';

let s3: S3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const page: SiteFile = {
  path: 'wirral/index.html',
  body: '<p>Gŵyl £5</p>',
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'public, max-age=300',
};
const textOf = (file: SiteFile | undefined) => Buffer.from(file?.body ?? '').toString('utf8');

describe.each([
  { store: 'memory', open: (): Website => memoryWebsite() },
  { store: 'S3', open: (): Website => s3Website(s3.client(), bucketNames.site) },
])('the website in $store', ({ open }) => {
  test('gives back a file with its type and cache control, as bytes', async () => {
    const website = open();
    await website.put(page);
    const file = await website.get('wirral/index.html');
    expect(file).toMatchObject({ path: page.path, contentType: page.contentType, cacheControl: page.cacheControl });
    expect(file?.body).toBeInstanceOf(Uint8Array);
    expect(textOf(file)).toBe(page.body);
  });

  test('keeps bytes that are no text, and nothing at all', async () => {
    const website = open();
    const body = Uint8Array.from({ length: 256 }, (_, n) => n);
    await website.put({ ...page, path: 'assets/font.woff2', body });
    await website.put({ ...page, path: 'empty.txt', body: '' });
    expect(Buffer.from((await website.get('assets/font.woff2'))?.body ?? '')).toEqual(Buffer.from(body));
    expect(textOf(await website.get('empty.txt'))).toBe('');
  });

  test('replaces a file whole', async () => {
    const website = open();
    await website.put({ ...page, path: 'replaced.html', body: 'a long first version of it' });
    await website.put({ ...page, path: 'replaced.html', body: 'short' });
    expect(textOf(await website.get('replaced.html'))).toBe('short');
  });

  test('a page may have the name of a folder', async () => {
    const website = open();
    await website.put({ ...page, path: 'folder/page', body: 'page' });
    await website.put({ ...page, path: 'folder', body: 'folder' });
    expect(textOf(await website.get('folder'))).toBe('folder');
    expect(textOf(await website.get('folder/page'))).toBe('page');
  });

  test('knows nothing of a path that was never put', async () => {
    expect(await open().get('nowhere.html')).toBeUndefined();
  });
});
