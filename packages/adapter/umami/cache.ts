import type { AdapterContext, HookRequest } from '#adapter/adapter.ts';

/** What Umami's tracker is told and sends back: made of nothing about the visitor, and never needed here. */
export interface Session {
  readonly cache: string;
  readonly sessionId: string;
  readonly visitId: string;
}

const shape = /^([0-9a-f]{32})\.([0-9a-f]{32})$/;

/** The same as long as the tracker shows it; else a new one, after the request's own id. */
export const sessionOf = ({ headers, requestId }: HookRequest, { hash }: AdapterContext): Session => {
  const [, shown = '', signature] = shape.exec(headers['x-umami-cache'] ?? '') ?? [];
  const isOurs = signature !== undefined && signature === hash('umami cache', shown);
  const session = isOurs ? shown : hash('umami session', requestId);
  return {
    cache: `${session}.${hash('umami cache', session)}`,
    sessionId: uuidOf(session),
    visitId: uuidOf(hash('umami visit', session)),
  };
};

/** 32 hex digits in the shape that Umami's clients expect: a UUID of version 8, which stands for any rule of one's own. */
const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
