import type { Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import type { Bound } from '#scorecard/paperNames.ts';
import { changeNote, changeOf } from '#site/changeOf.ts';
import { difference, figure, longDay, plain } from '#site/format.ts';
import { marksInText, withMarks } from '#site/paperMarks.ts';
import { measureCounts, measuresById, milestoneCounts, milestonesById } from '#site/summary.ts';
import { targetText } from '#site/targetText.ts';
import { listed, milestoneStateWords, milestoneWords, ratingWords, say, verdictWords, words } from '#site/words.ts';

/** What a paper's figures are taken from: the edition, and that of the period before where there is one. */
export interface PaperFigures {
  readonly edition: Edition;
  readonly before?: Edition;
}

type Of<Kind extends Bound['kind']> = Extract<Bound, { kind: Kind }>;

/** The text that a name stands for; where nothing is known, words that say so. */
export const boundText = (bound: Bound, figures: PaperFigures): string => {
  switch (bound.kind) {
    case 'plain':
      return plainText(bound, figures.edition);
    case 'measure':
      return ofMeasure(bound, figures.edition);
    case 'milestone':
      return ofMilestone(bound, figures.edition);
    case 'measures':
      return String(countedMeasures(bound, figures.edition));
    case 'milestones':
      return String(countedMilestones(bound, figures.edition));
    case 'movement':
      return movementText(bound, figures);
  }
};

const plainText = ({ name }: Of<'plain'>, edition: Edition): string =>
  ({
    council: edition.organisation.name,
    scorecard: edition.scorecard.title,
    period: edition.period.label,
    'as-of': longDay(edition.asOf),
    edition: String(edition.edition),
    'most-improved': titlesOf(edition, edition.mostImproved),
    'most-worsened': titlesOf(edition, edition.mostWorsened),
  })[name];

const titlesOf = (edition: Edition, ids: readonly string[]): string =>
  ids.length === 0 ? words.none.toLowerCase() : listed(measuresById(edition, ids).map(titleWithChange));

const titleWithChange = (measure: EditionMeasure): string => {
  const change = changeOf(measure);
  if (change === undefined) return measure.title;
  return withMarks(`${measure.title} (${change.relative} ${change.verdict})`, marksInText(measure));
};

const ofMeasure = ({ id, field }: Of<'measure'>, edition: Edition): string => {
  const measure = edition.measures.find((each) => each.id === id);
  return measure === undefined ? words.notInEdition : measureText(measure, field);
};

const measureText = (measure: EditionMeasure, field: Of<'measure'>['field']): string => {
  const { value, numerator, denominator, improvement } = measure;
  const shown = (amount: number | undefined, text: (amount: number) => string) =>
    amount === undefined ? words.notPublishedInText : text(amount);
  switch (field) {
    case 'title':
      return measure.title;
    case 'value':
      return shown(value, (amount) => [measure.qualifier, figure(amount, measure)].filter(Boolean).join(' '));
    case 'target':
      return targetText(measure, measure) ?? words.noTargetInText;
    case 'variance':
      return shown(measure.variance, (amount) => say.signed(difference(amount, measure), amount));
    case 'rating':
      return ratingInText(measure);
    case 'reason':
      return measure.rating.reason;
    case 'change':
      return changeText(measure);
    case 'direction':
      return verdictWords[measure.direction] || words.notComparedInText;
    case 'previous':
      return shown(improvement?.from.value, (amount) => figure(amount, measure));
    case 'numerator':
      return shown(numerator, plain);
    case 'denominator':
      return shown(denominator, plain);
    case 'period':
      return measure.periodLabel;
  }
};

const ratingInText = ({ rating: { colour } }: Pick<EditionMeasure, 'rating'>): string => {
  const { word, colour: name } = ratingWords[colour];
  return name === undefined ? word.toLowerCase() : `${name.toLowerCase()} (${word.toLowerCase()})`;
};

const changeText = (measure: EditionMeasure): string => {
  const change = changeOf(measure);
  if (change === undefined) return words.notComparedInText;
  const note = changeNote(measure, change);
  const moved = change.arrow === 'level' ? words.noChange.toLowerCase() : `${change.relative} ${change.verdict}`.trim();
  return note === undefined ? moved : `${moved} (${note})`;
};

const ofMilestone = ({ id, field }: Of<'milestone'>, edition: Edition): string => {
  const milestone = edition.milestones.find((each) => each.id === id);
  return milestone === undefined ? words.notInEdition : milestoneText(milestone, field);
};

const milestoneText = (milestone: EditionMilestone, field: Of<'milestone'>['field']): string => {
  const date = (day: string | undefined, none: string) => (day === undefined ? none : longDay(day));
  switch (field) {
    case 'title':
      return milestone.title;
    case 'status':
      return milestoneWords[milestone.status].toLowerCase();
    case 'rating':
      return (milestoneStateWords[milestone.rating.colour].colour ?? words.notRatedInText).toLowerCase();
    case 'deadline':
      return date(milestone.currentDeadline, words.noDeadlineInText);
    case 'original-deadline':
      return date(milestone.originalDeadline, words.noDeadlineInText);
    case 'completed':
      return date(milestone.completedOn, words.notCompletedInText);
    case 'delay':
      return milestone.weeksDelay === undefined
        ? words.noDelayInText
        : say.weeksLate(milestone.weeksDelay).toLowerCase();
  }
};

/** Of one group, or of the whole scorecard. */
const inGroup = (edition: Edition, id: string | undefined) => {
  const group = edition.groups.find((each) => each.id === id);
  if (id === undefined) return edition;
  return {
    measures: measuresById(edition, group?.measures ?? []),
    milestones: milestonesById(edition, group?.milestones ?? []),
  };
};

const countedMeasures = ({ group, count }: Of<'measures'>, edition: Edition): number => {
  const { measures } = inGroup(edition, group);
  const counts = measureCounts(measures);
  const of = (...keys: readonly string[]) =>
    counts.filter(({ key }) => keys.includes(key)).reduce((sum, each) => sum + each.count, 0);
  const moved = (direction: EditionMeasure['direction']) =>
    measures.filter((measure) => measure.direction === direction).length;
  if (count === 'total') return measures.length;
  if (count === 'rated') return of('green', 'amber', 'red');
  if (count === 'improved') return moved('improving');
  return count === 'worsened' ? moved('deteriorating') : of(count);
};

const countedMilestones = ({ group, count }: Of<'milestones'>, edition: Edition): number => {
  const { milestones } = inGroup(edition, group);
  if (count === 'total') return milestones.length;
  if (count === 're-baselined') return milestones.filter(({ rebaselined }) => rebaselined > 0).length;
  if (count === 'complete' || count === 'on-track' || count === 'delayed')
    return milestones.filter(({ status }) => status === count).length;
  // Complete work is green too: councils count it so.
  const states = milestoneCounts(milestones);
  const of = (key: string) => states.find((each) => each.key === key)?.count ?? 0;
  return of(count) + (count === 'green' ? of('complete') : 0);
};

type Moving = { readonly id: string; readonly status?: string; readonly rating: { readonly colour: string } };

/** What is so now and was not so in the period before; what is new counts as not so. */
const movementText = ({ of, name }: Of<'movement'>, { edition, before }: PaperFigures): string => {
  if (before === undefined) return words.noEditionBefore;
  const then = new Map<string, Moving>(before[of].map((each) => [each.id, each]));
  const now: readonly Moving[] = edition[of];
  const isNow = (test: (each: Moving) => boolean) =>
    now.filter((each) => test(each) && !(then.has(each.id) && test(then.get(each.id) as Moving))).length;
  const is = (colour: string) => (each: Moving) => each.rating.colour === colour;
  switch (name) {
    case 'completed':
      return String(isNow(({ status }) => status === 'complete'));
    case 'newly-delayed':
      return String(isNow(({ status }) => status === 'delayed'));
    case 'newly-red':
      return String(isNow(is('red')));
    case 'newly-green':
      return String(isNow(is('green')));
    case 'no-longer-red':
      return String(
        now.filter((each) => then.get(each.id)?.rating.colour === 'red' && each.rating.colour !== 'red').length,
      );
  }
};
