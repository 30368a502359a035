import type { Colour, EditionMeasure, MeasureRating, Point } from '#scorecard/edition.ts';
import { ruleOf, unrated } from '#scorecard/rating.ts';
import type { Measure } from '#scorecard/schema.ts';

interface Child {
  readonly title: string;
  readonly colour: Colour;
}

type Judged = Exclude<Colour, 'no-target'>;
type Rule = NonNullable<NonNullable<Measure['rating']>['from']>['rule'];

/** What is not reported might be anything: no better than amber, and no excuse for what is red. */
const worstFirst: readonly Judged[] = ['red', 'not-reported', 'amber', 'green'];
const names: Record<Judged, string> = { red: 'Red', amber: 'Amber', green: 'Green', 'not-reported': 'Not reported' };
const adjectives: Record<Judged, string> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  'not-reported': 'without a figure',
};

const quoted = (children: readonly Child[]): string => children.map(({ title }) => `“${title}”`).join(', ');
const measures = (count: number): string => `${count} ${count === 1 ? 'measure' : 'measures'}`;
const withColour = (children: readonly Child[], colour: Colour): readonly Child[] =>
  children.filter((child) => child.colour === colour);

interface Verdict {
  readonly colour: Judged;
  readonly reason: string;
}

const worst = (children: readonly Child[]): Verdict => {
  const colour = worstFirst.find((each) => withColour(children, each).length > 0) ?? 'green';
  const which = quoted(withColour(children, colour));
  return { colour, reason: `${names[colour]}: the worst of ${measures(children.length)}, by ${which}.` };
};

/** Of equally many the worse. */
const majority = (children: readonly Child[]): Verdict => {
  const most = Math.max(...worstFirst.map((each) => withColour(children, each).length));
  const colour = worstFirst.find((each) => withColour(children, each).length === most) ?? 'red';
  return {
    colour,
    reason: `${names[colour]}: ${most} of ${measures(children.length)} ${most === 1 ? 'is' : 'are'} ${adjectives[colour]}.`,
  };
};

const allGreen = (children: readonly Child[]): Verdict => {
  const short = children.filter(({ colour }) => colour !== 'green');
  if (short.length === 0) return { colour: 'green', reason: `Green: all of ${measures(children.length)} are green.` };
  const colour = short.some((child) => child.colour !== 'not-reported') ? 'red' : 'not-reported';
  return { colour, reason: `${names[colour]}: not green are ${quoted(short)}.` };
};

const verdicts: Record<Rule, (children: readonly Child[]) => Verdict> = { worst, majority, 'all-green': allGreen };

/** A colour from other colours. Measures without a target, or not to be judged, are left out. */
export const parentVerdict = (rule: Rule, children: readonly Child[]): { colour: Colour; reason: string } => {
  const judged = children.filter(({ colour }) => colour !== 'no-target');
  return judged.length === 0
    ? unrated('no-target', 'None of the measures that this one is judged by is judged itself.')
    : verdicts[rule](judged);
};

const ruleWords: Record<Rule, string> = {
  worst: 'The worst of',
  majority: 'What most have, and of equally many the worse, of',
  'all-green': 'Green if all are green, else red, of',
};

type Rating = NonNullable<Measure['rating']>;

const ratingFrom = (rating: Rating, children: readonly EditionMeasure[]): MeasureRating => {
  const rule = rating.from?.rule ?? 'worst';
  const each = children.map(({ title, rating: own }) => ({ title, colour: own.colour }));
  return { ...parentVerdict(rule, each), rule: ruleOf({ rating }, `${ruleWords[rule]} ${quoted(each)}.`) };
};

const pointFrom = (point: Point, rule: Rule, children: readonly EditionMeasure[]): Point => {
  const each = children.flatMap(({ title, series }) => {
    const same = series.find(({ period }) => period === point.period);
    return same ? [{ title, colour: same.colour }] : [];
  });
  return { ...point, colour: parentVerdict(rule, each).colour };
};

const judgedBy = (edition: EditionMeasure, rating: Rating, children: readonly EditionMeasure[]): EditionMeasure => {
  const judged = ratingFrom(rating, children);
  const points = edition.series.map((point) => pointFrom(point, rating.from?.rule ?? 'worst', children));
  const series = points.map((point) => (point.period === edition.period ? { ...point, colour: judged.colour } : point));
  return { ...edition, rating: judged, series };
};

/** Measures that are judged by others, after those others. `check` refuses circles; here they only come to an end. */
export const withParents = (
  measuresOf: readonly Measure[],
  editions: readonly EditionMeasure[],
): readonly EditionMeasure[] => {
  const ratingOf = new Map(measuresOf.map(({ id, rating }) => [id, rating]));
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  const resolved = (id: string, open: readonly string[]): EditionMeasure | undefined => {
    const edition = byId.get(id);
    const rating = ratingOf.get(id);
    if (!edition || !rating?.from || open.includes(id)) return edition;
    const children = rating.from.measures.flatMap((child) => resolved(child, [...open, id]) ?? []);
    return judgedBy(edition, rating, children);
  };
  return editions.map((edition) => resolved(edition.id, []) ?? edition);
};
