import type { EditionMeasure } from '#scorecard/edition.ts';
import type { ChartModel, Slot, TargetRun } from '#site/chartModel.ts';
import { axisFigure, figure, targetFigure } from '#site/format.ts';
import { fileInk, type Ink, pageInk } from '#site/ink.ts';
import { MarkAt, MarkShape } from '#site/marks.tsx';
import { Nested } from '#site/nested.tsx';
import { hatch } from '#site/patterns.tsx';
import { say } from '#site/words.ts';

/**
 * x in percent and y in pixels, so that text keeps its size at any width; only paths are stretched. With the file's ink
 * everything carries its own colours and nothing is left to a style sheet.
 */
export interface DrawingProps {
  readonly model: ChartModel;
  readonly measure: EditionMeasure;
  readonly ink: Ink;
}

export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

const widestBar = 0.14;
const barShare = 0.68;

export const tickTexts = (model: ChartModel, measure: EditionMeasure): string[] =>
  model.ticks.map(({ value }) => axisFigure(value, measure.unit, model.tickDecimals));

const Grid = ({ model, measure, ink }: DrawingProps) => (
  <>
    {tickTexts(model, measure).map((text, i) => {
      const y = model.ticks[i]?.y ?? 0;
      return (
        <g key={text}>
          <line {...ink(y === model.baseline ? 'axis' : 'grid')} x1="0" x2="100%" y1={y} y2={y} />
          <text {...ink('tick')} x="-8" y={y} dy=".35em" text-anchor="end">
            {text}
          </text>
        </g>
      );
    })}
  </>
);

const isAlone = (model: ChartModel): boolean => model.years.length === 0;

const PeriodAxis = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots.map(({ point, middle, tick }) => (
      <g key={point.period} class={isAlone(model) ? 'slot-tick slot-tick--alone' : 'slot-tick'}>
        <text {...ink('tick')} x={percent(middle)} y={model.height + 22} text-anchor="middle">
          {tick}
        </text>
      </g>
    ))}
    {model.years.map(({ text, left, right }, i) => (
      <g key={text} class="year-tick">
        {i > 0 && (
          <line {...ink('axis')} x1={percent(left)} x2={percent(left)} y1={model.height} y2={model.height + 44} />
        )}
        {(right - left >= 0.14 || model.years.length === 1) && (
          <text {...ink('tick')} x={percent((left + right) / 2)} y={model.height + 43} text-anchor="middle">
            {text}
          </text>
        )}
      </g>
    ))}
  </>
);

const Bands = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ point }) => !point.complete && !model.isBars)
      .map(({ point, left, width }) => (
        <rect
          key={point.period}
          {...ink('band')}
          fill={`url(#${hatch('band')})`}
          x={percent(left)}
          width={percent(width)}
          y="0"
          height={model.height}
        />
      ))}
  </>
);

/** Nothing at all where there is no path: an empty attribute is not XML as it would be written. */
const Stroke = ({ paint, d }: { paint: ReturnType<Ink>; d: string }) =>
  d === '' ? null : <path {...paint} vector-effect="non-scaling-stroke" d={d} />;

const Lines = ({ model, ink }: DrawingProps) => (
  <Nested viewBox={`0 0 1000 ${model.height}`} width="100%" height={model.height} preserveAspectRatio="none">
    <Stroke paint={ink('target')} d={model.targetPath} />
    {!model.isBars && <Stroke paint={ink('line-incomplete')} d={model.incompletePath} />}
    {!model.isBars && <Stroke paint={ink('line')} d={model.linePath} />}
  </Nested>
);

const pointTitle = ({ point }: Slot, measure: EditionMeasure): string =>
  `${point.label}: ${point.value === undefined ? '' : figure(point.value, measure)}`;

const drawn = (model: ChartModel): (Slot & { y: number })[] =>
  model.slots.flatMap((slot) => (slot.y === undefined ? [] : [{ ...slot, y: slot.y }]));

const Bar = ({ slot, model, measure, ink }: DrawingProps & { slot: Slot & { y: number } }) => {
  const width = Math.min(widestBar, slot.width * barShare);
  const fill = slot.point.complete ? {} : { fill: `url(#${hatch('bar')})` };
  return (
    <rect
      {...ink(slot.point.complete ? 'bar' : 'bar-incomplete')}
      {...fill}
      x={percent(slot.middle - width / 2)}
      width={percent(width)}
      y={Math.min(slot.y, model.baseline)}
      height={Math.abs(model.baseline - slot.y)}
    >
      <title>{pointTitle(slot, measure)}</title>
    </rect>
  );
};

const Bars = (props: DrawingProps) => (
  <>
    {drawn(props.model).map((slot) => (
      <Bar key={slot.point.period} slot={slot} {...props} />
    ))}
  </>
);

/** Where a bar would stand: a gap, said with the mark of what is not published. */
const Absent = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ y }) => y === undefined)
      .map(({ point, middle }) => (
        <Nested key={point.period} x={percent(middle)} y={model.baseline - 16}>
          <circle r="6" {...ink('mark-absent')} />
        </Nested>
      ))}
  </>
);

const Dots = ({ model, measure, ink }: DrawingProps) => (
  <>
    {drawn(model)
      .filter(({ index }) => index !== model.last?.index)
      .map((slot) => (
        <circle
          key={slot.point.period}
          {...ink(slot.point.complete ? 'dot' : 'dot-open')}
          cx={percent(slot.middle)}
          cy={slot.y}
          r="4"
        >
          <title>{pointTitle(slot, measure)}</title>
        </circle>
      ))}
  </>
);

const Breaks = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ point, index }) => point.break !== undefined && index > 0)
      .map(({ point, left }) => (
        <line key={point.period} {...ink('break')} x1={percent(left)} x2={percent(left)} y1="0" y2={model.height} />
      ))}
  </>
);

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

const TargetLabels = ({ model, measure, ink }: DrawingProps) => (
  <>
    {model.targets
      .filter((run) => isRoomy(run, model.targets))
      .map((run) => (
        <TargetLabel key={run.left} run={run} measure={measure} ink={ink} />
      ))}
  </>
);

const BarLabels = ({ model, measure, ink }: DrawingProps) => (
  <>
    {drawn(model).map(({ point, index, middle, y }) => (
      <g key={point.period} class={index === model.last?.index ? undefined : 'bar-label'}>
        <text {...ink('label')} x={percent(middle)} y={Math.min(y, model.baseline) - 9} text-anchor="middle">
          {figure(point.value ?? 0, measure)}
        </text>
      </g>
    ))}
  </>
);

interface LastProps {
  readonly slot: Slot & { y: number };
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
  const text = figure(slot.point.value ?? 0, measure);
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

const Last = ({ model, measure, ink }: DrawingProps) => {
  const slot = drawn(model).find(({ index }) => index === model.last?.index);
  if (slot === undefined || model.isBars) return null;
  return (
    <>
      <LastMark slot={slot} measure={measure} ink={ink} />
      <LastLabels slot={slot} measure={measure} ink={ink} />
    </>
  );
};

/** All that is inside the plot's own svg. */
export const Drawing = (props: DrawingProps) => (
  <>
    <Bands {...props} />
    <Grid {...props} />
    <PeriodAxis {...props} />
    {props.model.isBars && <Bars {...props} />}
    <Lines {...props} />
    <Breaks {...props} />
    {props.model.isBars ? <BarLabels {...props} /> : <Dots {...props} />}
    {props.model.isBars && <Absent {...props} />}
    <TargetLabels {...props} />
    <Last {...props} />
  </>
);

interface TrendChartProps {
  readonly model: ChartModel;
  readonly measure: EditionMeasure;
  readonly id: string;
  readonly description: string;
}

export const TrendChart = ({ model, measure, id, description }: TrendChartProps) => {
  const margin = Math.min(9, Math.max(...tickTexts(model, measure).map((text) => text.length)));
  return (
    <div class={`plot plot--${model.isBars ? 'bars' : 'line'} plot--margin-${margin}`}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is named by the figure's heading; a title would be a tooltip over all of it. */}
      <svg
        class="plot__svg"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
        width="100%"
        height={model.height}
        overflow="visible"
      >
        <desc id={`${id}-description`}>{description}</desc>
        <Drawing model={model} measure={measure} ink={pageInk} />
      </svg>
    </div>
  );
};
