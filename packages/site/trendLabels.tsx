import type { EditionMeasure } from '#scorecard/edition.ts';
import type { ChartModel, TargetRun } from '#site/chartModel.ts';
import { percent } from '#site/chartUnits.ts';
import { axisFigure, targetFigure } from '#site/format.ts';
import { fileInk, type Ink, pageInk } from '#site/ink.ts';
import { MarkAt, MarkShape } from '#site/marks.tsx';
import { Nested } from '#site/nested.tsx';
import { type DrawingProps, type DrawnSlot, drawn } from '#site/plot.ts';
import { targetText } from '#site/targetText.ts';
import { say } from '#site/words.ts';

/** The subtitle has said `seconds`; a label of two words would run into its neighbour. */
const numberOf = (value: number | undefined, { unit, decimals }: EditionMeasure): string =>
  axisFigure(value ?? 0, unit, decimals);

/** Over more bars than this a phone has room for the newest number only. */
const roomyBars = 6;

const labelClass = ({ slots }: ChartModel): string =>
  slots.length > roomyBars ? 'bar-label bar-label--crowded' : 'bar-label';

const TargetLabel = ({ run, measure, ink }: { run: TargetRun; measure: EditionMeasure; ink: Ink }) => {
  const [word, value] = say.targetLabel(targetFigure(run.value, measure));
  return (
    <text
      {...ink('target-label')}
      x={percent(run.label.isAtEnd ? run.right : run.left)}
      dx={run.label.isAtEnd ? -6 : 6}
      y={run.label.y}
      text-anchor={run.label.isAtEnd ? 'end' : 'start'}
    >
      <tspan class="target-word">{word}</tspan>
      {value}
    </text>
  );
};

const isRoomy = (run: TargetRun, runs: readonly TargetRun[]): boolean =>
  runs.length === 1 || run.right - run.left >= 0.15;

export const TargetLabels = ({ model, measure, ink }: DrawingProps) => (
  <>
    {model.targets
      .filter((run) => isRoomy(run, model.targets))
      .map((run) => (
        <TargetLabel key={run.left} run={run} measure={measure} ink={ink} />
      ))}
  </>
);

export const RangeLabels = ({ model, measure, ink }: DrawingProps) => (
  <>
    {model.ranges.map(({ left, top, point }) => (
      <text key={left} {...ink('target-label')} x={percent(left)} dx="6" y={top - 8}>
        <tspan class="target-word">{say.targetLabel('')[0]}</tspan>
        {targetText(point, measure)}
      </text>
    ))}
  </>
);

export const BarLabels = ({ model, measure, ink }: DrawingProps) => (
  <>
    {drawn(model).map(({ point, index, middle, y }) => (
      <g key={point.period} class={index === model.last?.index ? undefined : labelClass(model)}>
        <text {...ink('label')} x={percent(middle)} y={Math.min(y, model.baseline) - 9} text-anchor="middle">
          {numberOf(point.value, measure)}
        </text>
      </g>
    ))}
  </>
);

interface LastProps {
  readonly slot: DrawnSlot;
  readonly measure: EditionMeasure;
  readonly ink: Ink;
}

const LastMark = ({ slot, ink }: LastProps) =>
  ink === fileInk ? (
    <Nested x={percent(slot.middle)} y={slot.y}>
      <MarkShape name={slot.point.colour} ink={ink} />
    </Nested>
  ) : (
    <MarkAt name={slot.point.colour} x={percent(slot.middle)} y={slot.y} size={22} />
  );

/** Beside the last point where there is room; above it, and to its left, on a phone. */
const LastLabels = ({ slot, measure, ink }: LastProps) => {
  const text = numberOf(slot.point.value, measure);
  return (
    <>
      <g class="label--wide">
        <text {...ink('value')} x={percent(slot.middle)} dx="17" y={slot.y} dy=".35em">
          {text}
        </text>
      </g>
      {ink === pageInk && (
        <g class="label--narrow">
          <text {...ink('value')} x={percent(slot.middle)} dx="10" y={Math.max(6, slot.y - 20)} text-anchor="end">
            {text}
          </text>
        </g>
      )}
    </>
  );
};

export const Last = ({ model, measure, ink }: DrawingProps) => {
  const slot = drawn(model).find(({ index }) => index === model.last?.index);
  if (slot === undefined || model.isBars) return null;
  return (
    <>
      <LastMark slot={slot} measure={measure} ink={ink} />
      <LastLabels slot={slot} measure={measure} ink={ink} />
    </>
  );
};
