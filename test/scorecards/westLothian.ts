import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

interface Row {
  readonly id: string;
  readonly group: string;
  readonly measure: string;
  readonly code: string | null;
  readonly polarity: string;
  readonly baseline: number | null;
  readonly targets: Readonly<Record<string, number>>;
  readonly values: readonly { readonly period: string; readonly value: number }[];
}
interface ActionRow {
  readonly id: string;
  readonly start: string;
  readonly deadline: string;
  readonly status: string;
}
interface Posted {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const council = organisation.parse(parse(read('scorecards/west-lothian/organisation.yaml')));

export const reference: { readonly measures: readonly Row[]; readonly milestones: readonly ActionRow[] } = JSON.parse(
  read('test/events/westLothianReference.json'),
);
export const card = scorecard.parse(parse(read('scorecards/west-lothian/customer-service-strategy.yaml')));
export const posted: readonly Posted[] = globSync('events/west-lothian/*.json')
  .toSorted()
  .flatMap((file) => JSON.parse(read(file)));

const context = { now: new Date('2018-07-01T00:00:00Z'), pathSource: 'performance-team', organisation: council.id };
const records = posted.flatMap((event) => {
  const parsed = parseEvent(event, context);
  return 'event' in parsed ? [factOf(parsed.event, { organisation: council.id, hashKey: 'k'.repeat(32) })] : [];
});

export const editionOf = (period: string): Edition =>
  assess({
    organisation: council,
    scorecard: card,
    period: parsePeriod(period),
    asOf: '2018-06-30',
    publishedAt: '2018-06-30T22:59:59.999Z',
    software: 'test',
    partials: [],
    records,
  });
