import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { assess } from '#scorecard/assess.ts';
import { checkScorecard } from '#scorecard/check.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { problemText } from '#scorecard/problem.ts';
import { organisation } from '#scorecard/schema.ts';

const council = organisation.parse({ id: 'golden', name: 'Golden' });

interface Paper {
  readonly measures?: readonly object[];
  readonly milestones?: readonly object[];
  readonly budgets?: readonly object[];
  /** `measure.recorded` and `milestone.updated`, without what they share. */
  readonly records?: readonly object[];
  readonly period?: string;
  readonly asOf?: string;
}

/** Numbers by period, or one of the paper's own period. */
type Known = number | Readonly<Record<string, number>>;

const measure = { title: 'A measure', unit: 'count', polarity: 'none', frequency: 'month', value: { recorded: true } };
const milestone = { title: 'A milestone' };
export const thisMonth = '2021-12';

const scorecardText = ({ measures = [], milestones = [], budgets }: Paper): string =>
  JSON.stringify({
    id: 'paper',
    title: 'Paper',
    budgets,
    groups: [
      {
        id: 'all',
        title: 'All',
        measures: measures.map((each) => ({ ...measure, ...each })),
        milestones: milestones.map((each) => ({ ...milestone, ...each })),
      },
    ],
  });

const checked = (paper: Paper) => checkScorecard('scorecards/golden/paper.yaml', scorecardText(paper), council);

/** What `quarterlight check` refuses of a scorecard with these measures and milestones. */
export const problemsOf = (paper: Paper): readonly string[] => {
  const found = checked(paper);
  return 'problems' in found ? found.problems.map(problemText) : [];
};

/** What `quarterlight check` asks to be looked at again. */
export const warningsOf = (paper: Paper): readonly string[] => {
  const found = checked(paper);
  if ('problems' in found) throw new Error(found.problems.map(problemText).join('\n'));
  return (found.warnings ?? []).map(problemText);
};

const eventOf = (record: object, i: number, day: string) => {
  const common = { scorecard: 'paper', source: 'paper', recordedBy: 'performance officer', status: 'confirmed' };
  return {
    specversion: '1.0',
    id: `r${i}`,
    source: 'paper',
    type: 'milestone' in record ? 'milestone.updated' : 'measure.recorded',
    time: `${day}T12:00:00Z`,
    data: { ...common, ...record },
  };
};

const parsed = (record: object, i: number, day: string) =>
  parseEvent(eventOf(record, i, day), {
    now: new Date(`${day}T12:00:00Z`),
    pathSource: 'paper',
    organisation: 'golden',
  });

/** Why a record is not accepted. */
export const refusalOf = (record: object): string | undefined => {
  const found = parsed(record, 0, '2021-12-31');
  return 'event' in found ? undefined : found.reason;
};

const factFrom = (record: object, i: number, day: string): Fact => {
  const found = parsed(record, i, day);
  if (!('event' in found)) throw new Error(`${found.pointer}: ${found.reason}`);
  return factOf(found.event, { organisation: 'golden', hashKey: 'k'.repeat(32) });
};

/** From a scorecard file and posted events to the edition that a night would publish. */
export const publish = (paper: Paper): Edition => {
  const found = checked(paper);
  if ('problems' in found) throw new Error(found.problems.map(problemText).join('\n'));
  const period = parsePeriod(paper.period ?? thisMonth);
  const asOf = paper.asOf ?? period.end;
  return assess({
    organisation: council,
    scorecard: found.value,
    period,
    asOf,
    publishedAt: `${asOf}T23:59:59.999Z`,
    software: 'test',
    partials: [],
    records: (paper.records ?? []).map((record, i) => factFrom(record, i, asOf)),
  });
};

const recordsOf = (id: string, known: Known, period: string): readonly object[] =>
  Object.entries(typeof known === 'number' ? { [period]: known } : known).map(([at, value]) => ({
    measure: id,
    period: at,
    value,
  }));

interface Asked {
  /** Of the measure asked for. */
  readonly measure?: object;
  /** Other measures whose values are not recorded. */
  readonly between?: readonly object[];
  readonly recorded: Readonly<Record<string, Known>>;
  /** Of the measures recorded. */
  readonly inputs?: object;
  readonly period?: string;
}

/** One measure as published, from measures whose values were recorded. */
export const measureFrom = ({ measure: asked, between = [], recorded, inputs, period }: Asked): EditionMeasure => {
  const at = period ?? thisMonth;
  const { asked: own, ...others } = recorded;
  const measures = [{ id: 'asked', ...asked }, ...between, ...Object.keys(others).map((id) => ({ id, ...inputs }))];
  const records = Object.entries(recorded).flatMap(([id, known]) => recordsOf(id, known, at));
  const found = publish({ measures, records, period: at }).measures[0];
  if (!found) throw new Error('nothing was published');
  return found;
};

/** The value of a formula over measures whose values were recorded. */
export const figureOf = (value: object, asked: Omit<Asked, 'measure'> & { readonly unit?: string }): number => {
  const { unit = 'count', ...rest } = asked;
  const { value: figure, notPublishedReason } = measureFrom({ ...rest, measure: { value, unit } });
  if (figure === undefined) throw new Error(notPublishedReason);
  return figure;
};
