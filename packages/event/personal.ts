import { createHmac } from 'node:crypto';
import { londonDay } from '#calendar/day.ts';
import { instantOf } from '#event/instantOf.ts';
import { type CanonicalEvent, type Stream, streamOfType } from '#event/types.ts';

type Data = CanonicalEvent['data'];
type Hashed = Readonly<Record<string, string>>;

/** Fields that name a person or a conversation, and what each names: equal kinds of name have equal hashes. */
const kindOf: Partial<Record<Stream, Hashed>> = {
  message: { threadId: 'thread', messageId: 'message', inReplyTo: 'message' },
  web: { visitorKey: 'visitor' },
  survey: { subjectId: 'subject' },
};

/**
 * What may be kept of an event's data: what names a person only as a keyed hash, a visitor's for one London day only,
 * and addresses without their query. A case's id stays, since officers look cases up by it.
 */
export const withoutPersonalData = (event: Pick<CanonicalEvent, 'type' | 'time' | 'data'>, hashKey: string): Data => {
  const stream = streamOfType[event.type];
  const hashed = Object.entries(kindOf[stream] ?? {})
    .filter(([field]) => event.data[field] !== undefined)
    .map(([field, kind]) => [field, keyedHash(hashKey, saltOf(kind, event), String(event.data[field]))]);
  return { ...event.data, ...Object.fromEntries(hashed), ...withoutQuery(event.data) };
};

const saltOf = (kind: string, event: Pick<CanonicalEvent, 'type' | 'time' | 'data'>): string =>
  kind === 'visitor' ? `visitor ${londonDay(instantOf(event))}` : kind;

/** 32 hex digits. Equal salts and values give equal hashes; without the key nobody can guess back. */
export const keyedHash = (key: string, salt: string, value: string): string =>
  createHmac('sha256', key).update(`${salt}\n${value}`).digest('hex').slice(0, 32);

const withoutQuery = ({ path }: Data): Data => (typeof path === 'string' ? { path: path.replace(/[?#].*$/s, '') } : {});
