import type { Edition, EditionMilestone } from '#scorecard/edition.ts';
import { Comments } from '#site/comments.tsx';
import { Downloads } from '#site/downloads.tsx';
import { figure, longDay, shortDay, shortPeriod } from '#site/format.ts';
import { DelayNotes } from '#site/gantt.tsx';
import { Key } from '#site/key.tsx';
import { type MeasureColumns, MeasureTable, measureColumnsOf, Table } from '#site/measureTable.tsx';
import { MilestoneTag } from '#site/ratingTag.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { groupSentence, measuresById, measuresSentence, milestonesById, milestonesSentence } from '#site/summary.ts';
import { Tally } from '#site/tally.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

type Group = Edition['groups'][number];

export const Lede = ({ edition: { measures, milestones } }: { edition: Edition }) => {
  const { main, rest } = measuresSentence(measures);
  const done = milestonesSentence(milestones);
  if (!main && !done) return <p class="empty">{words.nothingPublished}</p>;
  return (
    <p class="lede">
      {main && <b>{main}</b>} {rest} {done}
    </p>
  );
};

const MilestoneRow = ({ milestone, view }: { milestone: EditionMilestone; view: View }) => (
  <tr>
    <th scope="row" class="cell-name">
      <a class="govuk-link" href={`${view.links.milestones}#milestone-${milestone.id}`}>
        {milestone.title}
      </a>
    </th>
    <td class="cell-deadline">
      <time dateTime={milestone.currentDeadline}>{shortDay(milestone.currentDeadline)}</time>
      {milestone.currentDeadline !== milestone.originalDeadline && (
        <span class="note">{say.originally(shortDay(milestone.originalDeadline))}</span>
      )}
    </td>
    <td class="cell-status">
      <MilestoneTag milestone={milestone} />
    </td>
    <td class="cell-late">
      <DelayNotes milestone={milestone} />
    </td>
  </tr>
);

const MilestoneTable = ({
  milestones,
  view,
  caption,
}: {
  milestones: readonly EditionMilestone[];
  view: View;
  caption: string;
}) => (
  <Table class="table table--cards table--milestones" caption={caption}>
    <thead>
      <tr>
        <th scope="col">{words.milestone}</th>
        <th scope="col" class="cell-deadline">
          {words.deadline}
        </th>
        <th scope="col" class="cell-status">
          {words.status}
        </th>
        <th scope="col" class="cell-late">
          {words.delay}
        </th>
      </tr>
    </thead>
    <tbody>
      {milestones.map((milestone) => (
        <MilestoneRow key={milestone.id} milestone={milestone} view={view} />
      ))}
    </tbody>
  </Table>
);

const GroupSection = ({ group, view, columns }: { group: Group; view: View; columns: MeasureColumns }) => {
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
        <MeasureTable measures={measures} view={view} columns={columns} caption={`${words.measures}, ${group.title}`} />
      )}
      {milestones.length > 0 && (
        <MilestoneTable milestones={milestones} view={view} caption={`${words.milestones}, ${group.title}`} />
      )}
    </section>
  );
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

const Revisions = ({ edition }: { edition: Edition }) => (
  <section class="rule" aria-labelledby="revisions">
    <h2 class="govuk-heading-m" id="revisions">
      {words.revisions}
    </h2>
    {edition.revisions.length === 0 ? (
      <p class="govuk-body">{words.noRevisions}</p>
    ) : (
      <RevisionTable edition={edition} />
    )}
  </section>
);

const RevisionTable = ({ edition }: { edition: Edition }) => (
  <Table class="table table--small" caption={words.revisions}>
    <thead>
      <tr>
        <th scope="col">{words.measure}</th>
        <th scope="col">{words.period}</th>
        <th scope="col">{words.revisedFrom}</th>
        <th scope="col">{words.revisedTo}</th>
        <th scope="col">{words.why}</th>
      </tr>
    </thead>
    <tbody>
      {edition.revisions.map(({ measure: id, period, from, to, reason }) => {
        const [measure] = measuresById(edition, [id]);
        const shown = (value: number | undefined) =>
          value === undefined || !measure ? words.none : figure(value, measure);
        return (
          <tr key={`${id} ${period}`}>
            <th scope="row">{measure?.title ?? id}</th>
            <td>{shortPeriod(period)}</td>
            <td>{shown(from)}</td>
            <td>{shown(to)}</td>
            <td>{reason}</td>
          </tr>
        );
      })}
    </tbody>
  </Table>
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
      <Lede edition={edition} />
      {scorecard.summary && <p class="govuk-body">{scorecard.summary}</p>}
      <Tally edition={edition} />
      <Jumps {...edition} />
      {edition.groups.map((group) => (
        <GroupSection key={group.id} group={group} view={view} columns={columns} />
      ))}
      <Key
        edition={edition}
        shows={['measures', ...(edition.milestones.length > 0 ? (['milestones'] as const) : [])]}
      />
      <Revisions edition={edition} />
      <Downloads view={view} />
    </ScorecardLayout>
  );
};
