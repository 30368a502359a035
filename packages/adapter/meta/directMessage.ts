import { fieldsOf, idIn, timeIn } from '#adapter/meta/fields.ts';
import type { Message } from '#adapter/meta/itemOf.ts';
import type { Notice } from '#adapter/meta/notices.ts';

/** A message of Messenger or Instagram: an echo is what the page wrote, whoever or whatever wrote it. */
export function directMessageOf(
  { id, value }: Notice,
  network: Message['network'],
): Message | string | { readonly reason: string; readonly pointer: string } {
  const message = fieldsOf(value['message']);
  const messageId = idIn(message, 'mid');
  if (messageId === undefined) return 'not a message: a reading, a delivery, a reaction or a button';
  const [sender, recipient] = [idIn(fieldsOf(value['sender']), 'id'), idIn(fieldsOf(value['recipient']), 'id')];
  if (sender === undefined || recipient === undefined)
    return { reason: 'a message must have a sender.id and a recipient.id', pointer: '/sender/id' };
  const isEcho = message['is_echo'] === true || sender === idIn({ id }, 'id');
  const [page, person] = isEcho ? [sender, recipient] : [recipient, sender];
  return {
    kind: isEcho ? 'replied' : 'received',
    network,
    page,
    threadId: `${page}:${person}`,
    messageId,
    sentAt: timeIn(value, 'timestamp'),
    public: false,
    app: isEcho ? idIn(message, 'app_id') : undefined,
    isDeleted: message['is_deleted'] === true,
  };
}
