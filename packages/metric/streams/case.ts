import type { Fact } from '#event/types.ts';
import { closed, type Declaration, hourOf, type InstantsOf, listed, minuteOf, msOf } from '#metric/declaration.ts';

const at = (fact: Fact): number => msOf(fact, 'at');
const eventOf = (fact: Fact): string => fact.type.slice('case.'.length);
const inOrder = (a: Fact, b: Fact): number => at(a) - at(b) || (a.contentHash < b.contentHash ? -1 : 1);
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

/** Kind and service hold for the whole case, whichever event told them; a stage only from the event that told it. */
const completed = (events: readonly Fact[]): Fact[] =>
  carrying(carrying(events, ['kind', 'service', 'stage']).reverse(), ['kind', 'service']);

const steps = ['acknowledged', 'responded', 'closed'] as const;

/** A case whose opening was never told has no row. */
function rowOf(events: readonly Fact[]): InstantsOf | undefined {
  const opened = events.find((event) => eventOf(event) === 'opened');
  if (!opened) return undefined;
  const since = events.filter((event) => at(event) >= at(opened));
  const settled = since.findLast((event) => ['responded', 'closed'].includes(eventOf(event)) && event.data['outcome']);
  const firsts = steps.flatMap((step) => {
    const first = since.find((event) => eventOf(event) === step);
    return first ? [[step, minuteOf(at(first))]] : [];
  });
  return {
    fact: { ...opened, data: { ...opened.data, outcome: settled?.data['outcome'] } },
    at: { opened: minuteOf(at(opened)), ...Object.fromEntries(firsts) },
  };
}

const rowsOf = (day: string, facts: readonly Fact[]): InstantsOf[] =>
  casesOf(facts).flatMap((events) => {
    const row = rowOf(events);
    return row?.fact.day === day ? [row] : [];
  });

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
    hour: hourOf('at'),
  },
  numbers: {},
  groupingSets: [
    ['event', 'kind', 'service', 'stage'],
    ['event', 'kind', 'service', 'outcome'],
    ['event', 'kind', 'hour'],
  ],
  table: {
    dimensions: ['kind', 'service', 'stage', 'outcome'],
    instants: ['opened', ...steps],
    flags: { acknowledged: 'acknowledged', responded: 'responded', closed: 'closed' },
    durations: {
      acknowledgeMinutes: ['opened', 'acknowledged'],
      respondMinutes: ['opened', 'responded'],
      closeMinutes: ['opened', 'closed'],
    },
    fixed: {},
    knownFrom: { outcome: ['responded', 'closed'] },
    countedUnless: 'event',
    rowsOf,
  },
  complete: (facts) => casesOf(facts).flatMap(completed),
};
