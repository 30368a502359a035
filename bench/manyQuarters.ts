import { endOfDay } from '#calendar/day.ts';
import { type Period, parsePeriod, shiftPeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { mulberry32 } from '#events/example/random.ts';
import { assess, knowledgeOf } from '#scorecard/assess.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

/** A scorecard as large as councils print: 40 measures in four groups, each with a target, comments and 20 quarters. */

const quarters = 20;
const measuresInGroup = 10;
const groups = ['customers', 'access', 'digital', 'people'] as const;
const last = parsePeriod('2024-25-q4');
const now = new Date('2025-05-01T02:00:00Z');
const council = 'many';

export const asOf = '2025-04-30';

const periods: readonly Period[] = Array.from({ length: quarters }, (_, i) => shiftPeriod(last, i + 1 - quarters));

const measureOf = (group: string, number: number) => ({
  id: `${group}-${number}`,
  title: `Enquiries about ${group} that were answered within the time promised, part ${number}`,
  definition: 'Of those that came in the period, how many had a full answer within the time that the charter promises.',
  unit: 'percent',
  polarity: 'higher',
  frequency: 'quarter',
  value: { recorded: true },
  target: 70,
  rating: { amber: { within: 5, of: 'target', unit: 'points' } },
  owner: 'Head of Customer Services',
});

const file = {
  id: 'strategy',
  title: 'Customer strategy',
  frequency: 'quarter',
  history: quarters,
  groups: groups.map((id) => ({
    id,
    title: `Priority: ${id}`,
    measures: Array.from({ length: measuresInGroup }, (_, i) => measureOf(id, i + 1)),
    milestones: [
      { id: `${id}-work`, title: `Work on ${id}`, start: '2024-04-01', originalDeadline: '2025-03-31' },
      { id: `${id}-more`, title: `More work on ${id}`, start: '2024-07-01', originalDeadline: '2025-09-30' },
    ],
  })),
};

/** Under its own ids: the same figures stand for as many scorecards as are wanted. */
export const configurationOf = (id: string, scorecards: readonly string[]): Configuration => ({
  organisation: organisation.parse({ id, name: `Council ${id}` }),
  sources: [],
  scorecards: scorecards.map((each) => scorecard.parse({ ...file, id: each })),
});

const factFrom = (id: string, type: string, period: Period, data: object): Fact => {
  const time = `${period.end}T12:00:00Z`;
  const by = { scorecard: file.id, recordedBy: 'Performance officer', period: period.id };
  const event = { specversion: '1.0', id, source: 'returns', type, time, data: { ...by, ...data } };
  const parsed = parseEvent(event, { now, pathSource: 'returns', organisation: council });
  if (!('event' in parsed)) throw new Error(`an event was refused: ${parsed.pointer} ${parsed.reason}`);
  return factOf(parsed.event, { organisation: council, hashKey: 'not a secret: for the benchmark only' });
};

const text = 'More callers were answered than in the quarter before, since two advisers came back from training.';

const records = (): readonly Fact[] => {
  const random = mulberry32(7);
  const measures = file.groups.flatMap((group) => group.measures);
  return measures.flatMap(({ id: measure }) =>
    periods.flatMap((period) => {
      const [id, value] = [`${measure}-${period.id}`, Math.round(600 + 200 * random()) / 10];
      return [
        factFrom(id, 'measure.recorded', period, { measure, value, status: 'confirmed', source: 'Return' }),
        factFrom(`${id}-comment`, 'commentary.recorded', period, { measure, kind: 'comment', text }),
      ];
    }),
  );
};

/** One of each quarter, the newest last. */
export const editions = (): readonly Edition[] => {
  const configuration = configurationOf(council, [file.id]);
  const input = {
    organisation: configuration.organisation,
    scorecard: scorecard.parse(file),
    asOf,
    publishedAt: endOfDay(asOf).toISOString(),
    software: 'bench',
    partials: [],
    records: records(),
  };
  const known = knowledgeOf(input);
  return periods.map((period) => ({ ...assess({ ...input, period, known }), edition: 1 }));
};
