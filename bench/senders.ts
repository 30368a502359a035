import type { SampleRequest } from '#test/hooks/samples.ts';

/** One tool that posts: so many of its events in one request, no two alike, each of which becomes one fact. */
export interface Sender {
  /** `firehose, contact records`. */
  readonly what: string;
  readonly adapter: string;
  /** How many events its larger requests hold; none where every request has one. */
  readonly batch?: number;
  readonly request: (from: number, count: number) => SampleRequest;
}

const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0');
const uuid = (n: number): string => `1f0c6a52-7b1e-4a6e-9f3b-${hex(n, 12)}`;
const startMs = Date.parse('2025-04-28T08:00:00Z');
const ms = (n: number): number => startMs + n * 1000;
const seconds = (n: number): number => ms(n) / 1000;
const iso = (n: number): string => new Date(ms(n)).toISOString();
const numbered = <One>(from: number, count: number, one: (n: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => one(from + index));

const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const browser = { 'user-agent': agent, origin: 'https://www.northmoor.example' };
const bearer = { authorization: 'Bearer {token}' };
const page = (n: number): string => `https://www.northmoor.example/services/page-${n % 50}?ref=${n}`;

const contact = (n: number) => ({
  ContactId: uuid(n),
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: iso(n),
  DisconnectTimestamp: iso(n + 300),
  LastUpdateTimestamp: iso(n + 360),
  CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447700900123' },
  Attributes: { reason: 'Missed bin' },
  Queue: { Name: 'Waste', EnqueueTimestamp: iso(n + 10), Duration: 20 },
  Agent: { ConnectedToAgentTimestamp: iso(n + 30), AgentInteractionDuration: 240, AfterContactWorkDuration: 30 },
});

const edgeLine = (n: number): string => {
  const first = [
    seconds(n),
    '203.0.113.77',
    0.01,
    200,
    5120,
    'GET',
    'https',
    'www.northmoor.example',
    `/services/page-${n % 50}`,
  ];
  const second = [
    '-',
    'LHR61-P1',
    `${hex(n, 54)}==`,
    'd1.cloudfront.net',
    0.1,
    'HTTP/2.0',
    'IPv4',
    agent.replaceAll(' ', '%20'),
  ];
  return [...first, ...second, ...Array(23).fill('-')].join('\t');
};

const firehoseHeaders = { 'X-Amz-Firehose-Access-Key': '{token}', 'X-Amz-Firehose-Request-Id': uuid(0) };

const queueLog = (n: number): string => {
  const id = `${seconds(n)}.${n}`;
  return [
    [seconds(n), id, 'waste', 'NONE', 'ENTERQUEUE', '', '07700900123', 1],
    [seconds(n + 30), id, 'waste', 'PJSIP/7002', 'CONNECT', 30, id, 4],
    [seconds(n + 200), id, 'waste', 'PJSIP/7002', 'COMPLETECALLER', 30, 170, 1],
  ]
    .map((fields) => fields.join('|'))
    .join('\n');
};

const legOf = (n: number) => ({
  channel_data: { direction: 'inbound' },
  variables: {
    uuid: uuid(n),
    start_epoch: String(seconds(n)),
    answer_epoch: String(seconds(n + 1)),
    end_epoch: String(seconds(n + 300)),
    caller_id_number: '07700900123',
    cc_side: 'member',
    cc_queue: '1002%40default',
    cc_queue_joined_epoch: String(seconds(n + 5)),
    cc_queue_answered_epoch: String(seconds(n + 65)),
    cc_queue_terminated_epoch: String(seconds(n + 290)),
    cc_cause: 'answered',
  },
  callflow: [{ caller_profile: { destination_number: '1001', context: 'public' } }],
});

const voice = (n: number): Readonly<Record<string, string>> => ({
  AccountSid: 'AC00000000000000000000000000000000',
  CallSid: `CA${hex(n, 32)}`,
  CallStatus: 'completed',
  CallDuration: '300',
  Direction: 'inbound',
  From: '+447700900123',
  To: '+441632960000',
  Timestamp: new Date(ms(n + 300)).toUTCString().replace('GMT', '+0000'),
  SequenceNumber: '2',
});

const message = (n: number) => ({
  sender: { id: String(2_000_000 + n) },
  recipient: { id: '100000000000001' },
  timestamp: ms(n),
  message: { mid: `m_${n}`, text: 'When is my bin day?' },
});

const umamiEvent = (n: number) => ({
  type: 'event',
  payload: {
    website: '4b8a6f0e-2f0d-4f43-9d4e-0c1a5b7e9d21',
    hostname: 'www.northmoor.example',
    url: page(n),
    timestamp: seconds(n),
  },
});

const callRow = (n: number): string => {
  const [day, time] = iso(n).split('T');
  return [
    `C-${n}`,
    'Waste',
    day?.split('-').reverse().join('/'),
    time?.slice(0, 8),
    'Inbound',
    'Answered',
    '0:00:20',
    '0:04:00',
    '07700900123',
  ].join(',');
};

export const senders: readonly Sender[] = [
  {
    what: 'cloudevents',
    adapter: 'cloudevents',
    batch: 100,
    request: (from, count) => ({
      headers: { ...bearer, 'content-type': 'application/cloudevents-batch+json' },
      json: numbered(from, count, (n) => ({
        specversion: '1.0',
        id: uuid(n),
        source: 'events-api',
        type: 'contact.call.completed',
        time: iso(n + 300),
        data: {
          callId: uuid(n),
          queue: 'streets',
          direction: 'inbound',
          offeredAt: iso(n),
          answeredAt: iso(n + 20),
          endedAt: iso(n + 300),
          outcome: 'answered',
          waitSeconds: 20,
        },
      })),
    }),
  },
  {
    what: 'csv, telephony',
    adapter: 'csv',
    batch: 500,
    request: (from, count) => ({
      query: 'preset=telephony',
      headers: { ...bearer, 'content-type': 'text/csv' },
      body: [
        'Call ID,Queue,Date,Time,Direction,Result,Wait time,Talk time,Caller number',
        ...numbered(from, count, callRow),
      ].join('\n'),
    }),
  },
  {
    what: 'firehose, contact records',
    adapter: 'firehose',
    batch: 100,
    request: (from, count) => ({ headers: firehoseHeaders, records: numbered(from, count, contact) }),
  },
  {
    what: 'firehose, edge log',
    adapter: 'firehose',
    batch: 500,
    request: (from, count) => ({
      source: 'cdn-logs',
      headers: firehoseHeaders,
      records: numbered(from, count, edgeLine),
    }),
  },
  {
    what: 'matomo',
    adapter: 'matomo',
    batch: 100,
    request: (from, count) => ({
      rest: '/matomo.php',
      headers: { ...browser, 'content-type': 'application/json' },
      json: {
        requests: numbered(
          from,
          count,
          (n) => `?idsite=1&rec=1&r=${n}&_id=${hex(n, 16)}&url=${encodeURIComponent(page(n))}`,
        ),
      },
    }),
  },
  {
    what: 'plausible',
    adapter: 'plausible',
    request: (from) => ({
      rest: '/api/event',
      headers: { ...browser, 'content-type': 'text/plain' },
      json: { n: 'pageview', v: 36, u: page(from), d: 'www.northmoor.example', r: null },
    }),
  },
  {
    what: 'umami',
    adapter: 'umami',
    batch: 100,
    request: (from, count) => ({
      rest: '/api/batch',
      headers: { ...bearer, 'user-agent': agent },
      json: numbered(from, count, umamiEvent),
    }),
  },
  {
    what: 'asterisk, queue log',
    adapter: 'asterisk',
    batch: 100,
    request: (from, count) => ({
      headers: { 'content-type': 'text/plain', 'x-api-key': '{token}' },
      body: numbered(from, count, queueLog).join('\n'),
    }),
  },
  {
    what: 'freeswitch',
    adapter: 'freeswitch',
    request: (from) => ({ headers: { ...bearer, 'content-type': 'application/json' }, json: legOf(from) }),
  },
  {
    what: 'twilio, event stream',
    adapter: 'twilio',
    batch: 100,
    request: (from, count) => ({
      headers: { 'content-type': 'application/json' },
      sign: 'twilio-json',
      json: numbered(from, count, (n) => ({
        specversion: '1.0',
        type: 'com.twilio.voice.status-callback.call.completed',
        source: '/v1/sinks',
        id: `EZ${n}`,
        time: iso(n + 301),
        data: { request: { method: 'POST', parameters: voice(n) } },
      })),
    }),
  },
  {
    what: 'meta, Messenger',
    adapter: 'meta',
    batch: 100,
    request: (from, count) => ({
      sign: 'meta',
      headers: { 'content-type': 'application/json' },
      json: {
        object: 'page',
        entry: [{ id: '100000000000001', time: ms(from), messaging: numbered(from, count, message) }],
      },
    }),
  },
];
