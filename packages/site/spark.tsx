import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { MarkAt } from '#site/marks.tsx';

const width = 104;
const right = 10;
const top = 6;
const bottom = 26;
const round = (n: number): number => Math.round(n * 10) / 10;

/** Two values in a row make a direction; one between gaps is only a figure, and there is no line to it. */
export const hasTrend = ({ series }: EditionMeasure): boolean =>
  series.some(({ value }, i) => value !== undefined && series[i + 1]?.value !== undefined);

const extent = (series: readonly Point[]): [number, number] => {
  const values = series.flatMap(({ value, target }) => [value, target]).filter((each) => each !== undefined);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return lowest === highest ? [lowest - 1, highest + 1] : [lowest, highest];
};

/** Too small for words, so it is hidden from screen readers; the figures stand beside it. */
export const Spark = ({ measure }: { measure: EditionMeasure }) => {
  const first = measure.series.findIndex(({ value }) => value !== undefined);
  const series = measure.series.slice(first);
  const y = scaleLinear(extent(series), [bottom, top]);
  const x = (index: number): number => round(3 + (index / Math.max(1, series.length - 1)) * width);
  const trend = line<Point>(
    (_, index) => x(index),
    ({ value }) => round(y(value ?? 0)),
  );
  const lastIndex = series.findLastIndex(({ value }) => value !== undefined);
  const last = series[lastIndex];
  return (
    <svg class="spark" width={width + right} height="32" aria-hidden="true" focusable="false">
      {last?.target !== undefined && <path class="spark__target" d={`M0 ${round(y(last.target))}H${width + 6}`} />}
      <path class="spark__line" d={trend.defined(({ value }) => value !== undefined)([...series]) ?? ''} />
      {last?.value !== undefined && (
        <MarkAt name={last.colour} x={String(x(lastIndex))} y={round(y(last.value))} size={13} />
      )}
    </svg>
  );
};
