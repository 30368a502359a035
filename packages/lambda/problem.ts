import { STATUS_CODES } from 'node:http';
import { type HttpResponse, jsonResponse } from '#lambda/http.ts';
import type { Log } from '#lambda/log.ts';

interface ProblemOptions extends ErrorOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** In the form that this sender reads, instead of RFC 9457's. */
  readonly response?: HttpResponse;
}

/** An answer that is not success. The detail is a sentence for the sender, so it names the mend. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly response: HttpResponse | undefined;

  constructor(status: number, detail: string, { headers = {}, response, ...options }: ProblemOptions = {}) {
    super(detail, options);
    this.name = 'Problem';
    this.status = status;
    this.headers = headers;
    this.response = response;
  }
}

/** RFC 9457. `more` adds members of our own. */
export const problemResponse = ({ status, message, headers, response }: Problem, more: object = {}): HttpResponse => {
  if (response) return response;
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, detail: message, ...more };
  return jsonResponse(status, body, { 'content-type': 'application/problem+json', ...headers });
};

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(500, 'Something broke on our side. Nothing was lost: send the request again later.', {
        cause: error,
        headers: { 'retry-after': '60' },
      });

/** A middy middleware: whatever is thrown is answered as a problem, and logged if it is ours. */
export const problems = (log: Log) => ({
  onError: (request: { error: Error | null; response: unknown }): void => {
    const problem = asProblem(request.error);
    if (problem.status >= 500) log.error('request failed', problem, { status: problem.status });
    request.response = problemResponse(problem);
  },
});
