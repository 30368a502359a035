import type { EditionMeasure } from '#scorecard/edition.ts';
import { AnnotationMarks } from '#site/annotationMarks.tsx';
import type { ChartModel } from '#site/chartModel.ts';
import { pageInk } from '#site/ink.ts';
import type { DrawingProps } from '#site/plot.ts';
import { ProcessMarks } from '#site/processMarks.tsx';
import { Axes, tickTexts } from '#site/trendAxes.tsx';
import { BarLabels, Last, RangeLabels, TargetLabels } from '#site/trendLabels.tsx';
import { Absent, Bands, Bars, Breaks, Dots, Lines, Ranges, Withheld } from '#site/trendMarks.tsx';

/** All that is inside the plot's own svg. */
export const Drawing = (props: DrawingProps) => (
  <>
    <Bands {...props} />
    <Ranges {...props} />
    <ProcessMarks {...props} />
    <Axes {...props} />
    {props.model.isBars && <Bars {...props} />}
    <Lines {...props} />
    <Breaks {...props} />
    {props.model.isBars ? <BarLabels {...props} /> : <Dots {...props} />}
    {props.model.isBars && <Absent {...props} />}
    <Withheld {...props} />
    <RangeLabels {...props} />
    <TargetLabels {...props} />
    <AnnotationMarks {...props} />
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
