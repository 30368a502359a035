import type { Fact } from '#event/types.ts';
import {
  closed,
  type Declaration,
  field,
  free,
  hourOf,
  type InstantsOf,
  listed,
  minuteOf,
  msOf,
} from '#metric/declaration.ts';

const at = (fact: Fact): number => msOf(fact, 'at');
const eventOf = (fact: Fact): string => fact.type.slice('case.'.length);
/** Of events at one instant: a stage ends before the next begins, and is acknowledged when it has begun. */
const order = ['opened', 'extended', 'responded', 'closed', 'escalated', 'acknowledged'];
const inOrder = (a: Fact, b: Fact): number =>
  at(a) - at(b) || order.indexOf(eventOf(a)) - order.indexOf(eventOf(b)) || (a.contentHash < b.contentHash ? -1 : 1);
const casesOf = (facts: readonly Fact[]): Fact[][] =>
  [...Map.groupBy(facts, (fact) => fact.subject).values()].map((events) => events.sort(inOrder));

const pick = (fact: Fact, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => fact.data[name] !== undefined).map((name) => [name, fact.data[name]]));

/** Each event with what the events before it in this order said. */
function carrying(events: readonly Fact[], names: readonly string[]): Fact[] {
  let said: Record<string, unknown> = {};
  return events.map((event) => {
    said = { ...said, ...pick(event, names) };
    return { ...event, data: { ...said, ...event.data } };
  });
}

const stageAfter = (stage: unknown): string => (/^\d+$/.test(String(stage)) ? String(Number(stage) + 1) : '2');

/** A stage holds from the event that told it; an escalation that names none begins the next. */
function staged(events: readonly Fact[]): Fact[] {
  let stage: unknown;
  return events.map((event) => {
    stage = event.data['stage'] ?? (eventOf(event) === 'escalated' ? stageAfter(stage) : stage);
    return stage === undefined ? event : { ...event, data: { ...event.data, stage } };
  });
}

const lasting = ['kind', 'service', 'site'];

/** They hold for the whole case, whichever event told them. */
const completed = (events: readonly Fact[]): Fact[] => carrying(carrying(staged(events), lasting).reverse(), lasting);

const steps = ['acknowledged', 'extended', 'responded', 'closed'] as const;
const stepsOfCase = [...steps, 'escalated'] as const;

/** Its own data at the first event, the newest outcome, and the first of each step. */
function rowOf(first: Fact, events: readonly Fact[], names: readonly string[]): InstantsOf {
  const settled = events.findLast((event) => ['responded', 'closed'].includes(eventOf(event)) && event.data['outcome']);
  const firsts = names.flatMap((step) => {
    const found = events.find((event) => eventOf(event) === step);
    return found ? [[step, minuteOf(at(found))]] : [];
  });
  return {
    fact: { ...first, data: { ...first.data, outcome: settled?.data['outcome'] } },
    at: { opened: minuteOf(at(first)), ...Object.fromEntries(firsts) },
  };
}

const openingOf = (events: readonly Fact[]): Fact | undefined => events.find((event) => eventOf(event) === 'opened');
const since = (events: readonly Fact[], first: Fact): readonly Fact[] =>
  events.filter((event) => at(event) >= at(first));

/** A case whose opening was never told has no row. */
function caseRow(events: readonly Fact[]): InstantsOf[] {
  const opened = openingOf(events);
  return opened ? [rowOf(opened, since(events, opened), stepsOfCase)] : [];
}

const withStage = (event: Fact): Fact => ({ ...event, data: { stage: '1', ...event.data } });

/** A stage begins with the opening or an escalation; what happened in it is what has its name. */
function stageRows(events: readonly Fact[]): InstantsOf[] {
  const opened = openingOf(events);
  if (!opened) return [];
  const begins = (event: Fact) => event.contentHash === opened.contentHash || eventOf(event) === 'escalated';
  const stages = Map.groupBy(since(events, opened).map(withStage), (event) => event.data['stage']);
  return [...stages.values()].flatMap((stage) => {
    const first = stage.find(begins);
    return first ? [rowOf(first, since(stage, first), steps)] : [];
  });
}

const rowsOn =
  (rows: (events: readonly Fact[]) => InstantsOf[]) =>
  (day: string, facts: readonly Fact[]): InstantsOf[] =>
    casesOf(facts)
      .flatMap(rows)
      .filter(({ fact }) => fact.day === day);

const dimensions = ['kind', 'service', 'stage', 'outcome'];
const flags = { acknowledged: 'acknowledged', extended: 'extended', responded: 'responded', closed: 'closed' };
const knownFrom = { outcome: ['responded', 'closed'] };

export const cases: Declaration = {
  counts: 'cases opened; with a filter or cut by `event`, events of cases',
  dimensions: {
    event: {
      ...closed(['opened', 'acknowledged', 'escalated', 'extended', 'responded', 'closed']),
      of: eventOf,
    },
    kind: listed('complaint', 'request', 'referral'),
    service: listed(),
    stage: listed('1', '2'),
    outcome: listed(),
    reason: listed(),
    // As sent: two sites that became one `other` would be down as one.
    site: free,
    hour: hourOf('at'),
  },
  numbers: { amountPence: field },
  groupingSets: [
    ['event', 'kind', 'service', 'stage'],
    ['event', 'kind', 'service', 'outcome'],
    ['event', 'kind', 'stage', 'outcome'],
    ['event', 'kind', 'service', 'reason'],
    ['event', 'kind', 'stage', 'reason'],
    ['event', 'kind', 'hour'],
  ],
  table: {
    dimensions: [...dimensions, 'site'],
    added: ['site'],
    instants: ['opened', ...stepsOfCase],
    flags: { ...flags, escalated: 'escalated' },
    durations: {
      acknowledgeMinutes: ['opened', 'acknowledged'],
      respondMinutes: ['opened', 'responded'],
      closeMinutes: ['opened', 'closed'],
    },
    fixed: {},
    knownFrom,
    countedUnless: 'event',
    rowsOf: rowsOn(caseRow),
  },
  stages: {
    dimensions,
    instants: ['opened', ...steps],
    flags,
    durations: {},
    fixed: {},
    knownFrom,
    rowsOf: rowsOn(stageRows),
  },
  added: ['extended', 'escalated', 'site', 'amountPence'],
  complete: (facts) => casesOf(facts).flatMap(completed),
};
