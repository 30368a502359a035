import type { EditionMilestone } from '#scorecard/edition.ts';
import { shortDay } from '#site/format.ts';
import { say, words } from '#site/words.ts';

interface Props {
  readonly milestone: EditionMilestone;
}

/** Work that had a deadline from the first, and has another now. */
export const isMoved = (
  milestone: EditionMilestone,
): milestone is EditionMilestone & { readonly originalDeadline: string } =>
  milestone.originalDeadline !== undefined && milestone.originalDeadline !== milestone.currentDeadline;

export const CurrentDeadline = ({ milestone: { currentDeadline } }: Props) =>
  currentDeadline === undefined ? (
    words.noDeadline
  ) : (
    <time dateTime={currentDeadline}>{shortDay(currentDeadline)}</time>
  );

/** How late, and how often the deadline was moved: councils' minutes complain of quiet re-baselining. */
export const DelayNotes = ({ milestone: { weeksDelay, rebaselined } }: Props) => (
  <>
    {weeksDelay !== undefined && <span class="note note--strong">{say.weeksLate(weeksDelay)}</span>}
    {rebaselined > 0 && <span class="note">{say.rebaselined(rebaselined)}</span>}
  </>
);

/** Which part of a programme it is, and how many services move with it. */
export const WaveNote = ({ milestone: { wave, services } }: Props) =>
  wave === undefined && services === undefined ? null : <span class="note">{say.wave(wave, services)}</span>;
