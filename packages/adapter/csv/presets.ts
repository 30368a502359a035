import type { Columns, CsvConfig } from '#adapter/csv/config.ts';

/** Ready-made mappings, by the columns that exports usually have; a source may say any part of one otherwise. */

const page = ['Page path and screen class', 'Page path', 'Page path + query string', 'Landing page', 'Page'];

/** A row adds up a day's views of a page: nobody can make single interactions of it again, so it is a reading. */
const ga4: CsvConfig = {
  skip: [
    { column: page, is: ['Totals', 'Grand total', 'Total'], optional: true },
    { column: 'Date', is: ['Totals', 'Grand total', 'Total'], optional: true },
    { column: 'Date', blank: true, optional: true },
  ],
  type: 'gauge.read',
  id: ['Date', page],
  alsoId: ['Hostname', 'Host name', 'Stream name', 'Stream ID'],
  fields: {
    time: 'Date',
    gauge: { constant: 'page-views' },
    value: ['Views', 'Screen views', 'Pageviews', 'Page views'],
    'dimensions.page': { column: page, withoutQuery: true },
  },
};

const network = ['Network', 'Platform', 'Channel', 'Social network', 'Source', 'Profile type'];
const messageId = ['Message ID', 'Post ID', 'Item ID', 'ID'];
const socialMessage = {
  threadId: ['Conversation ID', 'Thread ID', 'Ticket ID', ...messageId],
  network: {
    column: network,
    words: { 'x (twitter)': 'x', twitter: 'x', 'facebook messenger': 'facebook', messenger: 'facebook' },
  },
  channel: { constant: 'social' },
  service: ['Service', 'Team', 'Label', 'Tag'],
  enquiryType: ['Enquiry type', 'Category', 'Topic'],
  public: { column: ['Public', 'Visibility'], words: { public: 'yes', private: 'no', direct: 'no' } },
} as const;
const receivedAt: Columns = ['Received at', 'Received', 'Date received', 'Created at', 'Message date', 'Date'];
const repliedAt = ['Replied at', 'First reply at', 'First response at', 'Reply date', 'Replied'];

/** A row is one message and, where it was answered, when. */
const socialMessages: CsvConfig = {
  events: {
    received: {
      type: 'contact.message.received',
      id: [messageId],
      fields: { ...socialMessage, messageId, sentAt: receivedAt },
    },
    replied: {
      type: 'contact.message.replied',
      id: [messageId],
      when: [{ filled: repliedAt, optional: true }],
      fields: {
        ...socialMessage,
        messageId: { column: ['Reply ID'], orElse: { column: messageId, prefix: 'reply to ' } },
        sentAt: repliedAt,
        inReplyTo: messageId,
      },
    },
  },
};

/** A row is how many followed one account on a day. */
const socialFollowers: CsvConfig = {
  type: 'gauge.read',
  id: ['Date', network],
  alsoId: ['Profile', 'Account', 'Page'],
  fields: {
    time: 'Date',
    gauge: { constant: 'followers' },
    value: ['Followers', 'Total followers', 'Fans', 'Audience'],
    'dimensions.network': { ...socialMessage.network },
  },
};

const callId = ['Call ID', 'Contact ID', 'Interaction ID', 'UniqueID', 'Call reference', 'Conversation ID'];

/** Call detail records of queues: one row a call's stay in a queue. */
const telephony: CsvConfig = {
  skip: [{ column: callId, is: ['Total', 'Totals', 'Grand total'], optional: true }],
  type: 'contact.call.completed',
  id: [callId],
  alsoId: ['Queue', 'Queue name', 'Skill', 'Hunt group', 'Segment'],
  fields: {
    callId,
    queue: ['Queue', 'Queue name', 'Skill', 'Hunt group', 'Service line'],
    service: ['Service'],
    enquiryType: ['Enquiry type', 'Wrap-up code', 'Disposition code', 'Reason'],
    direction: {
      column: ['Direction', 'Call direction', 'Type'],
      words: { in: 'inbound', incoming: 'inbound', out: 'outbound', outgoing: 'outbound' },
      orElse: { constant: 'inbound' },
    },
    offeredAt: {
      column: ['Offered at', 'Queued at', 'Call start', 'Date and time', 'Timestamp'],
      orElse: {
        date: ['Date', 'Call date', 'Start date'],
        time: ['Time', 'Start time', 'Call time'],
        orElse: ['Start time', 'Start', 'Call time', 'Date'],
      },
    },
    answeredAt: ['Answered at', 'Answer time', 'Answered time', 'Agent connect time'],
    endedAt: {
      column: ['Ended at', 'End time', 'Call end', 'End', 'Disconnect time'],
      orElse: { from: 'offeredAt', plus: ['waitSeconds', 'talkSeconds', 'holdSeconds'] },
    },
    outcome: {
      column: ['Outcome', 'Result', 'Status', 'Disposition', 'Call result'],
      words: {
        handled: 'answered',
        connected: 'answered',
        completed: 'answered',
        'no answer': 'abandoned',
        missed: 'abandoned',
        unanswered: 'abandoned',
        'hung up': 'abandoned',
        overflowed: 'overflow',
        diverted: 'overflow',
        busy: 'failed',
        error: 'failed',
      },
    },
    waitSeconds: {
      column: ['Wait seconds', 'Wait time', 'Queue time', 'Wait', 'Time in queue', 'Ring time', 'Speed of answer'],
      orElse: { between: ['offeredAt', 'answeredAt'], orElse: { between: ['offeredAt', 'endedAt'] } },
    },
    talkSeconds: ['Talk seconds', 'Talk time', 'Talk', 'Duration', 'Call duration', 'Billsec'],
    holdSeconds: ['Hold seconds', 'Hold time', 'Hold'],
    wrapSeconds: ['Wrap seconds', 'Wrap time', 'After call work', 'ACW', 'Wrap-up time', 'Wrap'],
    transferred: ['Transferred', 'Transfer'],
    resolvedAtFirstContact: ['Resolved at first contact', 'First contact resolution', 'FCR', 'Resolved'],
  },
};

const recorded = {
  scorecard: 'scorecard',
  recordedBy: { column: 'recorded by', orElse: { constant: 'Performance team' } },
  time: { column: 'recorded on', optional: true },
} as const;
const comment = {
  ...recorded,
  period: 'period',
  kind: { column: 'comment kind', orElse: { constant: 'comment' } },
  text: ['comment', 'text'],
} as const;
const commented = [{ filled: ['comment', 'text'], optional: true }];
const record = {
  id: ['scorecard', 'id'],
  alsoId: ['kind', 'period', 'series', 'cut', 'comment kind', 'recorded on'],
} as const;

/** What `quarterlight template` writes: a row each for a value, a comment or a milestone; what nobody filled in is nothing. */
const officers: CsvConfig = {
  by: 'kind',
  events: {
    measure: {
      type: 'measure.recorded',
      ...record,
      when: [{ filled: ['value', 'numerator', 'denominator', 'improvement', 'rank'], optional: true }],
      fields: {
        ...recorded,
        measure: 'id',
        period: 'period',
        value: { column: 'value', unit: { column: 'unit' } },
        numerator: 'numerator',
        denominator: 'denominator',
        improvement: { column: 'improvement', unit: 'percent' },
        rank: 'rank',
        series: 'series',
        cut: 'cut',
        qualifier: 'qualifier',
        reason: 'reason',
        status: { column: 'status', orElse: { constant: 'provisional' } },
        source: { column: 'source', orElse: { constant: 'Spreadsheet' } },
      },
    },
    comment: { type: 'commentary.recorded', ...record, when: commented, fields: { ...comment, measure: 'id' } },
    'milestone comment': {
      type: 'commentary.recorded',
      ...record,
      when: commented,
      fields: { ...comment, milestone: 'id' },
    },
    'group comment': { type: 'commentary.recorded', ...record, when: commented, fields: { ...comment, group: 'id' } },
    milestone: {
      type: 'milestone.updated',
      ...record,
      when: [{ filled: ['status', 'new deadline', 'completed on', 'comment', 'reason'], optional: true }],
      fields: {
        ...recorded,
        milestone: 'id',
        status: {
          column: 'status',
          words: {
            completed: 'complete',
            done: 'complete',
            'on target': 'on-track',
            late: 'delayed',
            slipped: 'delayed',
          },
          orElse: 'status now',
        },
        currentDeadline: { column: ['new deadline', 'current deadline'], orElse: 'deadline now' },
        undated: 'undated',
        completedOn: ['completed on'],
        reason: 'reason',
        comment: 'comment',
      },
    },
  },
};

export const presets: Readonly<Record<string, CsvConfig>> = {
  ga4,
  'social-messages': socialMessages,
  'social-followers': socialFollowers,
  telephony,
  officers,
};
