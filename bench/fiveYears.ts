import { now } from '#bench/facts.ts';
import { addDays, type Day, daysBetween, daysOf } from '#calendar/day.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact, Stream } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import type { DayPartial, Ids, InstantTable } from '#metric/partial.ts';
import { type Posting, postedFor } from '#oracle/postings.ts';
import type { Organisation } from '#scorecard/schema.ts';

export const organisation = 'example';
export const years = { start: '2020-05-01', end: '2025-04-30' };
/** A day has a tenth of what the example posts in two years: some 700 facts. */
const patterns = 10;
const firstPattern = '2025-01-06';
const dayMs = 86_400_000;
const dayMinutes = 1440;

export interface FiveYears {
  readonly partials: readonly DayPartial[];
  readonly facts: number;
}

/** Five years of busy days: ten that differ, again and again, each time as if they were another day. */
export async function fiveYears({ dimensions }: Organisation): Promise<FiveYears> {
  const facts = (await postedFor(organisation)).postings
    .map(factsFrom(organisation))
    .filter(({ stream }) => stream !== 'record');
  const streams = [...new Set(facts.map(({ stream }) => stream))];
  const days = Array.from({ length: patterns }, (_, pattern) =>
    streams.map((stream) => patternOf(stream, pattern, facts, dimensions)),
  );
  const partials = [...daysOf(years)].flatMap((day, index) =>
    (days[index % patterns] ?? []).map((partial) => movedTo(day, partial)),
  );
  return { partials, facts: partials.reduce((total, partial) => total + partial.facts, 0) };
}

export const factsFrom =
  (org: string) =>
  ({ pathSource, event }: Posting): Fact => {
    const parsed = parseEvent(event, { now, pathSource, organisation: org });
    if (!('event' in parsed)) throw new Error(`an event was refused: ${parsed.reason}`);
    return factOf(parsed.event, { organisation: org, hashKey: 'not a secret: for the benchmark only' });
  };

/** Whole threads and cases, so that replies and responses stay with what they answer. */
function patternOf(
  stream: Stream,
  pattern: number,
  facts: readonly Fact[],
  dimensions: Organisation['dimensions'],
): DayPartial {
  const day = addDays(firstPattern, pattern);
  const subjects = [
    ...Map.groupBy(
      facts.filter((fact) => fact.stream === stream),
      ({ subject }) => subject,
    ).values(),
  ];
  const chosen = subjects.filter((_, index) => index % patterns === pattern).flatMap((each) => beginningOn(day, each));
  return partialOf({ stream, day }, chosen, dimensions);
}

function beginningOn(day: Day, facts: readonly Fact[]): readonly Fact[] {
  const first = facts.map((fact) => fact.day).sort()[0] ?? day;
  const days = daysBetween(first, day);
  const later = (instant: unknown) => new Date(Date.parse(String(instant)) + days * dayMs).toISOString();
  return facts.map((fact) => ({
    ...fact,
    day: addDays(fact.day, days),
    time: later(fact.time),
    data: Object.fromEntries(
      Object.entries(fact.data).map(([key, value]) => [key, /^at$|At$/.test(key) ? later(value) : value]),
    ),
  }));
}

function movedTo(day: Day, partial: DayPartial): DayPartial {
  const days = daysBetween(partial.day, day);
  return {
    ...partial,
    day,
    days: [day],
    ...(partial.instants && { instants: later(partial.instants, days) }),
    ...(partial.stages && { stages: later(partial.stages, days) }),
    ...(partial.sources && {
      sources: Object.fromEntries(
        Object.entries(partial.sources).map(([source, counts]) => [source, { [day]: counts[partial.day] ?? 0 }]),
      ),
    }),
    ...(partial.readings && {
      readings: partial.readings.map((reading) => ({ ...reading, time: `${day}T17:00:00.000Z` })),
    }),
    ...(partial.distinct && {
      distinct: partial.distinct.map((set) => ({
        ...set,
        groups: set.groups.map(({ key, ids }) => ({ key, ids: otherIds(ids, days) })),
      })),
    }),
  };
}

const later = ({ dimensions, rows }: InstantTable, days: number): InstantTable => ({
  dimensions,
  rows: rows.map(({ at, ...row }) => ({
    ...row,
    at: Object.fromEntries(Object.entries(at).map(([name, minute]) => [name, minute + days * dayMinutes])),
  })),
});

/** A visitor's key is another every day. */
function otherIds(ids: Ids, days: number): Ids {
  if (!('ids' in ids)) return ids;
  const all = ids.ids.match(/.{16}/g) ?? [];
  const salted = all.map((id) => BigInt.asUintN(64, BigInt(`0x${id}`) * 6_364_136_223_846_793_005n + BigInt(days)));
  return {
    ids: salted
      .map((id) => id.toString(16).padStart(16, '0'))
      .sort()
      .join(''),
  };
}
