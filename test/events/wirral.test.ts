import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { previousQuarterEnd } from '#calendar/period.ts';
import { type MilestoneState, rateMilestone, weeksDelay } from '#scorecard/milestone.ts';
import { scorecard } from '#scorecard/schema.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly display_order: number;
  readonly stated_weeks_delay: number | null;
  readonly stated_rag: string;
}
interface MeasureRow {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly polarity: string;
  readonly frequency: string;
  readonly improvement_stated: Readonly<Record<string, string>> | null;
}
interface Posted {
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const reference: { milestones: readonly Row[]; measures: readonly MeasureRow[] } = readJson(
  'test/events/wirralReference.json',
);
const card = scorecard.parse(parse(readFileSync('scorecards/wirral/customer-experience.yaml', 'utf8')));
const measures = card.groups.flatMap((group) => group.measures);
const milestones = card.groups.flatMap((group) => group.milestones);
const posted: readonly Posted[] = ['milestones', 'measures', 'comments'].flatMap((name) =>
  readJson(`events/wirral/${name}.json`),
);
const idOf = (row: Row): string => row.id.slice('WIR-'.length).toLowerCase().replace('.', '-');

function stateOf(id: string): MilestoneState {
  const data = posted.find((event) => event.data['milestone'] === id && event.type === 'milestone.updated')?.data;
  const originalDeadline = milestones.find((milestone) => milestone.id === id)?.originalDeadline;
  return { ...data, originalDeadline } as MilestoneState;
}

function colourOn(asOf: string, id: string): string {
  const moment = { asOf, previousQuarterEnd: previousQuarterEnd(asOf), windowDays: card.milestoneRating.windowDays };
  return rateMilestone(stateOf(id), moment).colour;
}

describe('the milestones of the paper', () => {
  test('are all there, in the order and under the titles of the paper', () => {
    expect(milestones.map(({ id, title }) => [id, title])).toEqual(
      reference.milestones.map((row) => [idOf(row), row.title]),
    );
    expect(reference.milestones).toHaveLength(15);
  });

  test.each(reference.milestones)(
    '$id is $stated_rag and $stated_weeks_delay weeks late as of 15 December 2023',
    (row) => {
      expect(colourOn('2023-12-15', idOf(row))).toBe(row.stated_rag.toLowerCase());
      expect(weeksDelay(stateOf(idOf(row))) ?? null).toBe(row.stated_weeks_delay);
    },
  );

  test('ten keep their rating on the day of the committee, and five do not', () => {
    const changed = reference.milestones
      .map((row) => [idOf(row), row.stated_rag.toLowerCase(), colourOn('2024-01-25', idOf(row))])
      .filter(([, stated, found]) => stated !== found);
    expect(changed).toEqual([
      ['p1-1', 'amber', 'red'],
      ['p2-2', 'amber', 'red'],
      ['p3-2', 'amber', 'red'],
      ['p4-1', 'amber', 'red'],
      ['p4-2', 'green', 'amber'],
    ]);
  });

  test('no day of completion is made up, and no deadline between the first and the last', () => {
    const updates = posted.filter(({ type }) => type === 'milestone.updated');
    expect(updates).toHaveLength(15);
    expect(updates.filter(({ data }) => data['completedOn'] !== undefined)).toEqual([]);
  });
});

describe('the measures of the paper', () => {
  const frequencies: Readonly<Record<string, string>> = {
    quarterly: 'quarter',
    annual: 'year',
    'bi-annual': 'half-year',
  };

  test('are all there, in order, with their polarity and frequency', () => {
    expect(measures.map(({ code, title, polarity, frequency }) => [code, title, polarity, frequency])).toEqual(
      reference.measures.map((row) => [row.id, row.name, row.polarity, frequencies[row.frequency] ?? 'quarter']),
    );
    expect(measures).toHaveLength(21);
  });

  test('stand under the priority that the paper puts them under', () => {
    const places = card.groups.map(({ title, measures: within }) => [title, within.length]);
    expect(places).toEqual([
      ['Priority 1: Putting customers at the heart', 7],
      ['Priority 2: Service accessibility', 1],
      ['Priority 3: Harnessing digital technology', 10],
      ['Priority 4: Embedding customer experience', 0],
      ['Also reported in the covering paper', 3],
    ]);
  });

  // The list's figure where there is one, since it is finer than the tile; none for a tile of 0 or a blank.
  test('have their change recorded exactly where the paper printed one that can be trusted', () => {
    const changes = measures.map(({ id, code }) => [code, find(id)?.['improvement']]).filter(([, found]) => found);
    expect(Object.fromEntries(changes)).toEqual({
      'WIR-M01': -18.8,
      'WIR-M02': 4,
      'WIR-M05': 10,
      'WIR-M07': -70.9,
      'WIR-M08': -1,
      'WIR-M10': 12.2,
      'WIR-M11': -29.8,
      'WIR-M12': -8.2,
      'WIR-M13': 32.5,
      'WIR-M14': -13,
      'WIR-M15': 15.7,
    });
    const printed = reference.measures.filter(({ improvement_stated }) =>
      /[1-9]/.test(improvement_stated?.['tile'] ?? ''),
    );
    expect(changes.map(([code]) => code)).toEqual(printed.map(({ id }) => id));
  });

  test('have a value only where the paper prints one that can be read in one way', () => {
    const values = measures
      .map(({ id, code }) => [code, find(id)])
      .filter(([, found]) => found && 'value' in Object(found));
    expect(values.map(([code, found]) => [code, Object(found).qualifier, Object(found).value])).toEqual([
      ['WIR-M09', undefined, 95],
      ['WIR-M16', 'over', 173_000],
      ['WIR-M18', undefined, 12.4],
      ['WIR-M19', 'over', 22],
    ]);
  });

  test('everything was recorded after the quarter of the paper and before the first night', () => {
    const days = posted.map(({ time }) => time.slice(0, 10));
    expect(days.filter((day) => day <= '2023-09-30' || day >= '2023-12-15')).toEqual([]);
  });

  test('every event names something that the scorecard holds', () => {
    const known = new Set([...measures, ...milestones, ...card.groups].map(({ id }) => id));
    const named = posted.map(({ data }) => String(data['measure'] ?? data['milestone'] ?? data['group']));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

function find(measure: string): Readonly<Record<string, unknown>> | undefined {
  return posted.find(({ type, data }) => type === 'measure.recorded' && data['measure'] === measure)?.data;
}
