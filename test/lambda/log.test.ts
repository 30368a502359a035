import { expect, test } from '@jest/globals';
import { jsonLog } from '#lambda/log.ts';

const logged = (use: (log: ReturnType<typeof jsonLog>) => void) => {
  const lines: string[] = [];
  use(jsonLog((line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line));
};

test('an entry is one line of JSON', () => {
  const [entry] = logged((log) => log.info('collected', { accepted: 2, source: 'a\nb', missing: undefined }));
  expect(entry).toEqual({ level: 'INFO', message: 'collected', accepted: 2, source: 'a\nb' });
});

test('an error is described with its causes', () => {
  const error = new Error('outer', { cause: new TypeError('inner', { cause: 'text' }) });
  const [entry] = logged((log) => log.error('failed', error));
  expect(entry).toMatchObject({
    level: 'ERROR',
    message: 'failed',
    error: {
      message: 'outer',
      cause: { name: 'TypeError', message: 'inner', cause: { name: 'string', message: 'text' } },
    },
  });
});
