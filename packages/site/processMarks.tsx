import { percent } from '#site/chartUnits.ts';
import type { DrawingProps } from '#site/plot.ts';

/** The limits of chance, under everything else: two fine lines and the mean between them. */
export const ProcessMarks = ({ model: { process }, ink }: DrawingProps) => {
  if (process === undefined) return null;
  const across = { x1: percent(process.left), x2: percent(process.right) };
  return (
    <>
      <line {...ink('process-limit')} {...across} y1={process.upper} y2={process.upper} />
      <line {...ink('process-limit')} {...across} y1={process.lower} y2={process.lower} />
      <line {...ink('process-mean')} {...across} y1={process.mean} y2={process.mean} />
    </>
  );
};
