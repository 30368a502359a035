import { createHash, timingSafeEqual } from 'node:crypto';

/** What follows `Bearer` in an authorization header. */
export const bearerOf = (authorization = ''): string | undefined => /^bearer +(\S+) *$/i.exec(authorization)?.[1];

/** Compared by hash, all of them: neither the length nor the place of a difference shows in the time taken. */
export const isOneOf = (token: string, tokens: readonly string[]): boolean =>
  tokens.filter((known) => known !== '' && timingSafeEqual(digest(known), digest(token))).length > 0;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
