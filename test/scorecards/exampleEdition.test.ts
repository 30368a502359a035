import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { truth } from '#events/example/generate.ts';
import { partialOf } from '#metric/cube.ts';
import { assess } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import { organisation as organisationSchema, scorecard } from '#scorecard/schema.ts';
import { exampleFigures } from '#test/events/exampleFigures.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const organisation = organisationSchema.parse(parse(read('scorecards/example/organisation.yaml')));

const standing = truth();
const facts = standing.map((event) => factFrom(event, event.source)).filter(({ day }) => day >= '2024-01-01');
const recordsIn = (...files: readonly string[]): readonly Fact[] =>
  files.flatMap((file) =>
    JSON.parse(read(`events/example/${file}.json`)).map((event: unknown) => factFrom(event, 'performance-team')),
  );

const editionOf = (records: readonly Fact[], before?: Edition): Edition =>
  assess({
    organisation,
    scorecard: scorecard.parse(parse(read('scorecards/example/contact-centre.yaml'))),
    period: parsePeriod('2024-25-q4'),
    asOf: '2025-04-30',
    publishedAt: '2025-04-30T22:59:59.999Z',
    software: 'test',
    partials: [...Map.groupBy(facts, ({ stream, day }) => `${stream} ${day}`).values()].map(partialOfDay),
    records,
    before,
  });

const first = editionOf(recordsIn('records'));
const edition = editionOf(recordsIn('records', 'corrections'), first);

function factFrom(event: unknown, pathSource: string): Fact {
  const parsed = parseEvent(event, { now: new Date('2025-05-01T00:00:00Z'), pathSource, organisation: 'example' });
  if (!('event' in parsed)) throw new Error(`${parsed.pointer}: ${parsed.reason}`);
  return factOf(parsed.event, { organisation: 'example', hashKey: 'k'.repeat(32) });
}

/** A message is answered by replies of other days, so a day is given all facts of its stream. */
function partialOfDay(ofDay: readonly Fact[]) {
  const { stream, day } = ofDay[0] as Fact;
  const companions = stream === 'message' ? facts.filter((fact) => fact.stream === 'message') : ofDay;
  return partialOf({ stream, day }, companions, organisation.dimensions);
}

describe('the edition of January to March 2025', () => {
  const found = new Map(edition.measures.map((measure) => [measure.id, measure]));

  test.each(Object.entries(exampleFigures(standing)))('publishes %s as counted from the events: %d', (id, figure) => {
    expect(found.get(id)?.value).toBe(figure);
  });

  test('mixes green, amber and red, and measures without a target', () => {
    expect(edition.measures.map(({ id, rating }) => [id, rating.colour])).toEqual([
      ['service-level', 'amber'],
      ['abandonment-rate', 'red'],
      ['average-speed-of-answer', 'green'],
      ['median-wait', 'no-target'],
      ['longest-waits', 'red'],
      ['first-contact-resolution', 'green'],
      ['calls-offered', 'no-target'],
      ['social-answered', 'amber'],
      ['followers', 'no-target'],
      ['form-completions', 'amber'],
      ['satisfaction', 'amber'],
    ]);
  });

  test('shows milestones that are complete, on track, late and overdue', () => {
    expect(edition.milestones.map(({ id, status, rating }) => [id, status, rating.colour])).toEqual([
      ['callback', 'complete', 'green'],
      ['annual-billing-plan', 'complete', 'green'],
      ['one-inbox', 'delayed', 'amber'],
      ['weekend-cover', 'delayed', 'red'],
      ['track-my-report', 'on-track', 'green'],
      ['accessible-forms', 'on-track', 'green'],
    ]);
  });

  test('names every queue, service and network: nothing is counted as other', () => {
    const names = (id: string) =>
      found
        .get(id)
        ?.cuts[0]?.rows.map(({ name }) => name)
        .toSorted();
    expect(names('service-level')).toEqual(['housing', 'revenues', 'streets', 'switchboard']);
    expect(names('calls-offered')).toEqual(['benefits', 'council-tax', 'general', 'housing', 'planning', 'waste']);
    expect(names('social-answered')).toEqual(['facebook', 'instagram', 'nextdoor', 'x']);
  });

  test('takes the satisfaction that an officer recorded, with its own period', () => {
    expect(found.get('satisfaction')).toMatchObject({ numerator: 313, denominator: 398, period: '2024-25-h2' });
  });
});

describe('the correction of the last day', () => {
  const satisfactionIn = ({ measures }: Edition) => measures.find(({ id }) => id === 'satisfaction');

  test('is not known to the edition before it', () =>
    expect(satisfactionIn(first)).toMatchObject({
      numerator: 325,
      status: 'confirmed',
      rating: { colour: 'green' },
      commentary: [{ kind: 'performance', on: '2025-04-16' }],
    }));

  test('is the one revision of the next, with its reason', () =>
    expect(edition.revisions).toEqual([
      {
        measure: 'satisfaction',
        period: '2024-25-h2',
        from: (100 * 325) / 398,
        to: (100 * 313) / 398,
        reason: 'Twelve answers of neither satisfied nor dissatisfied had been counted as satisfied.',
        on: '2025-04-30',
      },
    ]));

  test('makes the comment on the older figure stale', () => {
    expect(satisfactionIn(edition)).toMatchObject({ status: 'revised', commentary: [{ stale: true }] });
    expect(satisfactionIn(first)?.commentary[0]).not.toHaveProperty('stale');
  });
});
