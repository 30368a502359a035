import type { Day } from '#calendar/day.ts';
import { isComplete, type Period, parsePeriod, periodLabel, previousQuarterEnd } from '#calendar/period.ts';
import type { Fact } from '#event/types.ts';
import type { DayPartial } from '#metric/partial.ts';
import { editionBudget } from '#scorecard/budget.ts';
import { coverages } from '#scorecard/coverage.ts';
import { earlierRevisions } from '#scorecard/earlierRevisions.ts';
import type { Edition, EditionMeasure, EditionMilestone, EditionPeriod } from '#scorecard/edition.ts';
import { editionMeasure, type Setting } from '#scorecard/editionMeasure.ts';
import { editionMilestone } from '#scorecard/editionMilestone.ts';
import { evidenceOf } from '#scorecard/evidence.ts';
import { labelled } from '#scorecard/labels.ts';
import { withParents } from '#scorecard/parentRating.ts';
import { mostImproved, mostWorsened } from '#scorecard/rankings.ts';
import { foldRecords } from '#scorecard/records.ts';
import { type Reading, type Resolver, resolverOf } from '#scorecard/report.ts';
import { type Now, revisionsOf } from '#scorecard/revisions.ts';
import type { Measure, Organisation, Scorecard } from '#scorecard/schema.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { restatedBy } from '#scorecard/versions.ts';

type Restated = Now['restated'];

export interface AssessInput {
  readonly organisation: Organisation;
  readonly scorecard: Scorecard;
  /** Who sends what and on which days; without them streams are expected as the organisation says. */
  readonly sources?: readonly Source[];
  readonly period: Period;
  readonly asOf: Day;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly software: string;
  /** Of every stream, in any order; at least those of `daysNeeded`. */
  readonly partials: readonly DayPartial[];
  /** The scorecard's recorded facts, in any order. */
  readonly records: readonly Fact[];
  /** What readers saw last of this period or, while there is nothing, of the newest period before it. */
  readonly before?: Edition;
  /** From the same inputs, where several editions are made of them. */
  readonly known?: Knowledge;
}

type KnowledgeInput = Pick<AssessInput, 'organisation' | 'scorecard' | 'asOf' | 'partials' | 'records'>;

/** All that is known of a scorecard as of a day. Each figure is worked out once, for however many editions. */
export interface Knowledge extends Reading, Resolver {
  readonly measures: readonly Measure[];
}

export const knowledgeOf = ({ organisation, scorecard, asOf, partials, records }: KnowledgeInput): Knowledge => {
  const measures = scorecard.groups.flatMap((group) => group.measures);
  const reading: Reading = {
    asOf,
    evidenceOf: evidenceOf(partials, asOf, organisation.repliesUnseen),
    records: foldRecords(records, asOf),
    isComplete: (each) => isComplete(each, asOf),
  };
  return { measures, ...reading, ...resolverOf(measures, reading) };
};

const settingOf = (input: AssessInput): Setting => {
  const { organisation, scorecard, sources, period, before, known = knowledgeOf(input) } = input;
  const { measures } = known;
  return {
    ...known,
    organisation,
    annotations: scorecard.annotations ?? [],
    coverageIn: coverages({ ...organisation, sources }, known.asOf, known.evidenceOf),
    edition: period,
    history: scorecard.history,
    before,
    measureOf: (id) => measures.find((measure) => measure.id === id),
    titleOf: (id) => measures.find((measure) => measure.id === id)?.title ?? id,
  };
};

const measuresOf = ({ groups }: Scorecard, setting: Setting): readonly EditionMeasure[] =>
  withParents(
    groups.flatMap((group) => group.measures),
    groups.flatMap((group) =>
      group.measures.map((measure) =>
        labelled(editionMeasure(measure, group.id, setting), measure, setting.organisation.labels),
      ),
    ),
  );

const restatedIn =
  ({ groups }: Scorecard): Restated =>
  (id, key, period) => {
    const measure = groups.flatMap((group) => group.measures).find((each) => each.id === id);
    return measure && restatedBy(measure, key, parsePeriod(period));
  };

const milestoneRuleOf = ({ milestoneRating }: Scorecard, asOf: Day): Edition['milestoneRule'] => ({
  windowDays: milestoneRating.windowDays,
  previousQuarterEnd: previousQuarterEnd(asOf),
});

const milestonesOf = (scorecard: Scorecard, { asOf, edition, records }: Setting): readonly EditionMilestone[] => {
  const moment = { asOf, ...milestoneRuleOf(scorecard, asOf) };
  return scorecard.groups.flatMap((group) =>
    group.milestones.map((each) => editionMilestone(each, { group: group.id, period: edition.id, records, moment })),
  );
};

const groupsOf = ({ groups }: Scorecard, { records, edition }: Setting): Edition['groups'] =>
  groups.map(({ id, title, introduction, measures, milestones }) => ({
    id,
    title,
    introduction,
    measures: measures.map((measure) => measure.id),
    milestones: milestones.map((milestone) => milestone.id),
    commentary: records.commentary({ group: id }, [edition.id]),
  }));

const periodOf = ({ id, start, end }: Period, setting: Setting): EditionPeriod => ({
  id,
  start,
  end,
  label: periodLabel(setting.edition),
  complete: setting.isComplete(setting.edition),
});

const headOf = ({ organisation, scorecard }: AssessInput): Pick<Edition, 'schema' | 'organisation' | 'scorecard'> => ({
  schema: 'edition-1',
  organisation: { id: organisation.id, name: organisation.name, website: organisation.website },
  scorecard: {
    id: scorecard.id,
    title: scorecard.title,
    summary: scorecard.summary,
    notice: scorecard.notice,
    frequency: scorecard.frequency,
  },
});

/** As it is stored and published: without the keys that hold nothing. */
const asJson = (edition: Edition): Edition => JSON.parse(JSON.stringify(edition));

/**
 * One publication of one period, from what had happened by the end of the as-of day. The same inputs, in any order,
 * give the same bytes.
 */
export const assess = (input: AssessInput): Edition => {
  const { scorecard, period, asOf, publishedAt, software, before } = input;
  const setting = settingOf(input);
  const measures = measuresOf(scorecard, setting);
  return asJson({
    ...headOf(input),
    period: periodOf(period, setting),
    asOf,
    publishedAt,
    edition: before?.period.id === period.id ? before.edition + 1 : 1,
    software,
    groups: groupsOf(scorecard, setting),
    measures,
    milestones: milestonesOf(scorecard, setting),
    milestoneRule: milestoneRuleOf(scorecard, asOf),
    documents: scorecard.documents,
    budgets: scorecard.budgets?.map((budget) => editionBudget(budget, period, setting.records)),
    alignment: scorecard.alignment,
    mostImproved: mostImproved(measures),
    mostWorsened: mostWorsened(measures),
    revisions: revisionsOf(measures, before, {
      publishedAt,
      reasonOf: setting.records.reasonOf,
      restated: restatedIn(scorecard),
    }),
    earlierRevisions: earlierRevisions(measures, before),
  });
};
