import { addDays } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';
import { messageChannels } from '#event/vocabulary.ts';
import {
  closed,
  type Declaration,
  flag,
  hourOf,
  type InstantsOf,
  listed,
  minuteOf,
  msOf,
} from '#metric/declaration.ts';

const isReceived = (fact: Fact): boolean => fact.type === 'contact.message.received';

/** A later reply is no answer: the event log marks the day of a message again for no longer than this. */
const answerDays = 30;
const sentAt = (fact: Fact): number => msOf(fact, 'sentAt');

/** When the replies of one thread were sent, earliest first: by the message that they name, or under undefined. */
type Replies = ReadonlyMap<unknown, readonly number[]>;

const repliesOf = (thread: readonly Fact[]): Replies =>
  new Map(
    [...Map.groupBy(thread, (reply) => reply.data['inReplyTo'])].map(([named, replies]) => [
      named,
      replies.map(sentAt).sort((a, b) => a - b),
    ]),
  );

/** A reply that names the message goes before any that names none; one that names another message answers that. */
function answeredAt(message: Fact, replies: Replies): number | undefined {
  const received = sentAt(message);
  const named = replies.get(message.data['messageId'])?.find((at) => at >= received);
  return named ?? replies.get(undefined)?.find((at) => at > received);
}

/** At one instant a reply comes first: it answered what was there before. */
const inOrder = (a: Fact, b: Fact): number =>
  sentAt(a) - sentAt(b) || Number(isReceived(a)) - Number(isReceived(b)) || (a.contentHash < b.contentHash ? -1 : 1);

/** The messages of a thread that begin a wait: nothing before them, within the days of an answer, still waits for a reply. */
function askingOf(thread: readonly Fact[]): readonly Fact[] {
  let waitingSince: string | undefined;
  return thread.toSorted(inOrder).filter((fact) => {
    const asks = isReceived(fact) && (waitingSince === undefined || fact.day > addDays(waitingSince, answerDays));
    waitingSince = isReceived(fact) ? fact.day : undefined;
    return asks;
  });
}

function rowsOf(day: string, facts: readonly Fact[]): InstantsOf[] {
  const asking = new Set([...Map.groupBy(facts, (fact) => fact.subject).values()].flatMap(askingOf));
  const lastDay = addDays(day, answerDays);
  const replied = facts.filter((fact) => !isReceived(fact) && fact.day <= lastDay);
  const threads = new Map([...Map.groupBy(replied, (fact) => fact.subject)].map(([id, t]) => [id, repliesOf(t)]));
  return facts
    .filter((fact) => isReceived(fact) && fact.day === day)
    .map((fact) => {
      const at = answeredAt(fact, threads.get(fact.subject) ?? new Map());
      const received = minuteOf(sentAt(fact));
      const replied = at === undefined ? undefined : { replied: minuteOf(at) };
      return { fact, at: { received, ...replied, ...(asking.has(fact) && { asked: received }) } };
    });
}

export const message: Declaration = {
  counts: 'messages received and replies sent',
  dimensions: {
    kind: { ...closed(['received', 'replied']), of: (fact) => (isReceived(fact) ? 'received' : 'replied') },
    channel: closed(messageChannels),
    network: listed(),
    service: listed(),
    enquiryType: listed(),
    resolvedAtFirstContact: flag,
    hour: hourOf('sentAt'),
  },
  numbers: {},
  groupingSets: [
    ['kind', 'channel', 'network', 'service'],
    ['kind', 'channel', 'service', 'enquiryType'],
    ['kind', 'channel', 'service', 'resolvedAtFirstContact'],
    ['kind', 'channel', 'hour'],
  ],
  table: {
    dimensions: ['channel', 'network', 'service', 'enquiryType'],
    instants: ['received', 'replied', 'asked'],
    onlySome: ['asked'],
    flags: { answered: 'replied' },
    durations: { replyMinutes: ['received', 'replied'] },
    fixed: { kind: 'received' },
    knownFrom: {},
    unseen: { instant: 'replied', dimensions: ['channel', 'network'] },
    rowsOf,
  },
  added: ['asked'],
  leaveOut: (fact) => (fact.data['automated'] === true ? 'automated' : undefined),
};
