import type { Edition, EditionMilestone } from '#scorecard/edition.ts';
import { percent } from '#site/chartUnits.ts';
import { shortDay } from '#site/format.ts';
import { GanttGrid, GanttMarks } from '#site/ganttMarks.tsx';
import { pageInk } from '#site/ink.ts';
import { Table } from '#site/measureTable.tsx';
import { CurrentDeadline, DelayNotes, isMoved, WaveNote } from '#site/milestoneNotes.tsx';
import { MilestoneTag } from '#site/ratingTag.tsx';
import { milestonesById } from '#site/summary.ts';
import { isFinishUnknown, spanOf, type Timeline, timelineOf } from '#site/timeline.ts';
import { say, words } from '#site/words.ts';

/** A label further right would leave the page of a phone. */
const lastLabel = 0.95;

const anchorAt = (at: number): 'start' | 'middle' | 'end' => (at < 0.12 ? 'start' : at > 0.88 ? 'end' : 'middle');

/** A label further right has no room on a phone. */
const lastOnPhone = 0.88;

/** On a phone a year is named, and a month only where there is room and no year stands next to it. */
const isMinor = (ticks: Timeline['ticks'], index: number): boolean => {
  const isYear = (i: number) => ticks[i]?.year !== undefined;
  const isAtEdge = (ticks[index]?.at ?? 0) > lastOnPhone;
  return !isYear(index) && (isAtEdge || index % 2 === 1 || isYear(index - 1) || isYear(index + 1));
};

/** The year stands below its month: beside it, it would run into the next. */
const TickLabel = ({ tick: { at, month, year } }: { tick: Timeline['ticks'][number] }) => (
  <>
    <text {...pageInk('tick')} x={percent(at)} dx="4" y="47">
      {month}
    </text>
    {year && (
      <text class="gantt__year" x={percent(at)} dx="4" y="66">
        {year}
      </text>
    )}
  </>
);

const Axis = ({ timeline, asOf }: { timeline: Timeline; asOf: string }) => (
  <svg class="gantt__axis" width="100%" height="72" overflow="visible" aria-hidden="true" focusable="false">
    <line {...pageInk('as-of')} x1={percent(timeline.at(asOf))} x2={percent(timeline.at(asOf))} y1="22" y2="72" />
    {timeline.ticks.map((tick, i) => (
      <g key={tick.at} class={isMinor(timeline.ticks, i) ? 'gantt__minor' : undefined}>
        <line {...pageInk('grid')} x1={percent(tick.at)} x2={percent(tick.at)} y1="30" y2="72" />
        {tick.at < lastLabel && <TickLabel tick={tick} />}
      </g>
    ))}
    <text {...pageInk('as-of-label')} x={percent(timeline.at(asOf))} y="17" text-anchor={anchorAt(timeline.at(asOf))}>
      {shortDay(asOf)}
    </text>
  </svg>
);

const Finished = ({ milestone }: { milestone: EditionMilestone }) => {
  if (milestone.completedOn !== undefined)
    return <span class="note">{say.completedOn(shortDay(milestone.completedOn))}</span>;
  return isFinishUnknown(milestone) ? <span class="note">{words.finishUnknown}</span> : null;
};

/** The day that work is due and, where that was moved, the day that it was due at first. */
export const Deadlines = ({ milestone }: { milestone: EditionMilestone }) => (
  <>
    {isMoved(milestone) && (
      <s>
        <span class="govuk-visually-hidden">{words.originalDeadline} </span>
        <time dateTime={milestone.originalDeadline}>{shortDay(milestone.originalDeadline)}</time>
      </s>
    )}{' '}
    <b>
      <CurrentDeadline milestone={milestone} />
    </b>
    <Finished milestone={milestone} />
  </>
);

const Row = ({ milestone, timeline, asOf }: { milestone: EditionMilestone; timeline: Timeline; asOf: string }) => (
  <tr id={`milestone-${milestone.id}`}>
    <th scope="row" class="gantt__name">
      <span class="gantt__title">{milestone.title}</span> <WaveNote milestone={milestone} />
      {[milestone.owner, milestone.reason, milestone.comment].map(
        (text) =>
          text !== undefined && (
            <span key={text} class="note">
              {text}
            </span>
          ),
      )}
    </th>
    <td class="gantt__cell">
      <svg class="gantt__row" width="100%" height="100%" overflow="visible" aria-hidden="true" focusable="false">
        <GanttGrid timeline={timeline} asOf={asOf} ink={pageInk} />
        <GanttMarks span={spanOf(milestone, timeline)} ink={pageInk} middle="50%" />
      </svg>
    </td>
    <td class="gantt__deadline">
      <Deadlines milestone={milestone} />
    </td>
    <td class="gantt__status">
      <MilestoneTag milestone={milestone} /> <DelayNotes milestone={milestone} />
      <span class="note gantt__reason">{milestone.rating.reason}</span>
    </td>
  </tr>
);

const Head = ({ timeline, asOf }: { timeline: Timeline; asOf: string }) => (
  <thead>
    <tr>
      <th scope="col" class="gantt__name">
        {words.milestone}
      </th>
      <th scope="col" class="gantt__cell">
        <span class="govuk-visually-hidden">{words.timeline}</span>
        <Axis timeline={timeline} asOf={asOf} />
      </th>
      <th scope="col" class="gantt__deadline">
        {words.deadline}
      </th>
      <th scope="col" class="gantt__status">
        {words.status}
      </th>
    </tr>
  </thead>
);

/** A real table: the words in each row say everything that its drawing shows. */
export const Gantt = ({ edition }: { edition: Edition }) => {
  const timeline = timelineOf(edition.milestones, edition.asOf);
  const groups = edition.groups.filter(({ milestones }) => milestones.length > 0);
  return (
    <Table class="table gantt" caption={`${words.ganttTitle}, ${edition.scorecard.title}`}>
      <Head timeline={timeline} asOf={edition.asOf} />
      {groups.map((group) => (
        <tbody key={group.id}>
          {groups.length > 1 && (
            <tr class="gantt__group">
              <th scope="rowgroup" colSpan={4}>
                {group.title}
              </th>
            </tr>
          )}
          {milestonesById(edition, group.milestones).map((milestone) => (
            <Row key={milestone.id} milestone={milestone} timeline={timeline} asOf={edition.asOf} />
          ))}
        </tbody>
      ))}
    </Table>
  );
};
