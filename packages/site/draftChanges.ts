import type { Edition } from '#scorecard/edition.ts';
import { changesBetween, type MeasureChange, type MilestoneChange } from '#site/editionChanges.ts';
import { longDay, shortPeriod } from '#site/format.ts';
import { shownFigure } from '#site/shownFigure.ts';
import { milestoneNewsWords, ratingName, say, toDo } from '#site/words.ts';

/** What a draft would change of what is published of its period, a line each. */
export interface DraftChanges {
  readonly measures: readonly { readonly id: string; readonly text: string }[];
  readonly milestones: readonly { readonly id: string; readonly text: string }[];
  /** Comments, and what the scorecard no longer has. */
  readonly others: readonly string[];
}

type Figured = MeasureChange['now'];

/** Where the two are of different periods, each says of which. */
const figureText = (measure: Figured, other: Figured): string =>
  measure.period === other.period ? shownFigure(measure) : `${shownFigure(measure)} (${shortPeriod(measure.period)})`;

const moved = (was: Figured, now: Figured): string => {
  const [from, to] = [figureText(was, now), figureText(now, was)];
  return from === to ? toDo.movedUnseen(to) : toDo.becomes(from, to);
};

const measureText = ({ now, was, figure: news, isRatedAnew }: MeasureChange): string => {
  const rating = ratingName(now.rating.colour);
  if (was === undefined) return toDo.new(now.title, [shownFigure(now), rating]);
  return toDo.changed(now.title, [
    ...(news === undefined ? [] : [moved(was, now)]),
    ...(isRatedAnew ? [toDo.becomes(ratingName(was.rating.colour), rating)] : []),
  ]);
};

const milestoneText = ({ now, news }: MilestoneChange): string =>
  toDo.changed(
    now.title,
    news.map((each) => milestoneNewsWords[each]),
  );

export const draftChanges = (published: Edition, draft: Edition): DraftChanges => {
  const { measures, milestones, comments, gone } = changesBetween(published, draft);
  return {
    measures: measures.map((change) => ({ id: change.now.id, text: measureText(change) })),
    milestones: milestones.map((change) => ({ id: change.now.id, text: milestoneText(change) })),
    others: [
      ...(comments.length === 0 ? [] : [toDo.newComments(comments.length)]),
      ...(gone.length === 0 ? [] : [say.goneSince(gone)]),
    ],
  };
};

export const isUnchanged = ({ measures, milestones, others }: DraftChanges): boolean =>
  measures.length + milestones.length + others.length === 0;

/** `What this changes of edition 2, as at 30 April 2025`. */
export const draftChangesHeading = ({ edition, asOf }: Pick<Edition, 'edition' | 'asOf'>): string =>
  toDo.changesOf(edition, longDay(asOf));
