import type { JSX } from 'preact';
import type { Colour } from '#scorecard/edition.ts';
import { type Ink, pageInk } from '#site/ink.ts';
import { Nested } from '#site/nested.tsx';

/** Statuses differ by shape as well as by colour, in a box of 20 around the middle. */
export type MarkName = Colour | 'complete';

const tick = 'M-4.2 .4L-1.3 3.3L4.4-3';

const shapes: Record<MarkName, (ink: Ink) => JSX.Element> = {
  green: (ink) => (
    <>
      <circle r="9" {...ink('mark-green')} />
      <path d={tick} {...ink('glyph')} />
    </>
  ),
  amber: (ink) => (
    <>
      <path d="M0-8.6L9.2 7.6H-9.2z" {...ink('mark-amber')} />
      <path d="M0-2.6V2M0 4.9V5" {...ink('glyph-dark')} />
    </>
  ),
  red: (ink) => (
    <>
      <path d="M0-10L10 0L0 10L-10 0z" {...ink('mark-red')} />
      <path d="M-2.8-2.8L2.8 2.8M2.8-2.8L-2.8 2.8" {...ink('glyph')} />
    </>
  ),
  complete: (ink) => (
    <>
      <rect x="-9" y="-9" width="18" height="18" rx="2.5" {...ink('mark-complete')} />
      <path d={tick} {...ink('glyph')} />
    </>
  ),
  'no-target': (ink) => (
    <>
      <circle r="8" {...ink('mark-none')} />
      <path d="M-3.4 0H3.4" {...ink('glyph-grey')} />
    </>
  ),
  'not-reported': (ink) => <circle r="8" {...ink('mark-absent')} />,
};

export const MarkShape = ({ name, ink }: { name: MarkName; ink: Ink }) => shapes[name](ink);

const markNames = Object.keys(shapes) as readonly MarkName[];

const box = '-10 -10 20 20';

/** Drawn once a page, in `Sprite`; used by reference, because a page may show a hundred of them. */
export const MarkSymbols = () => (
  <>
    {markNames.map((name) => (
      <symbol key={name} id={`mark-${name}`} viewBox={box} overflow="visible">
        <MarkShape name={name} ink={pageInk} />
      </symbol>
    ))}
    <symbol id="arrow-up" viewBox={box}>
      <path d="M0-8L9 8H-9z" />
    </symbol>
    <symbol id="arrow-down" viewBox={box}>
      <path d="M0 8L9-8H-9z" />
    </symbol>
    <symbol id="arrow-level" viewBox={box}>
      <path d="M-9-2.5H9V2.5H-9z" />
    </symbol>
  </>
);

/** Beside words that say the same, so it is hidden from screen readers. */
export const Mark = ({ name }: { name: MarkName }) => (
  <svg class="mark" width="20" height="20" aria-hidden="true" focusable="false">
    <use href={`#mark-${name}`} />
  </svg>
);

/** In a chart, at a point. */
export const MarkAt = ({ name, x, y, size }: { name: MarkName; x: string; y: number | string; size: number }) => (
  <Nested x={x} y={y} class="mark-at">
    <use href={`#mark-${name}`} x={-size / 2} y={-size / 2} width={size} height={size} />
  </Nested>
);
