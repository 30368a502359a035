import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { Comments } from '#site/comments.tsx';
import { Documents } from '#site/documents.tsx';
import { Downloads } from '#site/downloads.tsx';
import { forecastsHeld } from '#site/forecasts.ts';
import { longDay } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { Lede } from '#site/lede.tsx';
import { type MeasureColumns, MeasureTable, measureColumnsOf } from '#site/measureTable.tsx';
import { MilestoneTable } from '#site/milestoneTable.tsx';
import { Papers } from '#site/papers.tsx';
import { Revisions } from '#site/revisions.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { groupSentence, measuresById, milestonesById } from '#site/summary.ts';
import { Tally } from '#site/tally.tsx';
import { ToDo } from '#site/toDo.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

type Group = Edition['groups'][number];

/** Headings are those of the whole scorecard; columns that would be empty here are left out. */
const inTable = (columns: MeasureColumns, measures: readonly EditionMeasure[]): MeasureColumns => {
  const { hasTargets, hasChanges } = measureColumnsOf({ measures });
  return { ...columns, hasTargets, hasChanges };
};

/** A priority with its introduction, its measures and its milestones. */
export const GroupSection = ({ group, view, columns }: { group: Group; view: View; columns: MeasureColumns }) => {
  const measures = measuresById(view.edition, group.measures);
  const milestones = milestonesById(view.edition, group.milestones);
  return (
    <section class="group" id={`group-${group.id}`} aria-labelledby={`group-${group.id}-title`}>
      <div class="group__head">
        <h2 class="govuk-heading-l" id={`group-${group.id}-title`}>
          {group.title}
        </h2>
        <p class="group__count">{groupSentence(measures, milestones)}</p>
      </div>
      {group.introduction && <p class="govuk-body">{group.introduction}</p>}
      <Comments comments={group.commentary} period={view.edition.period.id} />
      {measures.length === 0 && milestones.length === 0 && <p class="empty">{words.emptyGroup}</p>}
      {measures.length > 0 && (
        <MeasureTable
          measures={measures}
          view={view}
          columns={inTable(columns, measures)}
          caption={`${words.measures}, ${group.title}`}
        />
      )}
      {milestones.length > 0 && (
        <MilestoneTable milestones={milestones} view={view} caption={`${words.milestones}, ${group.title}`} />
      )}
    </section>
  );
};

/** Nothing where nothing was forecast. */
const Forecasts = ({ measures }: Edition) => {
  const { held, all } = forecastsHeld(measures);
  return all === 0 ? null : <p class="govuk-body">{say.forecastsHeld(held, all)}</p>;
};

const Jumps = ({ groups }: Edition) =>
  groups.length < 2 ? null : (
    <nav class="jumps" aria-label={words.priorities}>
      <ul>
        {groups.map(({ id, title }) => (
          <li key={id}>
            <a class="govuk-link" href={`#group-${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

export const StrategyPage = ({ view }: { view: View }) => {
  const { edition } = view;
  const { scorecard, period } = edition;
  const columns = measureColumnsOf(edition);
  return (
    <ScorecardLayout
      view={view}
      section="strategy"
      heading={scorecard.title}
      caption={say.periodAt(period.label, longDay(edition.asOf))}
      description={scorecard.summary ?? `${scorecard.title}, ${period.label}. ${say.asAt(longDay(edition.asOf))}.`}
      pageIn={(links) => links.strategy}
    >
      <ToDo view={view} />
      <Lede edition={edition} />
      {scorecard.summary && <p class="govuk-body">{scorecard.summary}</p>}
      <Tally edition={edition} />
      <Forecasts {...edition} />
      <Jumps {...edition} />
      {edition.groups.map((group) => (
        <GroupSection key={group.id} group={group} view={view} columns={columns} />
      ))}
      <Key
        edition={edition}
        shows={['measures', ...(edition.milestones.length > 0 ? (['milestones'] as const) : [])]}
      />
      <Revisions view={view} />
      <Papers view={view} />
      <Documents documents={edition.documents} />
      <Downloads view={view} />
    </ScorecardLayout>
  );
};
