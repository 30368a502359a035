import fc from 'fast-check';

/** A CloudEvent as a sender writes it. */
export type Happening = Readonly<Record<string, unknown>>;

const two = (n: number): string => String(n).padStart(2, '0');
/** Within the two weeks around 31 December, so that days, quarters and threads meet. */
const instant = fc
  .tuple(fc.integer({ min: 20, max: 44 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, minute]) => {
    const date = day > 31 ? `2025-01-${two(day - 31)}` : `2024-12-${two(day)}`;
    return `${date}T${two(hour)}:${two(minute)}:00Z`;
  });

/** Few ids, so that revisions, repeats and collisions of content are common. */
const identity = fc.record({
  id: fc.integer({ min: 1, max: 5 }).map(String),
  revision: fc.integer({ min: 0, max: 2 }),
});
const withdrawal = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const call = fc
  .record({
    offeredAt: instant,
    callId: fc.constantFrom('c1', 'c2', 'c3'),
    queue: fc.constantFrom('bins', 'council tax', 'unlisted'),
    direction: fc.constantFrom('inbound', 'outbound'),
    outcome: fc.constantFrom('answered', 'abandoned', 'overflow'),
    waitSeconds: fc.constantFrom(0, 79, 80, 81, 400),
    talkSeconds: fc.integer({ min: 0, max: 300 }),
    resolvedAtFirstContact: fc.boolean(),
  })
  .map((data) => ({
    type: 'contact.call.completed',
    time: data.offeredAt,
    data: { ...data, endedAt: later(data.offeredAt) },
  }));

const later = (time: string): string => new Date(Date.parse(time) + 3_600_000).toISOString();

const message = fc
  .record({
    threadId: fc.constantFrom('t1', 't2'),
    messageId: fc.integer({ min: 1, max: 6 }).map((n) => `m${n}`),
    network: fc.constantFrom('facebook', 'unlisted'),
    channel: fc.constant('social'),
    automated: fc.boolean(),
    sentAt: instant,
  })
  .chain((data) =>
    fc
      .constantFrom('contact.message.received', 'contact.message.replied')
      .map((type) => ({ type, time: data.sentAt, data })),
  );

const visit = instant.map((time) => ({ type: 'web.interaction', time, data: { site: 'main', kind: 'form' } }));

const gauge = fc
  .record({ value: fc.integer({ min: 0, max: 9 }), time: instant })
  .map(({ value, time }) => ({ type: 'gauge.read', time, data: { gauge: 'followers', value } }));

const recorded = fc.record({ value: fc.integer({ min: 0, max: 100 }), time: instant }).map(({ value, time }) => ({
  type: 'measure.recorded',
  time,
  data: {
    scorecard: 'service',
    measure: 'satisfaction',
    period: '2024-25-q3',
    value,
    status: 'confirmed',
    source: 'survey',
    recordedBy: 'Performance officer',
  },
}));

const moved = fc
  .record({ time: instant, status: fc.constantFrom('on-track', 'delayed', 'complete') })
  .map(({ time, status }) => ({
    type: 'milestone.updated',
    time,
    data: {
      scorecard: 'service',
      milestone: 'open-hub',
      status,
      currentDeadline: status === 'delayed' ? '2025-03-31' : '2025-01-31',
      ...(status === 'complete' ? { completedOn: time.slice(0, 10) } : {}),
    },
  }));

const kinds = { call, message, gauge, recorded, moved };

/** Ids are kept apart by kind: an id belongs to one fact. A web interaction is never revised, and never moves. */
const revised = fc
  .constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]))
  .chain((kind) =>
    fc.tuple(identity, withdrawal, kinds[kind] as fc.Arbitrary<Happening>).map((parts) => ({ kind, parts })),
  )
  .map(({ kind, parts: [{ id, revision }, withdrawn, happening] }): Happening => {
    const thread = kind === 'message' ? `-${String((happening['data'] as { threadId: string }).threadId)}` : '';
    return { specversion: '1.0', id: `${kind}${thread}-${id}`, source: 'phones', revision, withdrawn, ...happening };
  });

const webInteraction = visit.map(
  (happening): Happening => ({ specversion: '1.0', id: `web-${happening.time}`, source: 'phones', ...happening }),
);

/** What senders post, with revisions, withdrawals, moves to other days, and two contents under one revision. */
export const happenings = fc.array(
  fc.oneof({ weight: 6, arbitrary: revised }, { weight: 1, arbitrary: webInteraction }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

/** The same happenings in another order, some repeated, cut into requests at other places. */
export const redelivery = (events: readonly Happening[]): fc.Arbitrary<Happening[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.subarray([...events]),
      fc.integer({ min: 1, max: 50 }),
    )
    .chain(([all, again, size]) => {
      const posted = [...all, ...again];
      return fc.shuffledSubarray(posted, { minLength: posted.length }).map((shuffled) => requestsOf(shuffled, size));
    });

/** At most `size` events a request. */
export const requestsOf = (events: readonly Happening[], size: number): Happening[][] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, i) => events.slice(i * size, (i + 1) * size));
