import type { Colour, Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import {
  listed,
  type MilestoneState,
  milestoneStateWords,
  milestoneWords,
  plural,
  say,
  sentence,
} from '#site/words.ts';

/** How many of each, in the order that the marks are always printed. */
export type Counts<K extends string> = readonly { readonly key: K; readonly count: number }[];

const colours: readonly Colour[] = ['green', 'amber', 'red', 'no-target', 'not-reported'];
const states: readonly MilestoneState[] = ['complete', ...colours];

export const milestoneState = ({ status, rating }: EditionMilestone): MilestoneState =>
  status === 'complete' ? 'complete' : rating.colour;

/** What its tag says: work without a deadline is on no track. */
export const milestoneWord = ({ status, rating }: EditionMilestone): string =>
  rating.colour === 'no-target' ? milestoneStateWords['no-target'].word : milestoneWords[status];

const countsOf = <K extends string>(order: readonly K[], keys: readonly K[]): Counts<K> =>
  order.map((key) => ({ key, count: keys.filter((each) => each === key).length })).filter(({ count }) => count > 0);

export const measureCounts = (measures: readonly EditionMeasure[]): Counts<Colour> =>
  countsOf(
    colours,
    measures.map(({ rating }) => rating.colour),
  );

export const milestoneCounts = (milestones: readonly EditionMilestone[]): Counts<MilestoneState> =>
  countsOf(states, milestones.map(milestoneState));

const countOf = <K extends string>(counts: Counts<K>, ...keys: readonly K[]): number =>
  counts.filter(({ key }) => keys.includes(key)).reduce((sum, { count }) => sum + count, 0);

/** Measures that have a colour: only of those can a share be on target. */
const ratedCount = (measures: readonly EditionMeasure[]): number =>
  countOf(measureCounts(measures), 'green', 'amber', 'red');

const are = (count: number): string => (count === 1 ? 'is' : 'are');
const have = (count: number): string => (count === 1 ? 'has' : 'have');

const unratedText = (counts: Counts<Colour>): string =>
  listed(
    [
      { count: countOf(counts, 'no-target'), text: 'no target' },
      { count: countOf(counts, 'not-reported'), text: 'no published figure' },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, text }) => `${count} ${have(count)} ${text}`),
  );

/** The first sentence of a scorecard, in bold, and what must be said beside it. */
export const measuresSentence = (
  measures: readonly EditionMeasure[],
): { readonly main: string; readonly rest: string } => {
  const counts = measureCounts(measures);
  const [rated, green, total] = [ratedCount(measures), countOf(counts, 'green'), measures.length];
  if (total === 0) return { main: '', rest: '' };
  const unrated = unratedText(counts);
  if (rated === 0) return { main: noneRated(total), rest: `${sentence(unrated)}.` };
  if (rated === 1) return { main: say.theRated(green === 1), rest: unrated && `${sentence(unrated)}.` };
  const main = `${green} of ${plural(rated, 'rated measure')} ${are(green)} on target.`;
  return { main, rest: unrated && `${sentence(unrated)}.` };
};

const noneRated = (total: number): string =>
  total === 1 ? 'The one measure cannot be rated.' : `None of the ${total} measures can be rated.`;

const oneMilestone = (only: EditionMilestone): string =>
  only.rating.colour === 'no-target'
    ? say.theMilestoneUndated
    : say.theMilestone(milestoneWords[only.status].toLowerCase());

export const milestonesSentence = (milestones: readonly EditionMilestone[]): string => {
  const counts = milestoneCounts(milestones);
  const [done, late] = [countOf(counts, 'complete'), milestones.filter(({ status }) => status === 'delayed').length];
  const [only] = milestones;
  if (only === undefined) return '';
  if (milestones.length === 1) return oneMilestone(only);
  return `${done} of ${plural(milestones.length, 'milestone')} ${are(done)} complete and ${late || 'none'} ${are(late || 1)} delayed.`;
};

/** `3 of 5 rated measures on target; 1 of 4 milestones complete`. */
export const groupSentence = (measures: readonly EditionMeasure[], milestones: readonly EditionMilestone[]): string => {
  const rated = ratedCount(measures);
  const done = countOf(milestoneCounts(milestones), 'complete');
  return [
    ...(rated > 0 ? [say.onTarget(countOf(measureCounts(measures), 'green'), rated)] : []),
    ...(rated === 0 && measures.length > 0 ? [plural(measures.length, 'measure')] : []),
    ...(milestones.length > 0 ? [say.doneOf(done, milestones.length)] : []),
  ].join('; ');
};

/** Those ids that the edition has, in the list's order. */
export const measuresById = ({ measures }: Edition, ids: readonly string[]): readonly EditionMeasure[] =>
  ids.flatMap((id) => measures.filter((measure) => measure.id === id));

export const milestonesById = ({ milestones }: Edition, ids: readonly string[]): readonly EditionMilestone[] =>
  ids.flatMap((id) => milestones.filter((milestone) => milestone.id === id));
