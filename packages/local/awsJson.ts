import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf } from '#local/failure.ts';
import { roleOf } from '#local/permissions.ts';
import { bodyOf } from '#local/server.ts';

type Operation = (input: Record<string, string>, role: string | undefined) => Promise<unknown> | unknown;

/** An error that the caller's SDK knows by name. */
export class ServiceError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A service that speaks AWS JSON (1.0 or 1.1): the operation is named by a header. */
export const awsJson =
  (operations: Readonly<Record<string, Operation>>) => async (request: IncomingMessage, response: ServerResponse) => {
    const answer = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': request.headers['content-type'] ?? 'application/x-amz-json-1.0' })
        .end(JSON.stringify(body));
    try {
      const operation = operations[String(request.headers['x-amz-target']).split('.')[1] ?? ''];
      if (!operation) throw new ServiceError('UnknownOperationException', 'not served on this computer');
      answer(200, await operation(JSON.parse(String(await bodyOf(request)) || '{}'), roleOf(request)));
    } catch (error) {
      const known = error instanceof ServiceError;
      answer(known ? 400 : 500, { __type: known ? error.code : 'InternalServerError', message: messageOf(error) });
    }
  };
