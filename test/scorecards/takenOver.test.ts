import { beforeAll, describe, expect, test } from '@jest/globals';
import { endOfDay } from '#calendar/day.ts';
import { parsePeriod } from '#calendar/period.ts';
import { postedFor } from '#oracle/postings.ts';
import { configurationOf, installation } from '#oracle/published.ts';
import { assess } from '#scorecard/assess.ts';
import { type Definition, definition } from '#scorecard/definitionSchema.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { type Organisation, organisation, type Scorecard, scorecard } from '#scorecard/schema.ts';
import { definitionFiles } from '#site/definition.ts';

const streams = ['call', 'message', 'visit', 'transaction', 'web', 'case', 'survey', 'gauge'] as const;
const northmoor = configurationOf('example');
const quarterly = northmoor.scorecards.filter(({ frequency }) => frequency === 'quarter');

/** What an organisation publishes of a quarter from what was posted. */
const publisherOf = async (council: Organisation) => {
  const posted = await postedFor('example');
  const { log, partials } = await installation({ organisation: council, sources: [], scorecards: [] }, posted);
  const days = streams.map((stream) => partials.range(council.id, stream, '0000-01-01', posted.night));
  const found = (await Promise.all(days)).flat();
  return async (of: Scorecard): Promise<Edition> =>
    assess({
      organisation: council,
      scorecard: of,
      period: parsePeriod('2024-25-q4'),
      asOf: posted.night,
      publishedAt: endOfDay(posted.night).toISOString(),
      software: 'test',
      partials: found,
      records: await log.recordsOf(council.id, of.id),
    });
};

interface Published {
  readonly original: EditionMeasure;
  /** Read from the text of the published file. */
  readonly taken: Definition;
}
let published: readonly Published[];
let elsewhere: Awaited<ReturnType<typeof publisherOf>>;

const publishedIn = (edition: Edition): readonly Published[] =>
  definitionFiles('edition', edition).flatMap(({ body }, i) => {
    const original = edition.measures[i];
    return original ? [{ original, taken: definition.parse(JSON.parse(String(body))) }] : [];
  });

/** The lists of all definitions together: values that nobody names are counted as other. */
const councilOf = (all: readonly Definition[]): Organisation => {
  const lists = all.flatMap(({ dimensions = {} }) => Object.entries(dimensions));
  const names = Map.groupBy(lists, ([name]) => name);
  return organisation.parse({
    ...{ id: 'elsewhere', name: 'Elsewhere' },
    dimensions: Object.fromEntries([...names].map(([name, each]) => [name, [...new Set(each.flatMap(([, v]) => v))]])),
    repliesUnseen: all.find(({ repliesUnseen }) => repliesUnseen)?.repliesUnseen,
  });
};

/** As a file of its own, with nothing but what the definition brings. */
const fileOf = ({ measure, uses = [], scorecard: { id } }: Definition): Scorecard =>
  scorecard.parse({ id, title: 'T', history: 9, groups: [{ id: 'g', title: 'G', measures: [measure, ...uses] }] });

beforeAll(async () => {
  const assessed = await publisherOf(northmoor.organisation);
  published = (await Promise.all(quarterly.map(assessed))).flatMap(publishedIn);
  elsewhere = await publisherOf(councilOf(published.map(({ taken }) => taken)));
}, 60_000);

/** What values are called is each organisation's own affair. */
const withoutLabels = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'label' ? undefined : each)));

const figuresOf = (measure: EditionMeasure | undefined) => {
  if (measure === undefined) throw new Error('no figure');
  const { period, value, numerator, denominator, target, rating, cuts, ranking, distribution } = measure;
  return withoutLabels({ period, value, numerator, denominator, target, rating, cuts, ranking, distribution });
};

describe('a definition that another organisation takes over', () => {
  test('is published of every measure', () => {
    const measures = quarterly.flatMap(({ groups }) => groups.flatMap((group) => group.measures));
    expect(published.map(({ taken }) => taken.measure.id)).toEqual(measures.map(({ id }) => id));
    expect(published.length).toBeGreaterThan(50);
  });

  test('gives the same figure, rating and parts, with nothing but what its file says', async () => {
    for (const { original, taken } of published) {
      const { measures } = await elsewhere(fileOf(taken));
      expect([original.id, figuresOf(measures[0])]).toEqual([original.id, figuresOf(original)]);
      expect([original.id, taken.published.value]).toEqual([original.id, measures[0]?.value]);
    }
  }, 60_000);

  test('brings the measures that it is worked out from, and those that they are', () => {
    const usedBy = (id: string) =>
      published.find(({ original }) => original.id === id)?.taken.uses?.map((measure) => measure.id);
    expect(usedBy('calls-a-visit')).toEqual(['visits', 'incoming-calls']);
    expect(usedBy('service-level')).toBeUndefined();
  });

  test('brings the values that must be listed: all of a cut, and of a filter those that it names', () => {
    const listsOf = (id: string) => published.find(({ original }) => original.id === id)?.taken.dimensions;
    expect(listsOf('service-level')).toEqual({ queue: ['revenues', 'streets', 'housing', 'switchboard'] });
    expect(listsOf('abandonment-rate')).toEqual(listsOf('service-level'));
    expect(listsOf('average-speed-of-answer')).toBeUndefined();
  });
});
