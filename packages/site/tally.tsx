import type { Edition } from '#scorecard/edition.ts';
import { Mark, type MarkName } from '#site/marks.tsx';
import { type Counts, measureCounts, milestoneCounts } from '#site/summary.ts';
import { milestoneStateWords, ratingWords, say } from '#site/words.ts';

type Words = Readonly<Record<string, { readonly word: string; readonly colour?: string }>>;

/** More of one kind than this are no share that the eye could take in, and swell the page: one mark stands for them. */
const mostMarks = 20;
const shown = (count: number): number => (count > mostMarks ? 1 : count);

/** One mark for each: a hundred words could not show a share as fast. */
export const Marks = ({ counts }: { counts: Counts<MarkName> }) => (
  <span class="marks">
    {counts.flatMap(({ key, count }) =>
      Array.from({ length: shown(count) }, (_, i) => <Mark key={`${key}${String(i)}`} name={key} />),
    )}
  </span>
);

const Item = ({ name, count, words }: { name: MarkName; count: number; words: Words }) => (
  <li class="tally__item">
    <span class="tally__number">{count}</span>{' '}
    <span class="tally__word">
      {words[name]?.word} {words[name]?.colour && <span class="tally__colour">{words[name].colour}</span>}
    </span>
    <Marks counts={[{ key: name, count }]} />
  </li>
);

const Group = ({ heading, counts, words }: { heading: string; counts: Counts<MarkName>; words: Words }) => (
  <div class="tally__group">
    <p class="tally__heading">{heading}</p>
    <ul class="tally__list">
      {counts.map(({ key, count }) => (
        <Item key={key} name={key} count={count} words={words} />
      ))}
    </ul>
  </div>
);

interface TallyProps {
  readonly edition: Pick<Edition, 'measures' | 'milestones'>;
}

/** Counts by status, of measures and of milestones. */
export const Tally = ({ edition: { measures, milestones } }: TallyProps) =>
  measures.length + milestones.length === 0 ? null : (
    <div class="tally">
      {measures.length > 0 && (
        <Group heading={say.measuresHeading(measures.length)} counts={measureCounts(measures)} words={ratingWords} />
      )}
      {milestones.length > 0 && (
        <Group
          heading={say.milestonesHeading(milestones.length)}
          counts={milestoneCounts(milestones)}
          words={milestoneStateWords}
        />
      )}
    </div>
  );
