import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import { assess } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

interface Printed {
  /** As the reference data says it: `2016-03`, `2016-03-31`, `now`. */
  readonly period: string;
  readonly value: number | null;
  readonly part?: string;
}
interface Row {
  readonly id: string;
  readonly group: string;
  readonly measure: string;
  readonly name: string;
  readonly polarity: string;
  readonly values: readonly Printed[];
  readonly targets: readonly { readonly period: string; readonly value: number }[];
}
interface Activity {
  readonly id: string;
  readonly title: string;
  readonly end: string | null;
  readonly status: string;
}
interface Posted {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const council = organisation.parse(parse(read('scorecards/wolverhampton/organisation.yaml')));

export const reference: { readonly measures: readonly Row[]; readonly milestones: readonly Activity[] } = JSON.parse(
  read('test/events/wolverhamptonReference.json'),
);
export const card = scorecard.parse(parse(read('scorecards/wolverhampton/customer-services.yaml')));
export const posted: readonly Posted[] = globSync('events/wolverhampton/*.json')
  .toSorted()
  .flatMap((file) => JSON.parse(read(file)));

const context = { now: new Date('2016-06-29T00:00:00Z'), pathSource: 'performance-team', organisation: council.id };
const facts: readonly Fact[] = posted.flatMap((event) => {
  const parsed = parseEvent(event, context);
  return 'event' in parsed ? [factOf(parsed.event, { organisation: council.id, hashKey: 'k'.repeat(32) })] : [];
});
const readings = facts.filter(({ stream }) => stream === 'gauge');

const partials = [...Map.groupBy(readings, ({ day }) => day)].map(([day, ofDay]) =>
  partialOf({ stream: 'gauge', day }, ofDay, council.dimensions),
);

export const editionOf = (period: string): Edition =>
  assess({
    organisation: council,
    scorecard: card,
    period: parsePeriod(period),
    asOf: '2016-06-29',
    publishedAt: '2016-06-29T22:59:59.999Z',
    software: 'test',
    partials,
    records: facts.filter(({ stream }) => stream === 'record'),
  });

/** The period that a printed one is recorded for; none where the paper gives no date. */
export function periodOf(printed: string): string | undefined {
  if (printed.startsWith('before')) return undefined;
  return /^\d{4}(-\d{2})?(-31)?$/.test(printed) ? printed.replace(/-31$/, '') : '2016-06';
}
