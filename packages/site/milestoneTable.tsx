import type { EditionMilestone } from '#scorecard/edition.ts';
import { shortDay } from '#site/format.ts';
import { Table } from '#site/measureTable.tsx';
import { CurrentDeadline, DelayNotes, isMoved, WaveNote } from '#site/milestoneNotes.tsx';
import { MilestoneTag } from '#site/ratingTag.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

/** Where nothing is late, a column of blanks would say so of each row again. */
const hasDelay = ({ weeksDelay, rebaselined }: EditionMilestone): boolean =>
  weeksDelay !== undefined || rebaselined > 0;

interface RowProps {
  readonly milestone: EditionMilestone;
  readonly view: View;
  readonly showsDelay: boolean;
}

const Row = ({ milestone, view, showsDelay }: RowProps) => (
  <tr>
    <th scope="row" class="cell-name">
      <a class="govuk-link" href={`${view.links.milestones}#milestone-${milestone.id}`}>
        {milestone.title}
      </a>
      <WaveNote milestone={milestone} />
    </th>
    <td class="cell-deadline">
      <CurrentDeadline milestone={milestone} />
      {isMoved(milestone) && <span class="note">{say.originally(shortDay(milestone.originalDeadline))}</span>}
    </td>
    <td class="cell-status">
      <MilestoneTag milestone={milestone} />
    </td>
    {showsDelay && (
      <td class="cell-late">
        <DelayNotes milestone={milestone} />
      </td>
    )}
  </tr>
);

/** A priority's milestones in short; their own page has the timeline. */
export const MilestoneTable = ({
  milestones,
  view,
  caption,
}: {
  milestones: readonly EditionMilestone[];
  view: View;
  caption: string;
}) => {
  const showsDelay = milestones.some(hasDelay);
  return (
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
          {showsDelay && (
            <th scope="col" class="cell-late">
              {words.delay}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {milestones.map((milestone) => (
          <Row key={milestone.id} milestone={milestone} view={view} showsDelay={showsDelay} />
        ))}
      </tbody>
    </Table>
  );
};
