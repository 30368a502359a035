import type { Colour, EditionMilestone } from '#scorecard/edition.ts';
import { Mark, type MarkName } from '#site/marks.tsx';
import { milestoneState, milestoneWord } from '#site/summary.ts';
import { ratingWords } from '#site/words.ts';

interface TagProps {
  readonly mark: MarkName;
  readonly word: string;
  readonly colour?: string;
}

/** Words, shape and colour together; the colour's name is printed too. */
export const Tag = ({ mark, word, colour }: TagProps) => (
  <strong class={`tag tag--${mark}`}>
    <Mark name={mark} />
    {word} {colour !== undefined && <span class="tag__colour">{colour}</span>}
  </strong>
);

export const RatingTag = ({ colour }: { colour: Colour }) => (
  <Tag mark={colour} word={ratingWords[colour].word} colour={ratingWords[colour].colour} />
);

export const MilestoneTag = ({ milestone }: { milestone: EditionMilestone }) => (
  <Tag
    mark={milestoneState(milestone)}
    word={milestoneWord(milestone)}
    colour={ratingWords[milestone.rating.colour].colour}
  />
);
