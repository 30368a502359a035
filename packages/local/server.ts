import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '#local/failure.ts';

/** Never `localhost`, which may mean IPv6 to one side and IPv4 to the other. */
export const host = '127.0.0.1';

const portsTried = 20;

export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** On the port, or else the next free one; port 0 takes any. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  const last = port === 0 ? 0 : port + portsTried - 1;
  for (let candidate = port; candidate <= last; candidate++) {
    if (await listensOn(server, candidate)) return listening(server);
  }
  throw new Failure(`Ports ${port} to ${last} are all in use: stop what uses one of them and start again.`);
}

export const serve = (listener: RequestListener, port?: number): Promise<Listening> =>
  listen(createServer(listener), port);

const listensOn = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.removeListener('listening', succeeded);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const succeeded = () => {
      server.removeListener('error', failed);
      resolve(true);
    };
    server.once('error', failed).once('listening', succeeded).listen(port, host);
  });

const listening = (server: Server): Listening => ({
  address: `http://${host}:${(server.address() as AddressInfo).port}`,
  close: () => closed(server),
});

/** Without waiting for those who only keep a connection open. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A request's body; undefined when it is over the limit, but read to its end, so that an answer can be given. */
export async function bodyOf(request: AsyncIterable<Buffer>, limitBytes = 16_777_216): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(chunk);
  }
  return bytes <= limitBytes ? Buffer.concat(chunks) : undefined;
}
