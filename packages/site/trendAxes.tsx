import { parsePeriod } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { ChartModel, Run, Slot } from '#site/chartModel.ts';
import { percent } from '#site/chartUnits.ts';
import { axisFigure } from '#site/format.ts';
import type { DrawingProps } from '#site/plot.ts';

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

/** So many period names stand side by side on a wide page, and so many on a phone where no years stand under them. */
const mostTicks = 24;
const mostTicksOnTablet = 14;
const mostTicksOnPhone = 4;

/** Every how many, counted back from the newest, so that the newest is always named. */
const isEvery = (index: number, count: number, most: number): boolean =>
  (count - 1 - index) % Math.ceil(count / most) === 0;

const monthSteps = [1, 3, 6, 12] as const;

/** Months are named from January on: every third, sixth or the first of a year alone, as there is room. */
const isNamedMonth = (month: number, count: number, most: number): boolean =>
  (month - 1) % (monthSteps.find((step) => Math.ceil(count / step) <= most) ?? 12) === 0;

const isNamedSlot = ({ point, index }: Slot, count: number, most: number): boolean => {
  const { frequency, start } = parsePeriod(point.period);
  return frequency === 'month' ? isNamedMonth(Number(start.slice(5, 7)), count, most) : isEvery(index, count, most);
};

/** On a phone the years say enough, where there are any. */
const tickClass = (slot: Slot, model: ChartModel): string => {
  const { length } = model.slots;
  const isShownOnPhone = model.years.length === 0 && isNamedSlot(slot, length, mostTicksOnPhone);
  const isCrowded = length > mostTicksOnTablet && !isNamedSlot(slot, length, mostTicksOnTablet);
  return `slot-tick${isShownOnPhone ? ' slot-tick--alone' : ''}${isCrowded ? ' slot-tick--crowded' : ''}`;
};

const SlotTicks = ({ model, ink }: DrawingProps) => (
  <>
    {model.slots
      .filter((slot) => isNamedSlot(slot, model.slots.length, mostTicks))
      .map((slot) => (
        <g key={slot.point.period} class={tickClass(slot, model)}>
          <text {...ink('tick')} x={percent(slot.middle)} y={model.height + 22} text-anchor="middle">
            {slot.tick}
          </text>
        </g>
      ))}
  </>
);

/** The share of the width that the name of a year needs, on a page and on a phone. */
const yearShare = { page: 0.14, phone: 0.23 } as const;

const isNamed = (index: number, years: readonly Run[], share: number): boolean => {
  const widest = Math.max(...years.map(({ left, right }) => right - left));
  const every = Math.ceil(share / widest);
  const { left, right } = years[index] ?? { left: 0, right: 0 };
  return (years.length - 1 - index) % every === 0 && ((right - left) * every >= share || years.length === 1);
};

const yearClass = (index: number, years: readonly Run[]): string =>
  isNamed(index, years, yearShare.phone) ? 'year-tick' : 'year-tick year-tick--wide';

const isNamedAnywhere = (index: number, years: readonly Run[]): boolean =>
  isNamed(index, years, yearShare.page) || isNamed(index, years, yearShare.phone);

const YearTicks = ({ model, ink }: DrawingProps) => (
  <>
    {model.years.map(({ text, left, right }, i) => (
      <g key={text} class={yearClass(i, model.years)}>
        {i > 0 && (
          <line {...ink('axis')} x1={percent(left)} x2={percent(left)} y1={model.height} y2={model.height + 44} />
        )}
        {isNamedAnywhere(i, model.years) && (
          <text {...ink('tick')} x={percent((left + right) / 2)} y={model.height + 43} text-anchor="middle">
            {text}
          </text>
        )}
      </g>
    ))}
  </>
);

/** Lines and numbers at the left, periods and years below. */
export const Axes = (props: DrawingProps) => (
  <>
    <Grid {...props} />
    <SlotTicks {...props} />
    <YearTicks {...props} />
  </>
);
