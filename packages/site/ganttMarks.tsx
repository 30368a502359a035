import { percent } from '#site/chartUnits.ts';
import { fileInk, type Ink, type InkName } from '#site/ink.ts';
import { MarkAt, MarkShape } from '#site/marks.tsx';
import { Nested } from '#site/nested.tsx';
import { hatch } from '#site/patterns.tsx';
import type { Span, Timeline } from '#site/timeline.ts';

interface MarksProps {
  readonly span: Span;
  readonly ink: Ink;
  /** The middle of the row: `50%` of a table cell, or pixels in a file. */
  readonly middle: string | number;
}

const barHeight = 18;

interface StripProps {
  readonly from: number;
  readonly to: number;
  readonly middle: string | number;
  readonly paint: Readonly<Record<string, string | number>>;
}

const Strip = ({ from, to, middle, paint }: StripProps) => (
  <rect
    {...paint}
    x={percent(from)}
    width={percent(Math.max(0, to - from))}
    y={middle}
    height={barHeight}
    transform={`translate(0 ${-barHeight / 2})`}
  />
);

const planPaint = ({ isStartKnown, isDone }: Span, ink: Ink) => {
  const name: InkName = isDone ? 'plan-done' : 'plan';
  return isStartKnown ? ink(name) : { fill: `url(#fade-${isDone ? 'done' : 'plan'})` };
};

/** The black line where work was first due. */
const Deadline = ({ at, middle, ink }: { at: number; middle: string | number; ink: Ink }) => (
  <Nested x={percent(at)} y={middle}>
    <path {...ink('deadline')} d="M0-15V15" />
  </Nested>
);

const Finish = ({ span, middle, ink }: MarksProps) => (
  <Nested x={percent(span.expected)} y={middle}>
    <path {...ink('finish')} d="M0-10L10 0L0 10L-10 0z" />
  </Nested>
);

const Done = ({ span, middle, ink }: MarksProps) =>
  ink === fileInk ? (
    <Nested x={percent(span.expected)} y={middle}>
      <MarkShape name="complete" ink={ink} />
    </Nested>
  ) : (
    <MarkAt name="complete" x={percent(span.expected)} y={middle} size={22} />
  );

/** Bar: the plan. Hatch: delay. Black line: first deadline. Diamond: expected finish; a square tick once complete. */
export const GanttMarks = ({ span, ink, middle }: Omit<MarksProps, 'span'> & { readonly span?: Span }) =>
  span === undefined ? null : <DrawnMarks span={span} ink={ink} middle={middle} />;

const DrawnMarks = (props: MarksProps) => {
  const { span, ink, middle } = props;
  const { from, expected } = span;
  const planned = span.planned ?? expected;
  const early = Math.min(planned, expected);
  return (
    <>
      <Strip from={from} to={early} middle={middle} paint={planPaint(span, ink)} />
      {expected > planned && (
        <Strip
          from={planned}
          to={expected}
          middle={middle}
          paint={{ ...ink('delay'), fill: `url(#${hatch('delay')})` }}
        />
      )}
      {span.planned !== undefined && <Deadline at={planned} middle={middle} ink={ink} />}
      {span.isDone ? <Done {...props} /> : <Finish {...props} />}
    </>
  );
};

/** Quarter lines, and the red line of the as-of date. */
export const GanttGrid = ({ timeline, asOf, ink }: { timeline: Timeline; asOf: string; ink: Ink }) => (
  <>
    {timeline.ticks.map(({ at }) => (
      <line key={at} {...ink('grid')} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
    ))}
    <line {...ink('as-of')} x1={percent(timeline.at(asOf))} x2={percent(timeline.at(asOf))} y1="0" y2="100%" />
  </>
);
