import type { Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import { linksOn } from '#site/addresses.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import {
  changesBetween,
  type EditionChanges,
  type MeasureChange,
  type MilestoneChange,
  type NewComment,
  type Room,
  roomFor,
  weightiest,
} from '#site/editionChanges.ts';
import { longDay, shortDay, shortPeriod } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { marksOf } from '#site/marksOf.ts';
import { MilestoneTag, RatingTag } from '#site/ratingTag.tsx';
import { RevisionTable } from '#site/revisions.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { shownFigure } from '#site/shownFigure.ts';
import type { View } from '#site/view.ts';
import {
  commentaryWords,
  figureNewsWords,
  milestoneNewsWords,
  milestoneWords,
  ratingName,
  say,
  words,
} from '#site/words.ts';

const Shown = ({ measure }: { measure: EditionMeasure | undefined }) => (
  <span>
    {shownFigure(measure)}{' '}
    {measure && <span class="note">{[shortPeriod(measure.period), ...marksOf(measure)].join('. ')}</span>}
  </span>
);

const measureColumns: readonly Column<MeasureChange>[] = [
  { heading: words.whatIsNew, of: ({ figure: news }) => (news ? figureNewsWords[news] : words.sameFigure) },
  { heading: words.revisedFrom, isNumber: true, of: ({ was }) => <Shown measure={was} /> },
  { heading: words.revisedTo, isNumber: true, of: ({ now }) => <Shown measure={now} /> },
  {
    heading: words.rating,
    of: ({ now, was, isRatedAnew }) => (
      <span>
        <RatingTag colour={now.rating.colour} />
        {isRatedAnew && was && <span class="note">{say.wasRated(ratingName(was.rating.colour))}</span>}
      </span>
    ),
  },
];

const Measures = ({ changes, view, caption }: { changes: readonly MeasureChange[]; view: View; caption: string }) => (
  <ColumnTable<MeasureChange>
    caption={caption}
    nameHeading={words.measure}
    columns={measureColumns}
    sections={[{ id: 'measures', rows: changes }]}
    keyOf={({ now }) => now.id}
    nameOf={({ now }) => (
      <a class="govuk-link" href={view.links.measure(now.id)}>
        {now.title}
      </a>
    )}
  />
);

const deadlineOf = ({ currentDeadline }: EditionMilestone): string =>
  currentDeadline === undefined ? words.noDeadline : shortDay(currentDeadline);

const milestoneColumns: readonly Column<MilestoneChange>[] = [
  { heading: words.whatIsNew, of: ({ news }) => say.names(news.map((each) => milestoneNewsWords[each])) },
  {
    heading: words.revisedFrom,
    of: ({ was }) => (was === undefined ? words.none : `${milestoneWords[was.status]}, ${deadlineOf(was)}`),
  },
  { heading: words.deadline, of: ({ now }) => deadlineOf(now) },
  { heading: words.status, of: ({ now }) => <MilestoneTag milestone={now} /> },
  { heading: words.why, of: ({ now }) => now.reason ?? now.comment },
];

const Milestones = ({
  changes,
  view,
  caption,
}: {
  changes: readonly MilestoneChange[];
  view: View;
  caption: string;
}) => (
  <ColumnTable<MilestoneChange>
    caption={caption}
    nameHeading={words.milestone}
    columns={milestoneColumns.filter(
      ({ heading }) => heading !== words.why || changes.some(({ now }) => now.reason ?? now.comment),
    )}
    sections={[{ id: 'milestones', rows: changes }]}
    keyOf={({ now }) => now.id}
    nameOf={({ now }) => (
      <a class="govuk-link" href={`${view.links.milestones}#milestone-${now.id}`}>
        {now.title}
      </a>
    )}
  />
);

/** A long comment is read on its measure's page; here so much of it as tells what it is about. */
const longestExcerpt = 240;

const excerpt = (text: string): string => {
  if (text.length <= longestExcerpt) return text;
  const cut = text.slice(0, longestExcerpt);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestExcerpt / 2)).trimEnd()}…`;
};

const commentAddress = ({ measure, group }: NewComment, { links }: View): string =>
  measure === undefined ? links.group(group ?? '') : links.measure(measure);

const Comments = ({ comments, view }: { comments: readonly NewComment[]; view: View }) => (
  <ul class="govuk-list govuk-list--spaced">
    {comments.map((each) => (
      <li key={`${each.title} ${each.comment.kind} ${each.comment.text}`}>
        <a class="govuk-link" href={commentAddress(each, view)}>
          {each.title}
        </a>
        , {commentaryWords[each.comment.kind].toLowerCase()}: {excerpt(each.comment.text)}
        <span class="note">{say.by(each.comment.recordedBy, longDay(each.comment.on))}</span>
      </li>
    ))}
  </ul>
);

const Empty = ({ text }: { text: string }) => <p class="empty">{text}</p>;

/** What the page has no room for is where it always is. */
const More = ({ count, text, href }: { count: number; text: (count: number) => string; href: string }) =>
  count <= 0 ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {text(count)}
      </a>
    </p>
  );

interface NewsProps {
  readonly changes: EditionChanges;
  readonly room: Room;
  readonly view: View;
  readonly since: string;
}

const MeasureNews = ({ changes: { measures }, room, view, since }: NewsProps) => (
  <>
    <h3 class="govuk-heading-s">{words.newFigures}</h3>
    {measures.length === 0 ? (
      <Empty text={words.noNewFigures} />
    ) : (
      <Measures changes={weightiest(measures, room.measures)} view={view} caption={`${words.newFigures}. ${since}`} />
    )}
    <More count={measures.length - room.measures} text={say.moreFigures} href={view.links.measures} />
  </>
);

const MilestoneNews = ({ changes: { milestones }, room, view, since }: NewsProps) => (
  <>
    <h3 class="govuk-heading-s">{words.milestones}</h3>
    {milestones.length === 0 ? (
      <Empty text={words.noNewMilestones} />
    ) : (
      <Milestones
        changes={milestones.slice(0, room.milestones)}
        view={view}
        caption={`${words.milestones}. ${since}`}
      />
    )}
    <More count={milestones.length - room.milestones} text={say.moreMilestones} href={view.links.milestones} />
  </>
);

const News = (props: NewsProps) => {
  const { changes, room, view } = props;
  return (
    <>
      <MeasureNews {...props} />
      <MilestoneNews {...props} />
      <h3 class="govuk-heading-s">{words.newComments}</h3>
      {changes.comments.length === 0 ? (
        <Empty text={words.noNewComments} />
      ) : (
        <Comments comments={changes.comments.slice(0, room.comments)} view={view} />
      )}
      <More count={changes.comments.length - room.comments} text={say.moreComments} href={view.links.measures} />
      {changes.gone.length > 0 && <p class="govuk-body">{say.goneSince(changes.gone)}</p>}
    </>
  );
};

const sinceText = ({ edition, period, asOf }: Edition): string => say.since(edition, period.label, longDay(asOf));

/** So many are listed here; all are on the pages of their measures. */
const mostEarlier = 15;

/** What was revised once stays in sight while the figure stands. */
const Earlier = ({ view: { edition, links } }: { view: View }) => {
  const { earlierRevisions: earlier = [] } = edition;
  return earlier.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s" id="revised-before">
        {words.revisedBefore}
      </h3>
      <RevisionTable edition={edition} revisions={earlier.slice(0, mostEarlier)} caption={words.revisedBefore} />
      <More count={earlier.length - mostEarlier} text={say.moreRevisions} href={links.measures} />
    </>
  );
};

interface SinceProps {
  readonly view: View;
  readonly changes?: EditionChanges;
  /** Of the other comparison on the page. */
  readonly others?: EditionChanges;
}

const SinceEdition = ({ view, changes, others }: SinceProps) => {
  const { edition, before } = view;
  return (
    <section class="rule" aria-labelledby="since-edition">
      <h2 class="govuk-heading-m" id="since-edition">
        {words.sinceEdition}
      </h2>
      {before === undefined || changes === undefined ? (
        <Empty text={edition.edition === 1 ? say.firstEdition(edition.period.label) : words.editionBeforeUnknown} />
      ) : (
        <>
          <p class="govuk-body">{sinceText(before)}</p>
          <News changes={changes} room={roomFor(changes, others)} view={view} since={sinceText(before)} />
        </>
      )}
      <h3 class="govuk-heading-s" id="revisions">
        {words.revisions}
      </h3>
      {edition.revisions.length === 0 ? (
        <p class="empty">{words.noRevisions}</p>
      ) : (
        <RevisionTable edition={edition} revisions={edition.revisions} caption={words.revisions} />
      )}
      <Earlier view={view} />
    </section>
  );
};

/** The period before is linked to where it stands on the site. */
const PeriodLink = ({ earlier, view }: { earlier: Edition; view: View }) => {
  const isShown = view.editions.some(({ period }) => period.id === earlier.period.id);
  return (
    <p class="govuk-body">
      {sinceText(earlier)}{' '}
      {isShown && (
        <a class="govuk-link" href={linksOn('period', earlier).strategy}>
          {say.seePeriod(earlier.period.label)}
        </a>
      )}
    </p>
  );
};

const SincePeriod = ({ view, changes, others }: SinceProps) => {
  const { periodBefore } = view;
  return (
    <section class="rule" aria-labelledby="since-period">
      <h2 class="govuk-heading-m" id="since-period">
        {words.sincePeriod}
      </h2>
      {periodBefore === undefined || changes === undefined ? (
        <Empty text={words.noPeriodBefore} />
      ) : (
        <>
          <PeriodLink earlier={periodBefore} view={view} />
          <News changes={changes} room={roomFor(changes, others)} view={view} since={sinceText(periodBefore)} />
        </>
      )}
    </section>
  );
};

/** What is new and what was revised, since the edition before and since the period before. */
export const ChangesPage = ({ view }: { view: View }) => {
  const { edition, before, periodBefore } = view;
  const sinceEdition = before && changesBetween(before, edition);
  const sincePeriod = periodBefore && changesBetween(periodBefore, edition);
  return (
    <ScorecardLayout
      view={view}
      section="changes"
      heading={words.changes}
      caption={say.periodAt(edition.period.label, longDay(edition.asOf))}
      description={say.changesAbout(edition.scorecard.title, edition.period.label)}
      pageIn={(links) => links.changes}
    >
      <SinceEdition view={view} changes={sinceEdition} others={sincePeriod} />
      <SincePeriod view={view} changes={sincePeriod} others={sinceEdition} />
      <Key
        edition={edition}
        shows={['measures', ...(edition.milestones.length > 0 ? (['milestones'] as const) : [])]}
      />
    </ScorecardLayout>
  );
};
