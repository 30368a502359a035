import { type Fields, fieldsOf } from '#adapter/meta/fields.ts';

/** One thing that Meta tells: a message of a conversation, or a change of what a page or an account shows. */
export interface Notice {
  /** `page` or `instagram`. */
  readonly object: unknown;
  /** Of the page or the account. */
  readonly id: unknown;
  /** Of the notification: in seconds or milliseconds. */
  readonly time: unknown;
  readonly field: string;
  readonly value: Fields;
}

/** Messages come in lists of their own, or as changes of the field `messages`; while another app answers, in `standby`. */
export const noticesOf = ({ object }: Fields, entries: readonly unknown[]): readonly Notice[] =>
  entries.flatMap((given) => {
    const entry = fieldsOf(given);
    const notice = (field: string, value: unknown): Notice => ({
      object,
      id: entry['id'],
      time: entry['time'],
      field,
      value: fieldsOf(value),
    });
    const messages = [...listIn(entry, 'messaging'), ...listIn(entry, 'standby')];
    const changes = listIn(entry, 'changes').map(fieldsOf);
    const all = [
      ...messages.map((one) => notice('messages', one)),
      ...changes.map(({ field, value }) => notice(String(field), value)),
    ];
    return all.length > 0 ? all : [notice('nothing', {})];
  });

const listIn = (fields: Fields, name: string): readonly unknown[] => {
  const list = fields[name];
  return Array.isArray(list) ? list : [];
};

/** What people wrote and what they are called: never needed, so not kept even where a notice is set aside. */
const said = new Set([
  'text',
  'name',
  'username',
  'attachments',
  'payload',
  'title',
  'link',
  'photo',
  'photos',
  'video',
  'quick_reply',
]);

/** A notice as quarantine keeps it. */
export const noticeText = (notice: Notice): string =>
  JSON.stringify(notice, (key, value: unknown) =>
    said.has(key) || (key === 'message' && typeof value === 'string') ? undefined : value,
  );
