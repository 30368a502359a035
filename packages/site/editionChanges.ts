import type { Commentary, Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';

/** A measure whose figure or rating is not what it was; `was` is absent where the edition before did not have it. */
export interface MeasureChange {
  readonly now: EditionMeasure;
  readonly was?: EditionMeasure;
  readonly figure?: 'first' | 'new-period' | 'moved' | 'gone';
  readonly isRatedAnew: boolean;
}

export type MilestoneNews = 'new' | 'completed' | 'reopened' | 're-baselined' | 'moved' | 'delayed' | 'on-track-again';

export interface MilestoneChange {
  readonly now: EditionMilestone;
  readonly was?: EditionMilestone;
  readonly news: readonly MilestoneNews[];
}

export interface NewComment {
  /** Whose page has the comment; absent for a comment on a priority. */
  readonly measure?: string;
  readonly group?: string;
  readonly title: string;
  readonly comment: Commentary;
}

export interface EditionChanges {
  readonly measures: readonly MeasureChange[];
  readonly milestones: readonly MilestoneChange[];
  readonly comments: readonly NewComment[];
  /** Titles of measures and milestones that the edition no longer has. */
  readonly gone: readonly string[];
}

/** What stands for the figure: the value or, where only a change was published, the change. */
const published = (measure: EditionMeasure | undefined): number | undefined =>
  measure?.value ?? (measure?.improvement?.recorded ? measure.improvement.value : undefined);

const figureChange = (was: EditionMeasure | undefined, now: EditionMeasure): MeasureChange['figure'] => {
  const [then, today] = [published(was), published(now)];
  if (today === undefined) return then === undefined ? undefined : 'gone';
  if (then === undefined) return 'first';
  if (was?.period !== now.period) return 'new-period';
  return then === today ? undefined : 'moved';
};

const measureChange = (was: EditionMeasure | undefined, now: EditionMeasure): MeasureChange => ({
  now,
  ...(was && { was }),
  figure: figureChange(was, now),
  isRatedAnew: was !== undefined && was.rating.colour !== now.rating.colour,
});

const milestoneNews = (was: EditionMilestone | undefined, now: EditionMilestone): readonly MilestoneNews[] => {
  if (was === undefined) return ['new'];
  const isMoved = was.currentDeadline !== now.currentDeadline;
  const isStatusNew = was.status !== now.status;
  return [
    ...(isStatusNew && now.status === 'complete' ? (['completed'] as const) : []),
    ...(isStatusNew && was.status === 'complete' ? (['reopened'] as const) : []),
    ...(now.rebaselined > was.rebaselined ? (['re-baselined'] as const) : isMoved ? (['moved'] as const) : []),
    ...(isStatusNew && now.status === 'delayed' ? (['delayed'] as const) : []),
    ...(was.status === 'delayed' && now.status === 'on-track' ? (['on-track-again'] as const) : []),
  ];
};

interface Said {
  readonly id: string;
  readonly title: string;
  readonly commentary: readonly Commentary[];
}

const sayingOf = ({ kind, text, on, period }: Commentary): string => JSON.stringify([kind, text, on, period]);

const newComments = (before: readonly Said[], now: readonly Said[], by: 'measure' | 'group'): readonly NewComment[] =>
  now.flatMap(({ id, title, commentary }) => {
    const known = new Set(before.find((each) => each.id === id)?.commentary.map(sayingOf));
    return commentary
      .filter((comment) => !known.has(sayingOf(comment)))
      .map((comment) => ({ [by]: id, title, comment }));
  });

const lost = (
  before: readonly { readonly id: string; readonly title: string }[],
  now: readonly { readonly id: string }[],
): readonly string[] => before.filter(({ id }) => !now.some((each) => each.id === id)).map(({ title }) => title);

/** What the later of two editions of a scorecard says that the earlier did not. */
export const changesBetween = (before: Edition, now: Edition): EditionChanges => ({
  measures: now.measures
    .map((measure) =>
      measureChange(
        before.measures.find(({ id }) => id === measure.id),
        measure,
      ),
    )
    .filter(({ figure, isRatedAnew }) => figure !== undefined || isRatedAnew),
  milestones: now.milestones
    .map((milestone) => {
      const was = before.milestones.find(({ id }) => id === milestone.id);
      return { now: milestone, ...(was && { was }), news: milestoneNews(was, milestone) };
    })
    .filter(({ news }) => news.length > 0),
  comments: [
    ...newComments(before.groups, now.groups, 'group'),
    ...newComments(before.measures, now.measures, 'measure'),
  ],
  gone: [...lost(before.measures, now.measures), ...lost(before.milestones, now.milestones)],
});

/** What there is room for of each kind, and how many are left out. */
export interface Room {
  readonly measures: number;
  readonly milestones: number;
  readonly comments: number;
}

/** A page has 1,500 elements; a row of a table has eighteen. */
export const mostRows = 50;
const mostComments = 15;

/** Both get what they need while there is room; or else each at least its half. */
const share = (own: number, other: number, most: number): number =>
  Math.min(own, Math.max(most - other, Math.floor(most / 2)));

const rowsOf = ({ measures, milestones }: EditionChanges): number => measures.length + milestones.length;

/** Of two comparisons on one page, the room of the first. */
export const roomFor = (own: EditionChanges, other: EditionChanges | undefined): Room => {
  const rows = share(rowsOf(own), other === undefined ? 0 : rowsOf(other), mostRows);
  const milestones = share(own.milestones.length, own.measures.length, rows);
  return { milestones, measures: Math.min(own.measures.length, rows - milestones), comments: mostComments };
};

/** So many, those with another rating before all others. */
export const weightiest = (measures: readonly MeasureChange[], most: number): readonly MeasureChange[] => {
  if (measures.length <= most) return measures;
  const kept = new Set([...measures].sort((a, b) => Number(b.isRatedAnew) - Number(a.isRatedAnew)).slice(0, most));
  return measures.filter((each) => kept.has(each));
};

/** The highest that is older than the edition, of the same period. */
export const editionBefore = (edition: Edition, known: readonly Edition[]): Edition | undefined =>
  known
    .filter(({ period, edition: number }) => period.id === edition.period.id && number < edition.edition)
    .sort((a, b) => b.edition - a.edition)[0];

/** Of the newest period that ended before the edition's began, what was there on the edition's day. */
export const periodBefore = (edition: Edition, known: readonly Edition[]): Edition | undefined =>
  known
    .filter(({ period, asOf }) => period.end < edition.period.start && asOf <= edition.asOf)
    .sort((a, b) => (a.period.end === b.period.end ? b.edition - a.edition : a.period.end < b.period.end ? 1 : -1))[0];
