import { percent } from '#site/chartUnits.ts';
import { Nested } from '#site/nested.tsx';
import type { DrawingProps } from '#site/plot.ts';

const laneHeight = 22;

/** What happened, by the number that it has in the list below the chart. */
export const AnnotationMarks = ({ model: { annotated, height }, ink }: DrawingProps) => (
  <>
    {annotated.map(({ number, x, lane }) => (
      <Nested key={number} x={percent(x)} y={height - lane * laneHeight}>
        <line {...ink('annotation-line')} y1={lane * laneHeight - height} y2="0" />
        <circle {...ink('annotation')} r="9" />
        <text {...ink('annotation-number')} dy=".36em" text-anchor="middle">
          {number}
        </text>
      </Nested>
    ))}
  </>
);
