import { type Day, endOfDay, londonDay } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';
import type { Commentary, MilestoneStatus } from '#scorecard/edition.ts';
import { type Figure, parted } from '#scorecard/figure.ts';
import type { Unit } from '#scorecard/schema.ts';

/** `measure.recorded`, as its schema let it in. */
interface MeasureData {
  readonly measure: string;
  readonly period: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly improvement?: number;
  readonly rank?: number;
  readonly series?: string;
  readonly cut?: Readonly<Record<string, string>>;
  readonly qualifier?: string;
  readonly status?: 'provisional' | 'confirmed';
  readonly source?: string;
  /** Why it stands instead of what the formula gives. */
  readonly reason?: string;
}

interface CommentaryData {
  readonly measure?: string;
  readonly milestone?: string;
  readonly group?: string;
  readonly period: string;
  readonly kind: Commentary['kind'];
  readonly text: string;
  readonly recordedBy: string;
}

/** `milestone.updated`, as its schema let it in. */
export interface MilestoneData {
  readonly milestone: string;
  readonly status: MilestoneStatus;
  readonly currentDeadline?: Day;
  readonly completedOn?: Day;
  readonly reason?: string;
  readonly comment?: string;
  readonly recordedBy?: string;
}

/** What officers recorded of one measure and period: the newest value and, apart from it, the newest change. */
export interface Recorded {
  readonly value?: MeasureData;
  readonly change?: MeasureData;
}

export type Subject = { readonly measure: string } | { readonly milestone: string } | { readonly group: string };

/** Everything recorded of a scorecard by the end of the as-of day. */
/** Of a published value. */
export interface Change {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly unit: Unit;
  /** The reasons that the edition before gave for changes of it. */
  readonly given: readonly string[];
}

export interface Records {
  readonly of: (measure: string, period: string) => Recorded;
  /** The newest of the series `forecast`, or the newest that was recorded by the end of a day. */
  readonly forecast: (measure: string, period: string, by?: Day) => MeasureData | undefined;
  /** Why a published value changed, where its newest record made it what it is, or was withdrawn. */
  readonly reasonOf: (measure: string, period: string, change: Change) => string | undefined;
  /** The newest record of each named comparator, in order of name. */
  readonly comparators: (measure: string, period: string) => readonly MeasureData[];
  /** The newest record of each value of each dimension recorded apart. */
  readonly cuts: (measure: string, period: string) => readonly MeasureData[];
  /** Of every series, whole and cut, oldest first. */
  readonly amounts: (measure: string, period: string) => readonly MeasureData[];
  /** Periods that anything was recorded for, in order. */
  readonly periods: (measure: string) => readonly string[];
  /** The newest of each kind for any of the periods. */
  readonly commentary: (subject: Subject, periods: readonly string[]) => readonly Commentary[];
  /** Oldest first. */
  readonly milestone: (id: string) => readonly MilestoneData[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest last. Source and content settle what time, revision and id leave open, so that order never matters. */
export const oldestFirst = (a: Fact, b: Fact): number =>
  byText(a.time, b.time) ||
  a.revision - b.revision ||
  byText(a.id, b.id) ||
  byText(a.source, b.source) ||
  byText(a.contentHash, b.contentHash);

const dataOf = <Data>(facts: readonly Fact[], type: Fact['type']): readonly Data[] =>
  facts.filter((fact) => fact.type === type).map((fact) => fact.data as Data);

const isValue = ({ value, numerator, rank }: MeasureData): boolean => (value ?? numerator ?? rank) !== undefined;

const newestOf = (data: readonly MeasureData[], keyOf: (each: MeasureData) => string): readonly MeasureData[] =>
  [...new Map(data.map((each) => [keyOf(each), each]))].sort(([a], [b]) => byText(a, b)).map(([, each]) => each);

const keyed = ({ measure, period }: Pick<MeasureData, 'measure' | 'period'>): string => `${measure} ${period}`;
const isOwn = ({ series = 'own' }: MeasureData): boolean => series === 'own';
/** Forecasts and budgets are kept, and belong to no list of those compared with. */
const isComparator = ({ series = 'own' }: MeasureData): boolean => !['own', 'forecast', 'budget'].includes(series);

const measureRecords = (
  all: readonly MeasureData[],
): Omit<Records, 'commentary' | 'milestone' | 'reasonOf' | 'forecast'> => {
  const byPeriod = Map.groupBy(all, keyed);
  const of = (measure: string, period: string): readonly MeasureData[] => byPeriod.get(`${measure} ${period}`) ?? [];
  const whole = (measure: string, period: string) => of(measure, period).filter((each) => isOwn(each) && !each.cut);
  return {
    of: (measure, period) => ({
      value: whole(measure, period).findLast(isValue),
      change: whole(measure, period).findLast(({ improvement }) => improvement !== undefined),
    }),
    amounts: of,
    comparators: (measure, period) =>
      newestOf(
        of(measure, period).filter((each) => isComparator(each) && !each.cut && isValue(each)),
        (each) => each.series ?? '',
      ),
    cuts: (measure, period) =>
      newestOf(
        of(measure, period).filter((each) => isOwn(each) && each.cut && isValue(each)),
        (each) => JSON.stringify(each.cut),
      ),
    periods: (measure) =>
      [...new Set(all.filter((each) => each.measure === measure).map(({ period }) => period))].sort(),
  };
};

const forecasts = (facts: readonly Fact[]): Records['forecast'] => {
  const all = timed<MeasureData>(facts, 'measure.recorded').filter(
    ({ data }) => data.series === 'forecast' && !data.cut && isValue(data),
  );
  const byFigure = Map.groupBy(all, ({ data }) => keyed(data));
  return (measure, period, by) => {
    const until = by && endOfDay(by).toISOString();
    const found = byFigure.get(keyed({ measure, period })) ?? [];
    return found.findLast(({ time }) => until === undefined || time <= until)?.data;
  };
};

const isOwnValue = (data: MeasureData): boolean => isOwn(data) && !data.cut && isValue(data);

const isAbout = (data: CommentaryData, subject: Subject): boolean =>
  Object.entries(subject).every(([kind, id]) => data[kind as keyof CommentaryData] === id);

const kinds: readonly Commentary['kind'][] = ['performance', 'comment', 'current-activity', 'future-activity'];

type Timed<Data> = { readonly time: string; readonly data: Data };

const timed = <Data>(facts: readonly Fact[], type: Fact['type']): readonly Timed<Data>[] =>
  facts.filter((fact) => fact.type === type).map(({ time, data }) => ({ time, data: data as Data }));

const amountOf = ({ value, numerator, denominator, rank }: MeasureData): string =>
  JSON.stringify([value, numerator, denominator, rank]);

/** Whether another figure was recorded of what a comment is about, after the comment. */
const staleness = (facts: readonly Fact[]): ((comment: Timed<CommentaryData>) => boolean) => {
  const own = timed<MeasureData>(facts, 'measure.recorded').filter(({ data }) => isOwnValue(data));
  const byFigure = Map.groupBy(own, ({ data }) => keyed(data));
  return ({ time, data: { measure, period } }) => {
    const figures = measure === undefined ? [] : (byFigure.get(keyed({ measure, period })) ?? []);
    const [then, now] = [figures.findLast((each) => each.time <= time), figures.at(-1)];
    return then !== undefined && now !== undefined && amountOf(then.data) !== amountOf(now.data);
  };
};

const commentaryOf = (facts: readonly Fact[]): Records['commentary'] => {
  const all = timed<CommentaryData>(facts, 'commentary.recorded');
  const isStale = staleness(facts);
  return (subject, periods) =>
    kinds.flatMap((kind) => {
      const newest = all.findLast(
        ({ data }) => data.kind === kind && isAbout(data, subject) && periods.includes(data.period),
      );
      if (!newest) return [];
      const { text, recordedBy, period } = newest.data;
      const on = londonDay(newest.time);
      return [{ kind, text, recordedBy, on, period, ...(isStale(newest) && { stale: true }) }];
    });
};

interface Newest {
  readonly typed: MeasureData;
  readonly withdrawn: boolean;
}

/** What was counted changes without a record, and a record that does not override what was counted explains nothing. */
const explains = ({ typed, withdrawn }: Newest, { from, to, unit }: Change): boolean => {
  const { value } = recordedFigure(typed, unit);
  return withdrawn ? to === undefined || value === from : value === to;
};

/** A value is withdrawn with its data as before, so that its reason may be the one for which it was recorded. */
const reasonIn = ({ typed, withdrawn }: Newest, { given }: Change): string => {
  if (withdrawn) {
    const isAsBefore = typed.reason === undefined || given.includes(typed.reason);
    return isAsBefore ? 'The recorded value was withdrawn.' : (typed.reason ?? '');
  }
  return typed.reason ?? `A new value was recorded, from: ${typed.source}.`;
};

const reasonsOf = (facts: readonly Fact[]): Records['reasonOf'] => {
  const newest = new Map<string, Newest>();
  for (const { type, data, withdrawn } of facts) {
    const typed = data as unknown as MeasureData;
    if (type === 'measure.recorded' && isOwnValue(typed)) newest.set(keyed(typed), { typed, withdrawn });
  }
  return (measure, period, change) => {
    const found = newest.get(keyed({ measure, period }));
    return found && explains(found, change) ? reasonIn(found, change) : undefined;
  };
};

/** Folds recorded facts by (time, revision, id): the newest says what holds. Withdrawn and later ones are left out. */
export const foldRecords = (facts: readonly Fact[], asOf: Day): Records => {
  const until = endOfDay(asOf).toISOString();
  const past = facts.filter(({ time }) => time <= until).sort(oldestFirst);
  const known = past.filter(({ withdrawn }) => !withdrawn);
  const milestones = dataOf<MilestoneData>(known, 'milestone.updated');
  return {
    ...measureRecords(dataOf<MeasureData>(known, 'measure.recorded')),
    reasonOf: reasonsOf(past),
    forecast: forecasts(known),
    commentary: commentaryOf(known),
    milestone: (id) => milestones.filter(({ milestone }) => milestone === id),
  };
};

/** The figure that an officer typed in, in the measure's unit; a rank is its own value. */
export const recordedFigure = ({ value, numerator, denominator, rank }: MeasureData, unit: Unit): Figure => {
  if (numerator === undefined || denominator === undefined) return { value: value ?? rank };
  return parted(numerator, denominator, unit);
};
