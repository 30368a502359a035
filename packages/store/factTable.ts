import type { Fact, Stream } from '#event/types.ts';
import type { Candidate } from '#store/eventLog.ts';
import { shortHash } from '#store/hash.ts';

export interface Subject {
  readonly organisation: string;
  readonly stream: Stream;
  readonly subject: string;
}

/** What an event log needs of a technology; each write is one atomic write. `eventLogOver` puts them in order. */
export interface FactTable {
  /** Ties a source's id to its subject for good; false when it is tied to another. */
  claim(fact: Fact): Promise<boolean>;
  /** Every day that the fact was ever in, this one included; undefined when what is stored is the same or outranks it, or is not what it must be. */
  write(fact: Candidate, now: Date): Promise<readonly string[] | undefined>;
  /** Every day that a stored fact was ever in. Consistently read. */
  daysEver(fact: Fact): Promise<readonly string[]>;
  /** Consistently read. */
  ofSubject(subject: Subject): Promise<readonly Fact[]>;
  /** By the index, which may lag; web facts by their own keys. */
  ofDay(day: { organisation: string; stream: Stream; day: string }): Promise<readonly Fact[]>;
}

/** Streams whose facts bear on one another, so that their subject is not the fact itself. */
const grouping: Partial<Record<Stream, { readonly noun: string; readonly pointer: string }>> = {
  message: { noun: 'thread', pointer: '/data/threadId' },
  case: { noun: 'case', pointer: '/data/caseId' },
  record: { noun: 'scorecard', pointer: '/data/scorecard' },
};

export const isGrouped = (stream: Stream): boolean => grouping[stream] !== undefined;
/** Whether a fact changes what other facts of its subject count as, on their days. */
export const bearsOnOthers = (stream: Stream): boolean => stream === 'message' || stream === 'case';
export const isRolledUp = (stream: Stream): boolean => stream !== 'record';

/** Of source and id: the same fact, whatever else is in it. */
export const factHash = ({ source, id }: Pick<Fact, 'source' | 'id'>): string => shortHash(source, id);

export const subjectHash = (fact: Pick<Fact, 'stream' | 'subject' | 'source' | 'id'>): string =>
  isGrouped(fact.stream) ? shortHash(fact.subject) : factHash(fact);

/** What a claim ties an id to: the same id in another of these streams is refused as well. */
export const claimed = ({ stream, subject }: Subject): string => `${stream}#${shortHash(subject)}`;

/** The highest (revision, content hash) wins, so that order never matters. */
export const outranks = (fact: Fact, stored: Fact): boolean =>
  fact.revision > stored.revision || (fact.revision === stored.revision && fact.contentHash > stored.contentHash);

export const claimedByAnother = ({ stream }: Fact) => ({
  refused: `this id was received before for another ${grouping[stream]?.noun}; withdraw it and send a new id`,
  pointer: grouping[stream]?.pointer ?? '/id',
});

export const webRevision = {
  refused: 'a web interaction is never corrected: its revision must be 0',
  pointer: '/revision',
} as const;
