import type { AdapterContext } from '#adapter/adapter.ts';
import { type Contact, contactOf } from '#adapter/firehose/contact.ts';
import { event, type Fate, type Fields, fieldsOf, leftOut, refused, textIn } from '#adapter/firehose/fate.ts';
import { firstMapped, isPlainName, toldBy } from '#adapter/telephony/stay.ts';

const dayMs = 86_400_000;

export const isContactRecord = (fields: Fields): boolean => typeof fields['ContactId'] === 'string';

/**
 * One leg of an Amazon Connect contact: a call's stay in one queue. Legs that never waited for an agent count nowhere,
 * and nor does what is not a call.
 */
export const contactFate = (record: Fields, context: AdapterContext): Fate => {
  const contact = contactOf(record);
  const why = reasonToLeaveOut(contact);
  if (why !== undefined) return leftOut(why);
  if (contact.direction === undefined)
    return refused(
      'InitiationMethod is none that is known; the direction of the call cannot be told',
      '/InitiationMethod',
    );
  if (contact.endedAt === undefined)
    return refused('DisconnectTimestamp is absent: the contact is not over', '/DisconnectTimestamp');
  if (contact.revision > context.now.getTime() + dayMs)
    return refused('LastUpdateTimestamp is more than 24 hours ahead', '/LastUpdateTimestamp');
  const outcome = outcomeOf(contact);
  if (outcome === undefined) return leftOut('never joined a queue');
  const id = nameOf(contact.id, context);
  const attributes = { id, type: 'contact.call.completed', time: contact.endedAt, revision: contact.revision };
  return { events: [event(context, attributes, dataOf(id, contact, outcome, record, context))] };
};

const reasonToLeaveOut = ({ channel, method }: Contact): string | undefined => {
  if (channel !== 'VOICE') return `${channel.toLowerCase()}, not a call`;
  return method === 'MONITOR' ? 'a supervisor listening' : undefined;
};

type Outcome = 'answered' | 'abandoned' | 'overflow' | 'failed';

/** undefined when nobody was ever to answer: what a caller did in a menu, or heard from a recording, was no wait. */
const outcomeOf = (contact: Contact): Outcome | undefined => {
  if (contact.direction === 'outbound' && contact.connectedAt === undefined) return 'failed';
  if (contact.agentAt !== undefined) return 'answered';
  if (contact.enqueuedAt === undefined) return undefined;
  return contact.isPassedOn ? 'overflow' : 'abandoned';
};

/** Connect's own ids are random; anything else could name a caller. */
const nameOf = (id: string, { hash }: AdapterContext): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : hash('contact', id);

function dataOf(callId: string, contact: Contact, outcome: Outcome, record: Fields, context: AdapterContext): Fields {
  const answered = outcome === 'answered';
  return {
    callId,
    direction: contact.direction,
    outcome,
    offeredAt: contact.offeredAt,
    answeredAt: answered ? contact.answeredAt : undefined,
    endedAt: contact.endedAt,
    waitSeconds: contact.waitSeconds,
    ...(answered && {
      talkSeconds: contact.talkSeconds,
      holdSeconds: contact.holdSeconds,
      wrapSeconds: contact.wrapSeconds,
      transferred: contact.isPassedOn,
    }),
    ...wordsOf(record, context),
  };
}

/** The queue by its name or ARN; of the attributes, which hold whatever a flow puts there, only what the mapping names. */
const wordsOf = (record: Fields, { source }: AdapterContext): Fields => {
  const queue = fieldsOf(record['Queue']);
  const [name, arn] = [textIn(queue, 'Name'), textIn(queue, 'ARN')];
  const words = [name, arn].filter((word) => word !== undefined);
  const told = toldBy((attribute) => textIn(fieldsOf(record['Attributes']), attribute), source);
  return {
    queue: firstMapped(words, source.mapping.queue) ?? plainName(name),
    service: told.service ?? firstMapped(words, source.mapping.service),
    enquiryType: told.enquiryType,
    resolvedAtFirstContact: told.resolvedAtFirstContact,
  };
};

const plainName = (name: string | undefined): string => {
  if (name === undefined) return 'none';
  return isPlainName(name) ? name : 'other';
};
