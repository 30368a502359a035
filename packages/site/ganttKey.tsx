import type { EditionMilestone } from '#scorecard/edition.ts';
import { pageInk } from '#site/ink.ts';
import { Mark } from '#site/marks.tsx';
import { hatch } from '#site/patterns.tsx';
import { isDrawn, isLate } from '#site/timeline.ts';
import { words } from '#site/words.ts';

const Swatch = ({ children, text }: { children: preact.ComponentChildren; text: string }) => (
  <li>
    {children}
    {text}
  </li>
);

const SwatchBar = ({ fill, inkName }: { fill?: string; inkName?: 'plan' | 'delay' }) => (
  <svg width="38" height="18" aria-hidden="true" focusable="false">
    <rect width="38" height="18" {...(inkName && pageInk(inkName))} fill={fill} />
  </svg>
);

interface Props {
  readonly milestones: readonly EditionMilestone[];
  readonly asOf: string;
}

/** The key to the drawing, and to nothing that is not drawn; words in each row say the same. */
export const GanttKey = ({ milestones: all, asOf }: Props) => {
  const milestones = all.filter(isDrawn);
  return (
    <ul class="gantt-key">
      {milestones.length > 0 && (
        <Swatch text={words.planned}>
          <SwatchBar inkName="plan" />
        </Swatch>
      )}
      {milestones.some(({ start }) => start === undefined) && (
        <Swatch text={words.startUnknown}>
          <SwatchBar fill="url(#fade-plan)" />
        </Swatch>
      )}
      {milestones.some((milestone) => isLate(milestone, asOf)) && (
        <Swatch text={words.delay}>
          <SwatchBar inkName="delay" fill={`url(#${hatch('delay')})`} />
        </Swatch>
      )}
      {milestones.some(({ originalDeadline }) => originalDeadline !== undefined) && (
        <Swatch text={words.originalDeadline}>
          <svg width="10" height="26" aria-hidden="true" focusable="false">
            <path {...pageInk('deadline')} d="M5 0V26" />
          </svg>
        </Swatch>
      )}
      {milestones.some(({ status }) => status !== 'complete') && (
        <Swatch text={words.expectedFinish}>
          <svg width="20" height="20" aria-hidden="true" focusable="false">
            <path {...pageInk('finish')} d="M10 0L20 10L10 20L0 10z" />
          </svg>
        </Swatch>
      )}
      {milestones.some(({ status }) => status === 'complete') && (
        <Swatch text={words.complete}>
          <Mark name="complete" />
        </Swatch>
      )}
      <Swatch text={words.asOfLine}>
        <svg width="6" height="26" aria-hidden="true" focusable="false">
          <path {...pageInk('as-of')} d="M3 0V26" />
        </svg>
      </Swatch>
    </ul>
  );
};
