import { createHash } from 'node:crypto';
import { londonDay } from '#calendar/day.ts';
import { parsePeriod } from '#calendar/period.ts';
import { type EventType, type Fact, streamOfType } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import type { DayPartial } from '#metric/partial.ts';
import { type AssessInput, assess } from '#scorecard/assess.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

export const council = organisation.parse({
  id: 'example',
  name: 'Example',
  dimensions: { queue: ['benefits', 'bins'] },
});

let facts = 0;

/** A fact of the council at noon of a day. */
export const fact = (type: EventType, day: string, data: object, over: Partial<Fact> = {}): Fact => {
  facts += 1;
  const time = `${day}T12:00:00.000Z`;
  const content = {
    organisation: 'example',
    stream: streamOfType[type],
    subject: `s${facts}`,
    source: 'test',
    id: `f${facts}`,
    type,
    time,
    day: londonDay(over.time ?? time),
    revision: 0,
    withdrawn: false,
    data: data as Fact['data'],
    ...over,
  };
  return { contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content };
};

export const answered = (day: string, waitSeconds: number, more: object = {}): Fact =>
  fact('contact.call.completed', day, {
    queue: 'bins',
    direction: 'inbound',
    outcome: 'answered',
    waitSeconds,
    ...more,
  });
export const abandoned = (day: string, waitSeconds: number, more: object = {}): Fact =>
  answered(day, waitSeconds, { outcome: 'abandoned', ...more });

export const recorded = (day: string, period: string, data: object, over: Partial<Fact> = {}): Fact =>
  fact('measure.recorded', day, { scorecard: 'service', measure: 'm', period, source: 'return', ...data }, over);

/** Every day's facts added up, as a night does. */
export const partialsOf = (all: readonly Fact[], listed = council.dimensions): readonly DayPartial[] =>
  [...Map.groupBy(all, ({ stream, day }) => `${stream} ${day}`).values()].map((ofDay) => {
    const { stream = 'call', day = '' } = ofDay[0] ?? {};
    return partialOf(
      { stream, day },
      all.filter((each) => each.stream === stream),
      listed,
    );
  });

interface Given {
  readonly measure?: object;
  readonly measures?: readonly object[];
  readonly milestones?: readonly object[];
  readonly scorecard?: object;
  readonly facts?: readonly Fact[];
  readonly records?: readonly Fact[];
  readonly period?: string;
  readonly asOf?: string;
  readonly before?: Edition;
  readonly organisation?: AssessInput['organisation'];
}

const usual = {
  id: 'm',
  title: 'M',
  unit: 'percent',
  polarity: 'higher',
  frequency: 'quarter',
  value: { recorded: true },
};

export const inputOf = (given: Given): AssessInput => ({
  organisation: given.organisation ?? council,
  scorecard: scorecard.parse({
    id: 'service',
    title: 'Service',
    groups: [
      {
        id: 'g',
        title: 'G',
        measures: (given.measures ?? [given.measure ?? {}]).map((each) => ({ ...usual, ...each })),
        milestones: given.milestones ?? [],
      },
    ],
    ...given.scorecard,
  }),
  period: parsePeriod(given.period ?? '2023-24-q3'),
  asOf: given.asOf ?? '2024-01-25',
  publishedAt: '2024-01-25T23:59:59.999Z',
  software: 'test',
  partials: partialsOf(given.facts ?? [], given.organisation?.dimensions),
  records: given.records ?? [],
  before: given.before,
});

export const editionOf = (given: Given): Edition => assess(inputOf(given));

/** The one measure of an edition. */
export const measureOf = (given: Given): EditionMeasure => {
  const [measure] = editionOf(given).measures;
  if (!measure) throw new Error('no measure');
  return measure;
};
