import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

const council = organisation.parse({ id: 'town', name: 'Town' });
const measure = { id: 'visits', title: 'Visits', unit: 'count', polarity: 'none', frequency: 'month', lag: 1 };
const card = scorecard.parse({
  id: 'front-desk',
  title: 'Front desk',
  frequency: 'month',
  groups: [{ id: 'all', title: 'All', measures: [{ ...measure, value: { recorded: true } }] }],
});

interface Part {
  readonly value?: number;
  readonly rank?: number;
  readonly qualifier?: string;
  readonly of?: string;
  readonly period?: string;
}

function recordOf({ of, period = '2024-04', ...figure }: Part, i: number) {
  const data = {
    scorecard: 'front-desk',
    measure: 'visits',
    period,
    ...(of && { cut: { reception: of } }),
    ...figure,
    status: 'confirmed',
    source: 'Ledger',
    recordedBy: 'Officer',
  };
  const envelope = { specversion: '1.0', id: `r${i}`, source: 'desk', type: 'measure.recorded', data };
  const parsed = parseEvent(
    { ...envelope, time: '2024-05-02T09:00:00Z' },
    { now: new Date('2024-05-03T00:00:00Z'), pathSource: 'desk', organisation: 'town' },
  );
  if (!('event' in parsed)) throw new Error(parsed.reason);
  return factOf(parsed.event, { organisation: 'town', hashKey: 'k'.repeat(32) });
}

function published(parts: readonly Part[]) {
  const edition = assess({
    organisation: council,
    scorecard: card,
    period: parsePeriod('2024-05'),
    asOf: '2024-05-31',
    publishedAt: '2024-05-31T22:59:59.999Z',
    software: 'test',
    partials: [],
    records: parts.map(recordOf),
  });
  return edition.measures[0];
}

const namesOf = (parts: readonly Part[]) => published(parts)?.cuts[0]?.rows.map(({ name }) => name);

const orders: readonly [string, readonly Part[], readonly string[]][] = [
  [
    'the largest first where there is no whole, equal ones by name',
    [
      { of: 'b', value: 5 },
      { of: 'c', value: 9 },
      { of: 'a', value: 5 },
    ],
    ['c', 'a', 'b'],
  ],
  [
    'by rank where ranks were recorded, a tie by name',
    [
      { of: 'b', rank: 2 },
      { of: 'a', rank: 2 },
      { of: 'c', rank: 1 },
    ],
    ['c', 'a', 'b'],
  ],
  [
    'by name beside a whole, other last',
    [{ value: 20 }, { of: 'other', value: 1 }, { of: 'b', value: 9 }, { of: 'a', value: 5 }],
    ['a', 'b', 'other'],
  ],
];

describe('parts that officers recorded', () => {
  test.each(orders)('stand %s', (_, parts, names) => expect(namesOf(parts)).toEqual(names));

  test('without a whole are a report: shown with their own period, as stale and not as overdue', () => {
    const shown = published([{ of: 'a', value: 5 }]);
    expect(shown).not.toHaveProperty('value');
    expect(shown).toMatchObject({ period: '2024-04', status: 'not-published', flags: ['stale'] });
    expect(shown?.notPublishedReason).toBe('Only the parts were published, not a figure for the whole.');
  });

  test('keep their qualifier, and a rank is no figure', () => {
    const rows = published([
      { of: 'a', value: 5, qualifier: 'less than' },
      { of: 'b', rank: 1 },
    ])?.cuts[0]?.rows;
    expect(rows).toEqual([
      { name: 'b', rank: 1 },
      { name: 'a', value: 5, qualifier: 'less than' },
    ]);
  });

  test('of an older month give way to a newer whole', () => {
    const shown = published([
      { of: 'a', value: 5 },
      { value: 7, period: '2024-05' },
    ]);
    expect(shown).toMatchObject({ value: 7, period: '2024-05', cuts: [] });
  });
});
