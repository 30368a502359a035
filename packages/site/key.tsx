import type { Colour, Edition } from '#scorecard/edition.ts';
import { addresses } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import { Tag } from '#site/ratingTag.tsx';
import { milestoneState } from '#site/summary.ts';
import {
  type MilestoneState,
  milestoneMeans,
  milestoneStateWords,
  ratingWords,
  windowWords,
  words,
} from '#site/words.ts';

const colours: readonly Colour[] = ['green', 'amber', 'red', 'no-target', 'not-reported'];
const states: readonly MilestoneState[] = ['complete', ...colours];
const usual: readonly MilestoneState[] = ['complete', 'green', 'amber', 'red'];

const Meaning = ({ children, text }: { children: preact.JSX.Element; text: string }) => (
  <div>
    <dt>{children}</dt>
    <dd>{text}</dd>
  </div>
);

export const MeasureKey = () => (
  <dl class="meanings">
    {colours.map((colour) => (
      <Meaning key={colour} text={ratingWords[colour].means}>
        <Tag mark={colour} word={ratingWords[colour].word} colour={ratingWords[colour].colour} />
      </Meaning>
    ))}
  </dl>
);

interface MilestoneKeyProps {
  readonly means: Readonly<Record<MilestoneState, string>>;
  /** Those that are explained; all when left out. */
  readonly shown?: readonly MilestoneState[];
}

export const MilestoneKey = ({ means, shown = states }: MilestoneKeyProps) => (
  <dl class="meanings">
    {shown.map((state) => (
      <Meaning key={state} text={means[state]}>
        <Tag mark={state} word={milestoneStateWords[state].word} colour={milestoneStateWords[state].colour} />
      </Meaning>
    ))}
  </dl>
);

interface KeyProps {
  readonly edition: Edition;
  readonly shows: readonly ('measures' | 'milestones')[];
}

const meansOf = ({ milestoneRule }: Edition): Record<MilestoneState, string> =>
  milestoneMeans(windowWords(milestoneRule.windowDays), longDay(milestoneRule.previousQuarterEnd));

/** The colours, and what else there is. */
const statesIn = ({ milestones }: Edition): readonly MilestoneState[] => {
  const found = milestones.map(milestoneState);
  return states.filter((state) => usual.includes(state) || found.includes(state));
};

/** On every page that shows a status: councils' own minutes complain of reports without one. */
export const Key = ({ edition, shows }: KeyProps) => (
  <section class="rule" aria-labelledby="key">
    <h2 class="govuk-heading-m" id="key">
      {words.key}
    </h2>
    <div class={shows.length > 1 ? 'two' : undefined}>
      {shows.includes('measures') && (
        <div>
          {shows.length > 1 && <h3 class="govuk-heading-s">{words.measures}</h3>}
          <MeasureKey />
        </div>
      )}
      {shows.includes('milestones') && (
        <div>
          {shows.length > 1 && <h3 class="govuk-heading-s">{words.milestones}</h3>}
          <MilestoneKey means={meansOf(edition)} shown={statesIn(edition)} />
        </div>
      )}
    </div>
    <p class="small">
      <a class="govuk-link" href={addresses.howWeRate}>
        {words.keyMore}
      </a>
    </p>
  </section>
);
