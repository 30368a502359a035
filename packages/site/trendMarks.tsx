import type { EditionMeasure } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';
import type { Slot } from '#site/chartModel.ts';
import { percent } from '#site/chartUnits.ts';
import { figure } from '#site/format.ts';
import type { Ink } from '#site/ink.ts';
import { Nested } from '#site/nested.tsx';
import { hatch } from '#site/patterns.tsx';
import { type DrawingProps, type DrawnSlot, drawn } from '#site/plot.ts';
import { words } from '#site/words.ts';

const widestBar = 0.14;
const barShare = 0.68;

/** Where the figure should stay. */
export const Ranges = ({ model, ink }: DrawingProps) => (
  <>
    {model.ranges.map(({ left, right, top, bottom }) => (
      <rect
        key={left}
        {...ink('range')}
        x={percent(left)}
        width={percent(right - left)}
        y={top}
        height={bottom - top}
      />
    ))}
  </>
);

export const Bands = ({ model, ink }: DrawingProps) => (
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

export const Lines = ({ model, ink }: DrawingProps) => (
  <Nested viewBox={`0 0 1000 ${model.height}`} width="100%" height={model.height} preserveAspectRatio="none">
    <Stroke paint={ink('target')} d={model.targetPath} />
    {!model.isBars && <Stroke paint={ink('line-incomplete')} d={model.incompletePath} />}
    {!model.isBars && <Stroke paint={ink('line')} d={model.linePath} />}
  </Nested>
);

const pointTitle = ({ point }: Slot, measure: EditionMeasure): string =>
  `${point.label}: ${point.value === undefined ? '' : figure(point.value, measure)}`;

const Bar = ({ slot, model, measure, ink }: DrawingProps & { slot: DrawnSlot }) => {
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

export const Bars = (props: DrawingProps) => (
  <>
    {drawn(props.model).map((slot) => (
      <Bar key={slot.point.period} slot={slot} {...props} />
    ))}
  </>
);

/** Where a bar would stand: a gap, said with the mark of what is not published. */
export const Absent = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ y, point }) => y === undefined && !isWithheld(point))
      .map(({ point, middle }) => (
        <Nested key={point.period} x={percent(middle)} y={model.baseline - 16}>
          <circle r="6" {...ink('mark-absent')} />
        </Nested>
      ))}
  </>
);

/** A gap as well, and a mark of its own: there was a figure, and it is no zero. */
export const Withheld = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ point }) => isWithheld(point))
      .map(({ point, middle }) => (
        <Nested key={point.period} x={percent(middle)} y={model.baseline - 16}>
          <rect x="-6" y="-6" width="12" height="12" {...ink('mark-none')}>
            <title>{`${point.label}: ${words.withheld}`}</title>
          </rect>
          <path d="M-3 0H3" {...ink('glyph-grey')} />
        </Nested>
      ))}
  </>
);

export const Dots = ({ model, measure, ink }: DrawingProps) => (
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

export const Breaks = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter(({ point, index }) => point.break !== undefined && index > 0)
      .map(({ point, left }) => (
        <line key={point.period} {...ink('break')} x1={percent(left)} x2={percent(left)} y1="0" y2={model.height} />
      ))}
  </>
);
