import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { organisation, type Scorecard, scorecard } from '#scorecard/schema.ts';

/** A value of the paper: of a measure, or of a comparator or a part beside it; in the measure's unit. */
export interface Value {
  readonly code: string;
  readonly period: string;
  readonly of?: string;
  readonly value: number;
  readonly decimals: number;
  readonly qualifier?: string;
}
export interface Row {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly polarity: string;
  readonly frequency: string;
  readonly rag: string | null;
}

const read = (file: string): string => readFileSync(file, 'utf8');
export const reference: { readonly measures: readonly Row[]; readonly values: readonly Value[] } = JSON.parse(
  read('test/events/worcestershireReference.json'),
);

const council = organisation.parse(parse(read('scorecards/worcestershire/organisation.yaml')));
export const cards: readonly Scorecard[] = globSync('scorecards/worcestershire/*-*.yaml')
  .toSorted()
  .map((file) => scorecard.parse(parse(read(file))));

export interface Posted {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}
export const posted: readonly Posted[] = globSync('events/worcestershire/*.json')
  .toSorted()
  .flatMap((file) => JSON.parse(read(file)));

const context = { now: new Date('2022-04-01T00:00:00Z'), pathSource: 'performance-team', organisation: council.id };
const facts = posted.flatMap((event) => {
  const parsed = parseEvent(event, context);
  return 'event' in parsed ? [factOf(parsed.event, { organisation: council.id, hashKey: 'k'.repeat(32) })] : [];
});

export const night = '2022-03-09';

export const editionOf = (card: Scorecard, period: string): Edition =>
  assess({
    organisation: council,
    scorecard: card,
    period: parsePeriod(period),
    asOf: night,
    publishedAt: `${night}T23:59:59.999Z`,
    software: 'test',
    partials: [],
    records: facts.filter(({ data }) => data['scorecard'] === card.id),
  });

export const editions: readonly Edition[] = cards.map((card) => editionOf(card, '2021-22-q3'));
export const measures: readonly EditionMeasure[] = editions.flatMap((edition) => edition.measures);

export function measureOf(code: string): EditionMeasure {
  const found = measures.find((measure) => measure.code === code);
  if (!found) throw new Error(`no measure ${code}`);
  return found;
}
