import type { EditionMilestone } from '#scorecard/edition.ts';
import { type MilestoneMoment, rateMilestone, statusOf, timesRebaselined, weeksDelay } from '#scorecard/milestone.ts';
import { printedDates } from '#scorecard/milestoneDates.ts';
import type { MilestoneData, Records } from '#scorecard/records.ts';
import type { Milestone } from '#scorecard/schema.ts';

const notUpdated = 'No update has been recorded.';

const deadlinesIn = (updates: readonly MilestoneData[]) =>
  updates.flatMap(({ currentDeadline }) => currentDeadline ?? []);

/** Of work that has a deadline nothing new is good news; of other work it is no news. */
const untold = ({ originalDeadline }: Milestone) => (originalDeadline === undefined ? 'not-known' : 'on-track');

const latest = (milestone: Milestone, updates: readonly MilestoneData[]) => {
  const newest: Partial<MilestoneData> = updates.at(-1) ?? {};
  const { status = untold(milestone), ...rest } = newest;
  // A deadline that was once set is not dropped by an update without one.
  const currentDeadline = deadlinesIn(updates).at(-1) ?? milestone.originalDeadline;
  const state = { status, originalDeadline: milestone.originalDeadline, currentDeadline };
  return {
    ...rest,
    reason: updates.length === 0 ? notUpdated : rest.reason,
    state: { ...state, status: statusOf(state) },
  };
};

const commentOf = (id: string, period: string, records: Records): string | undefined =>
  records.commentary({ milestone: id }, [period])[0]?.text;

/** One milestone as its newest update says, judged at a moment; the original deadline is the scorecard's for good. */
export const editionMilestone = (
  milestone: Milestone,
  { group, period, records, moment }: { group: string; period: string; records: Records; moment: MilestoneMoment },
): EditionMilestone => {
  const updates = records.milestone(milestone.id);
  const { state, completedOn, reason, comment, recordedBy } = latest(milestone, updates);
  return {
    id: milestone.id,
    title: milestone.title,
    owner: milestone.owner,
    group,
    start: milestone.start,
    wave: milestone.wave,
    services: milestone.services,
    originalDeadline: state.originalDeadline,
    ...printedDates(milestone),
    description: milestone.description,
    outcome: milestone.outcome,
    currentDeadline: state.currentDeadline,
    completedOn,
    status: state.status,
    weeksDelay: weeksDelay(state),
    rating: rateMilestone(state, moment),
    rebaselined: timesRebaselined(state.originalDeadline, deadlinesIn(updates)),
    reason,
    comment: comment ?? commentOf(milestone.id, period, records),
    recordedBy,
  };
};
