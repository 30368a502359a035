import type { EventType } from '#event/types.ts';
import {
  callDirections,
  callOutcomes,
  commentaryKinds,
  messageChannels,
  milestoneStatuses,
  recordedStatuses,
  webKinds,
} from '#event/vocabulary.ts';

/** What a field of `data` is made of; `one of` has a closed set of values, `names` are names with a text each. */
export type FieldKind =
  | 'text'
  | 'prose'
  | 'instant'
  | 'day'
  | 'seconds'
  | 'pence'
  | 'number'
  | 'flag'
  | 'names'
  | { readonly oneOf: readonly string[] };

export interface EventFields {
  readonly kinds: Readonly<Record<string, FieldKind>>;
  readonly required: readonly string[];
}

const call: EventFields = {
  kinds: {
    callId: 'text',
    queue: 'text',
    service: 'text',
    direction: { oneOf: callDirections },
    offeredAt: 'instant',
    answeredAt: 'instant',
    endedAt: 'instant',
    outcome: { oneOf: callOutcomes },
    waitSeconds: 'seconds',
    waitUnknown: 'flag',
    talkSeconds: 'seconds',
    holdSeconds: 'seconds',
    wrapSeconds: 'seconds',
    transferred: 'flag',
    resolvedAtFirstContact: 'flag',
    enquiryType: 'text',
  },
  required: ['callId', 'queue', 'direction', 'offeredAt', 'endedAt', 'outcome', 'waitSeconds'],
};

const message: EventFields = {
  kinds: {
    threadId: 'text',
    messageId: 'text',
    network: 'text',
    channel: { oneOf: messageChannels },
    service: 'text',
    enquiryType: 'text',
    public: 'flag',
    automated: 'flag',
    sentAt: 'instant',
    inReplyTo: 'text',
    resolvedAtFirstContact: 'flag',
  },
  required: ['threadId', 'messageId', 'network', 'channel', 'sentAt'],
};

const caseStep: EventFields = {
  kinds: {
    caseId: 'text',
    kind: 'text',
    service: 'text',
    stage: 'text',
    outcome: 'text',
    reason: 'text',
    site: 'text',
    amountPence: 'pence',
    at: 'instant',
  },
  required: ['caseId', 'kind', 'at'],
};

/**
 * The fields of every type's `data`, for whoever reads them from text: a spreadsheet says "Yes", "£3.50" and
 * "13/02/2024". The schemas decide; this only says what to read a cell as.
 */
export const fieldKinds: Readonly<Record<EventType, EventFields>> = {
  'contact.call.completed': call,
  'contact.message.received': message,
  'contact.message.replied': message,
  'contact.visit.completed': {
    kinds: {
      visitId: 'text',
      site: 'text',
      reception: 'text',
      service: 'text',
      enquiryType: 'text',
      arrivedAt: 'instant',
      servedAt: 'instant',
      endedAt: 'instant',
    },
    required: ['visitId', 'site', 'arrivedAt'],
  },
  'contact.transaction.completed': {
    kinds: { transactionId: 'text', channel: 'text', service: 'text', enquiryType: 'text', amountPence: 'pence' },
    required: ['transactionId', 'channel', 'service'],
  },
  'web.interaction': {
    kinds: { site: 'text', kind: { oneOf: webKinds }, path: 'text', name: 'text', visitorKey: 'text' },
    required: ['site', 'kind'],
  },
  'case.opened': caseStep,
  'case.acknowledged': caseStep,
  'case.escalated': caseStep,
  'case.extended': caseStep,
  'case.responded': caseStep,
  'case.closed': caseStep,
  'survey.responded': {
    kinds: {
      surveyId: 'text',
      score: 'number',
      answer: 'text',
      min: 'number',
      max: 'number',
      subjectId: 'text',
      service: 'text',
    },
    required: ['surveyId'],
  },
  'gauge.read': { kinds: { gauge: 'text', value: 'number', dimensions: 'names' }, required: ['gauge', 'value'] },
  'measure.recorded': {
    kinds: {
      scorecard: 'text',
      measure: 'text',
      period: 'text',
      value: 'number',
      numerator: 'number',
      denominator: 'number',
      improvement: 'number',
      rank: 'number',
      series: 'text',
      cut: 'names',
      qualifier: 'text',
      reason: 'prose',
      status: { oneOf: recordedStatuses },
      source: 'text',
      recordedBy: 'text',
    },
    required: ['scorecard', 'measure', 'period', 'status', 'source', 'recordedBy'],
  },
  'commentary.recorded': {
    kinds: {
      scorecard: 'text',
      measure: 'text',
      milestone: 'text',
      group: 'text',
      period: 'text',
      kind: { oneOf: commentaryKinds },
      text: 'prose',
      recordedBy: 'text',
    },
    required: ['scorecard', 'period', 'kind', 'text', 'recordedBy'],
  },
  'milestone.updated': {
    kinds: {
      scorecard: 'text',
      milestone: 'text',
      status: { oneOf: milestoneStatuses },
      currentDeadline: 'day',
      undated: 'flag',
      completedOn: 'day',
      reason: 'prose',
      comment: 'prose',
      recordedBy: 'text',
    },
    required: ['scorecard', 'milestone', 'status'],
  },
  'edition.released': {
    kinds: { scorecard: 'text', period: 'text', editionHash: 'text', releasedBy: 'text', reason: 'prose' },
    required: ['scorecard', 'period', 'editionHash', 'releasedBy'],
  },
};
