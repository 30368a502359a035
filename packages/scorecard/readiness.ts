import type { Day } from '#calendar/day.ts';
import { type Period, parsePeriod, periodLabel } from '#calendar/period.ts';
import type { Commentary, Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import { isHeading } from '#scorecard/flags.ts';
import { shownPeriod } from '#scorecard/periods.ts';
import type { Records } from '#scorecard/records.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';

type Kind = 'measure' | 'milestone' | 'budget';

export interface Subject {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** A role; undefined where none is named. */
  readonly owner?: string;
}

/** `newer-comment`: there is one, and it was written before the figure was revised. */
export type Lack = 'comment' | 'newer-comment' | 'owner' | 'action';

export interface Unexplained extends Subject {
  readonly lacks: readonly Lack[];
}

export interface ToEnter extends Subject {
  /** Of the period that nothing was entered for; a milestone has none. */
  readonly period?: string;
  readonly expectedBy?: Day;
  readonly isLate: boolean;
}

/** What is still to do before an edition is published. */
export interface Readiness {
  /** Red, and without a comment, an owner or an action. */
  readonly unexplained: readonly Unexplained[];
  /** Not red, and with a comment on a figure that was revised since. */
  readonly outdated: readonly Subject[];
  /** Once the period is over; by the role that owes it, in order of its name, those without one last. */
  readonly toEnter: readonly { readonly owner?: string; readonly entries: readonly ToEnter[] }[];
}

export interface ReadinessInput {
  readonly edition: Edition;
  readonly scorecard: Scorecard;
  /** As of the edition's day. */
  readonly records: Records;
}

export const isReady = ({ unexplained, outdated, toEnter }: Readiness): boolean =>
  unexplained.length + outdated.length + toEnter.length === 0;

export const readinessOf = (input: ReadinessInput): Readiness => ({
  unexplained: [...redMeasures(input), ...redMilestones(input)],
  outdated: input.edition.measures
    .filter(({ rating, commentary }) => rating.colour !== 'red' && isOutdated(commentary))
    .map((measure) => subjectOf('measure', measure)),
  toEnter: byOwner([...measuresToEnter(input), ...milestonesToEnter(input), ...budgetsToEnter(input)]),
});

const subjectOf = (kind: Kind, { id, title, owner }: Omit<Subject, 'kind'>): Subject => ({
  kind,
  id,
  title,
  ...(owner !== undefined && { owner }),
});

const isComment = ({ kind }: Commentary): boolean => kind === 'comment' || kind === 'performance';
const isAction = ({ kind }: Commentary): boolean => kind === 'current-activity' || kind === 'future-activity';

/** Whatever was said of the figure was said of an older one. */
const isOutdated = (commentary: readonly Commentary[]): boolean => {
  const comments = commentary.filter(isComment);
  return comments.length > 0 && comments.every(({ stale }) => stale);
};

const lacksOf = (
  owner: string | undefined,
  commentary: readonly Commentary[],
  isExplained: boolean,
): readonly Lack[] => [
  ...(isExplained ? [] : (['comment'] as const)),
  ...(isOutdated(commentary) ? (['newer-comment'] as const) : []),
  ...(owner === undefined ? (['owner'] as const) : []),
  ...(commentary.some(isAction) ? [] : (['action'] as const)),
];

const unexplained = (subject: Subject, lacks: readonly Lack[]): readonly Unexplained[] =>
  lacks.length === 0 ? [] : [{ ...subject, lacks }];

const redMeasures = ({ edition }: ReadinessInput): readonly Unexplained[] =>
  edition.measures
    .filter(({ rating }) => rating.colour === 'red')
    .flatMap((measure) => {
      const { owner, commentary } = measure;
      return unexplained(subjectOf('measure', measure), lacksOf(owner, commentary, commentary.some(isComment)));
    });

/** An update's own comment or reason explains a milestone, and so does a comment that was recorded about it. */
const redMilestones = ({ edition, records }: ReadinessInput): readonly Unexplained[] =>
  edition.milestones
    .filter(({ rating }) => rating.colour === 'red')
    .flatMap((milestone) => {
      const { id, owner, comment, reason } = milestone;
      const commentary = records.commentary({ milestone: id }, [edition.period.id]);
      const isExplained = (comment ?? reason) !== undefined || commentary.some(isComment);
      return unexplained(subjectOf('milestone', milestone), lacksOf(owner, commentary, isExplained));
    });

/** An officer types its figure in: always, or because its formula had not begun. */
const isTypedIn = (measure: Measure, { start }: Period): boolean =>
  !isHeading(measure) &&
  ('recorded' in measure.value || (measure.from !== undefined && start < parsePeriod(measure.from).start));

const isEntered = ({ id }: Measure, period: Period, records: Records): boolean =>
  records.amounts(id, period.id).some(({ series = 'own' }) => series === 'own');

const lateness = ({ asOf }: Edition, expectedBy: Day | undefined): Pick<ToEnter, 'expectedBy' | 'isLate'> =>
  expectedBy === undefined ? { isLate: true } : { expectedBy, isLate: asOf > expectedBy };

const measuresToEnter = ({ edition, scorecard, records }: ReadinessInput): readonly ToEnter[] => {
  if (!edition.period.complete) return [];
  const published = new Map(edition.measures.map((measure) => [measure.id, measure]));
  return scorecard.groups
    .flatMap((group) => group.measures)
    .flatMap((measure) => {
      const figure = published.get(measure.id);
      const period = shownPeriod(measure, parsePeriod(edition.period.id), edition.asOf);
      const isOwed = isTypedIn(measure, period) && !isResting(figure) && !isEntered(measure, period, records);
      if (!isOwed) return [];
      const when = lateness(edition, figure?.expectedBy);
      return [{ ...subjectOf('measure', measure), period: periodLabel(period), ...when }];
    });
};

const isResting = (figure: EditionMeasure | undefined): boolean => figure?.flags.includes('suspended') === true;

const isUnknown = ({ status }: EditionMilestone): boolean => status === 'not-known';

const milestonesToEnter = ({ edition }: ReadinessInput): readonly ToEnter[] =>
  edition.period.complete
    ? edition.milestones.filter(isUnknown).map((each) => ({ ...subjectOf('milestone', each), isLate: true }))
    : [];

const budgetsToEnter = ({ edition, scorecard, records }: ReadinessInput): readonly ToEnter[] =>
  edition.period.complete
    ? (scorecard.budgets ?? [])
        .filter(({ id }) => records.amounts(id, edition.period.id).length === 0)
        .map((budget) => ({ ...subjectOf('budget', budget), period: edition.period.label, isLate: true }))
    : [];

const byName = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;

const byOwner = (entries: readonly ToEnter[]): Readiness['toEnter'] =>
  [...Map.groupBy(entries, ({ owner }) => owner)]
    .sort(([a], [b]) => byName(a, b))
    .map(([owner, ofOne]) => ({ ...(owner !== undefined && { owner }), entries: ofOne }));
