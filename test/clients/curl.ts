import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CurlAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `curl -s -i ARGUMENTS`, with what it reads from its standard input for `--data-binary @-`. Throws without curl. */
export async function curl(args: readonly string[], input?: string | Buffer): Promise<CurlAnswer> {
  const child = spawn('curl', ['-s', '-i', '--max-time', '20', ...args]);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.on('error', () => undefined).end(input);
  await once(child, 'close');
  return answerOf(Buffer.concat(chunks).toString('utf8'));
}

/** Of several heads, the last is the answer's: the others say 100 Continue. */
function answerOf(text: string): CurlAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  if (/^HTTP\/\S+ 1\d\d/.test(head)) return answerOf(rest.join('\r\n\r\n'));
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  };
}
