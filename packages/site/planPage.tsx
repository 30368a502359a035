import type { Edition, EditionMilestone } from '#scorecard/edition.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { shortDay } from '#site/format.ts';
import { furtherPageIn } from '#site/furtherPages.ts';
import { Deadlines } from '#site/gantt.tsx';
import { Key } from '#site/key.tsx';
import { DelayNotes, isMoved, WaveNote } from '#site/milestoneNotes.tsx';
import { MilestoneTag, RatingTag } from '#site/ratingTag.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { measuresById, milestonesById, milestonesSentence } from '#site/summary.ts';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

const Name = ({ milestone, view }: { milestone: EditionMilestone; view: View }) => (
  <>
    <a class="govuk-link" href={`${view.links.milestones}#milestone-${milestone.id}`}>
      {milestone.title}
    </a>
    <WaveNote milestone={milestone} />
    {milestone.description && <span class="note">{milestone.description}</span>}
  </>
);

/** As it was printed, where only a month, a season or a year was. */
const DeadlineCell = ({ milestone }: { milestone: EditionMilestone }) => {
  const { originalDeadlineLabel } = milestone;
  return (
    <span class="plan__deadline">
      {originalDeadlineLabel !== undefined && !isMoved(milestone) ? (
        <b>{originalDeadlineLabel}</b>
      ) : (
        <Deadlines milestone={milestone} />
      )}
      <DelayNotes milestone={milestone} />
    </span>
  );
};

const Said = ({ texts }: { texts: readonly (string | undefined)[] }) => (
  <span>
    {texts.map((text) =>
      text === undefined ? null : (
        <span key={text} class="plan__said">
          {text}
        </span>
      ),
    )}
  </span>
);

type Filled = Column<EditionMilestone> & { readonly has?: (milestone: EditionMilestone) => boolean };

const startOf = ({ start, startLabel }: EditionMilestone) => startLabel ?? (start && shortDay(start));

const every: readonly Filled[] = [
  { heading: words.owner, has: ({ owner }) => owner !== undefined, of: ({ owner }) => owner },
  { heading: words.start, has: (each) => startOf(each) !== undefined, of: startOf },
  { heading: words.deadline, of: (milestone) => <DeadlineCell milestone={milestone} /> },
  { heading: words.status, of: (milestone) => <MilestoneTag milestone={milestone} /> },
  {
    heading: words.outcome,
    has: ({ outcome }) => outcome !== undefined,
    of: ({ outcome }) => outcome,
  },
  {
    heading: words.comment,
    has: ({ reason, comment }) => reason !== undefined || comment !== undefined,
    of: ({ reason, comment }) =>
      reason === undefined && comment === undefined ? undefined : <Said texts={[reason, comment]} />,
  },
];

const sectionsOf = (edition: Edition) =>
  edition.groups
    .map(({ id, title, milestones }) => ({ id, title, rows: milestonesById(edition, milestones) }))
    .filter(({ rows }) => rows.length > 0);

const Activities = ({ view }: { view: View }) => {
  const { edition } = view;
  return (
    <ColumnTable<EditionMilestone>
      class="table--plan"
      caption={`${words.plan}, ${edition.scorecard.title}`}
      nameHeading={words.milestone}
      columns={every.filter(({ has = () => true }) => edition.milestones.some(has))}
      sections={sectionsOf(edition)}
      keyOf={({ id }) => id}
      nameOf={(milestone) => <Name milestone={milestone} view={view} />}
    />
  );
};

type Aligned = NonNullable<Edition['alignment']>[number];

const MilestoneLinks = ({ ids, view }: { ids: readonly string[]; view: View }) => (
  <ul class="plan__links">
    {milestonesById(view.edition, ids).map((milestone) => (
      <li key={milestone.id}>
        <a class="govuk-link" href={`${view.links.milestones}#milestone-${milestone.id}`}>
          {milestone.title}
        </a>
        <MilestoneTag milestone={milestone} />
      </li>
    ))}
  </ul>
);

const MeasureLinks = ({ ids, view }: { ids: readonly string[]; view: View }) => (
  <ul class="plan__links">
    {measuresById(view.edition, ids).map((measure) => (
      <li key={measure.id}>
        <a class="govuk-link" href={view.links.measure(measure.id)}>
          {measure.title}
        </a>
        <RatingTag colour={measure.rating.colour} />
      </li>
    ))}
  </ul>
);

const Alignment = ({ rows, view }: { rows: readonly Aligned[]; view: View }) => (
  <section class="rule" aria-labelledby="alignment">
    <h2 class="govuk-heading-m" id="alignment">
      {words.alignment}
    </h2>
    <ColumnTable<Aligned>
      caption={words.alignment}
      nameHeading={words.enabler}
      columns={[
        ...(rows.some(({ deliverable }) => deliverable !== undefined)
          ? [{ heading: words.deliverable, of: ({ deliverable }: Aligned) => deliverable }]
          : []),
        {
          heading: words.milestones,
          of: ({ milestones }) => milestones.length > 0 && <MilestoneLinks ids={milestones} view={view} />,
        },
        {
          heading: words.measures,
          of: ({ measures }) => measures.length > 0 && <MeasureLinks ids={measures} view={view} />,
        },
      ]}
      sections={[{ id: 'alignment', rows }]}
      keyOf={({ enabler, deliverable = '' }) => `${enabler} ${deliverable}`}
      nameOf={({ enabler }) => enabler}
    />
  </section>
);

/** What is being done, by whom and until when; and which work and measures each enabler of the strategy has. */
export const PlanPage = ({ view }: { view: View }) => {
  const { edition } = view;
  const { alignment = [], milestones, measures } = edition;
  const shows = [
    ...(alignment.length > 0 && measures.length > 0 ? (['measures'] as const) : []),
    'milestones' as const,
  ];
  return (
    <ScorecardLayout
      view={view}
      section="plan"
      heading={words.plan}
      caption={`${edition.scorecard.title}, ${edition.period.label}`}
      description={`${words.plan}, ${edition.scorecard.title}. ${milestonesSentence(milestones)}`.trim()}
      pageIn={furtherPageIn('plan')}
    >
      {milestones.length > 0 ? (
        <>
          <p class="lede">{milestonesSentence(milestones)}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={view.links.milestones}>
              {words.onTimeline}
            </a>
          </p>
          <Activities view={view} />
        </>
      ) : (
        <p class="empty">{words.noMilestones}</p>
      )}
      {alignment.length > 0 && <Alignment rows={alignment} view={view} />}
      <Key edition={edition} shows={shows} />
    </ScorecardLayout>
  );
};
