import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { jsonOf } from '#adapter/json.ts';
import { mapped } from '#adapter/mapping.ts';
import { commentOf } from '#adapter/meta/comment.ts';
import { directMessageOf } from '#adapter/meta/directMessage.ts';
import { fieldsOf } from '#adapter/meta/fields.ts';
import { type Notice, noticeText } from '#adapter/meta/notices.ts';

/** A message of a thread, in our words; ids are Meta's own, and are hashed before they are stored. */
export interface Message {
  readonly kind: 'received' | 'replied';
  readonly network: 'facebook' | 'instagram';
  /** Of the page or the account. */
  readonly page: string;
  readonly threadId: string;
  readonly messageId: string;
  /** Undefined when Meta tells none that can be read. */
  readonly sentAt: string | undefined;
  readonly public: boolean;
  readonly inReplyTo?: string | undefined;
  /** The program that wrote it. */
  readonly app?: string | undefined;
  readonly isDeleted: boolean;
}

/** What `noticeText` wrote, read again. */
export const itemAgain = (text: string, context: AdapterContext): Item => {
  const notice = fieldsOf(jsonOf(text)?.value);
  const { object, id, time, field, value } = notice;
  return itemOf({ object, id, time, field: String(field), value: fieldsOf(value) }, context);
};

export const itemOf = (notice: Notice, context: AdapterContext): Item => {
  const text = () => noticeText(notice);
  const message = messageOf(notice);
  if (typeof message === 'string') return { events: [], leftOut: message, text };
  if ('reason' in message) return { events: [], refused: message, text };
  return { events: [eventOf(message, context)], text };
};

type Told = Message | string | { readonly reason: string; readonly pointer: string };

const messageOf = (notice: Notice): Told => {
  const { object, field } = notice;
  if (object !== 'page' && object !== 'instagram')
    return { reason: 'object must be page or instagram: nothing else of Meta is understood', pointer: '/object' };
  if (field === 'messages') return directMessageOf(notice, networkOf(object));
  if (field === 'feed' || field === 'comments' || field === 'live_comments')
    return commentOf(notice, networkOf(object));
  return 'neither a message nor a comment';
};

const networkOf = (object: 'page' | 'instagram') => (object === 'page' ? 'facebook' : 'instagram');

const longestName = 200;

const eventOf = (message: Message, { source, hash }: AdapterContext): object => {
  const { mapping } = source;
  const service = mapped(mapping.service, message.page);
  // Instagram's ids may be longer than a name; hashed again they serve as well.
  const named = (id: string): string => {
    const name = `${network}:${id}`;
    return name.length > longestName ? hash('long id', name) : name;
  };
  const { kind, network, threadId, messageId, sentAt, inReplyTo, app, isDeleted } = message;
  return {
    specversion: '1.0',
    id: hash('message', `${network}\n${messageId}`),
    source: source.id,
    type: `contact.message.${kind}`,
    time: sentAt,
    ...(isDeleted && { revision: 1, withdrawn: true }),
    data: {
      threadId: named(threadId),
      messageId: named(messageId),
      network: mapped(mapping.network, network) ?? network,
      channel: 'social',
      public: message.public,
      sentAt,
      ...(inReplyTo !== undefined && { inReplyTo: named(inReplyTo) }),
      ...(app !== undefined && mapping.bots?.includes(app) && { automated: true }),
      ...(service !== undefined && { service }),
    },
  };
};
