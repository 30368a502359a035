import { fieldsOf, idIn, timeIn } from '#adapter/meta/fields.ts';
import type { Message } from '#adapter/meta/itemOf.ts';
import type { Notice } from '#adapter/meta/notices.ts';

/**
 * A comment under what the page or the account shows. What anybody writes is a message received; what the page writes
 * under a comment is the reply to that one.
 */
export function commentOf(
  notice: Notice,
  network: Message['network'],
): Message | string | { readonly reason: string; readonly pointer: string } {
  const { value } = notice;
  if (notice.field === 'feed' && value['item'] !== 'comment') return 'not a comment';
  const verb = String(value['verb'] ?? 'add');
  if (verb !== 'add' && verb !== 'remove') return 'a change of nothing that is kept';
  const page = idIn({ id: notice.id }, 'id');
  const messageId = idIn(value, 'comment_id') ?? idIn(value, 'id');
  if (page === undefined || messageId === undefined)
    return { reason: 'a comment must have an id, and be under a page that has one', pointer: '/value/comment_id' };
  const parent = parentOf(notice);
  const isOwn = isByPage(notice, page);
  if (isOwn && parent === undefined) return 'the page’s own comment, under no other';
  return {
    kind: isOwn ? 'replied' : 'received',
    network,
    page,
    threadId: parent ?? messageId,
    messageId,
    sentAt: timeIn(value, 'created_time') ?? timeIn({ time: notice.time }, 'time'),
    public: true,
    inReplyTo: isOwn ? parent : undefined,
    isDeleted: verb === 'remove',
  };
}

/** The comment that this one is under; Facebook names the post as the parent of those that are under none. */
const parentOf = ({ value }: Notice): string | undefined => {
  const parent = idIn(value, 'parent_id');
  return parent === idIn(value, 'post_id') ? undefined : parent;
};

/** Instagram knows its own account by another id among comments, which only that account's have. */
const isByPage = ({ value }: Notice, page: string): boolean => {
  const from = fieldsOf(value['from']);
  return idIn(from, 'id') === page || idIn(from, 'self_ig_scoped_id') !== undefined;
};
