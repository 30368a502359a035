import * as z from 'zod';
import { flag, instant, name, oneOf } from '#event/field.ts';
import { messageChannels } from '#event/vocabulary.ts';

/** `contact.message.received` and `contact.message.replied`: one message of a thread, never its text. */
export const message = z.object({
  threadId: name,
  messageId: name,
  /** Where it was said, such as `facebook`. */
  network: name,
  channel: oneOf(messageChannels),
  service: name.optional(),
  enquiryType: name.optional(),
  public: flag.optional(),
  /** Written by a machine: it neither starts nor stops the clock. */
  automated: flag.optional(),
  sentAt: instant,
  inReplyTo: name.optional(),
  resolvedAtFirstContact: flag.optional(),
});
