import type { ComponentChildren } from 'preact';

interface NestedProps {
  readonly x?: string | number;
  readonly y?: string | number;
  readonly width?: string | number;
  readonly height?: string | number;
  readonly viewBox?: string;
  readonly preserveAspectRatio?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A drawing within a drawing, with an origin of its own: percentages in it are of its own size. */
export const Nested = ({ children, ...place }: NestedProps) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it has the title.
  <svg {...place} overflow="visible">
    {children}
  </svg>
);
