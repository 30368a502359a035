import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { type ChartModel, chartModel } from '#site/chartModel.ts';
import { chartNotes, describeChart, sourceOf, subtitleOf } from '#site/describe.ts';
import { longDay } from '#site/format.ts';
import { fileInk } from '#site/ink.ts';
import { Nested } from '#site/nested.tsx';
import { Patterns } from '#site/patterns.tsx';
import { Drawing } from '#site/trendChart.tsx';
import { say } from '#site/words.ts';
import { wrapped } from '#site/wrapped.ts';
import { xmlText } from '#site/xmlText.ts';

const width = 960;
const plot = { left: 90, right: 130 };
const lineHeight = 22;

interface SheetProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly children: preact.ComponentChildren;
}

/** A drawing that stands alone: white ground, its own colours, its own words. */
export const Sheet = ({ width, height, title, description, children }: SheetProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    font-family="Arial, Helvetica, sans-serif"
  >
    <title>{title}</title>
    <desc>{description}</desc>
    <rect width={width} height={height} fill="#ffffff" />
    {children}
  </svg>
);

interface LinesProps {
  readonly texts: readonly string[];
  readonly y: number;
  readonly size: number;
  readonly weight?: string;
  readonly fill: string;
}

export const Lines = ({ texts, y, size, weight, fill }: LinesProps) => (
  <>
    {texts.map((text, i) => (
      <text key={text} x="20" y={y + i * Math.round(size * 1.3)} font-size={size} font-weight={weight} fill={fill}>
        {text}
      </text>
    ))}
  </>
);

/** Where the council itself is the source, its name is said once. */
const publishedBy = (edition: Edition, measure: EditionMeasure): string => {
  const [source, { name }] = [sourceOf(edition, measure), edition.organisation];
  return source === name ? say.source(source) : `${say.source(source)} ${name}.`;
};

const footOf = (edition: Edition, measure: EditionMeasure, model: ChartModel): string[] =>
  [
    ...chartNotes(measure, { ...model, isAlone: true }),
    `${publishedBy(edition, measure)} ${say.asAt(longDay(measure.asOf))}. ${say.edition(edition.edition, edition.period.label)}.`,
  ].flatMap((text) => wrapped(text, 115));

/** undefined where there is nothing to draw. */
export const chartFile = (edition: Edition, measure: EditionMeasure): string | undefined => {
  const model = chartModel(measure, 340);
  if (model === undefined) return undefined;
  const title = wrapped(measure.title, 72);
  const subtitle = wrapped(subtitleOf(measure), 110);
  const foot = footOf(edition, measure, model);
  const top = 40 + title.length * 31 + subtitle.length * lineHeight + 20;
  const bottom = top + model.height + 84;
  return xmlText(
    <Sheet
      width={width}
      height={bottom + foot.length * lineHeight}
      title={measure.title}
      description={describeChart(measure, { ...model, isAlone: true })}
    >
      <defs>
        <Patterns ink={fileInk} />
      </defs>
      <Lines texts={title} y={40} size={24} weight="bold" fill="#0b0c0c" />
      <Lines texts={subtitle} y={40 + title.length * 31} size={16} fill="#4a4f55" />
      <Nested x={plot.left} y={top} width={width - plot.left - plot.right} height={model.height}>
        <Drawing model={model} measure={measure} ink={fileInk} />
      </Nested>
      <Lines texts={foot} y={bottom} size={16} fill="#4a4f55" />
    </Sheet>,
  );
};
