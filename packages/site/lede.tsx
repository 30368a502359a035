import type { Edition } from '#scorecard/edition.ts';
import { measuresSentence, milestonesSentence } from '#site/summary.ts';
import { words } from '#site/words.ts';

/** What a reader should know first, and nothing that the counts do not say. */
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
