import type { Ink, InkName } from '#site/ink.ts';

type Kind = 'bar' | 'band' | 'delay';

export const hatch = (kind: Kind): string => `hatch-${kind}`;

const parts: Record<
  Kind,
  { readonly ground?: InkName; readonly line: InkName; readonly size: number; readonly width: number }
> = {
  bar: { ground: 'hatch-ground', line: 'hatch-line', size: 7, width: 2.4 },
  band: { line: 'band-line', size: 8, width: 1.2 },
  delay: { ground: 'delay-ground', line: 'delay-line', size: 7, width: 3 },
};

const Pattern = ({ kind, ink }: { kind: Kind; ink: Ink }) => {
  const { ground, line, size, width } = parts[kind];
  return (
    <pattern id={hatch(kind)} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      {ground && <rect width={size} height={size} {...ink(ground)} />}
      <rect width={width} height={size} {...ink(line)} />
    </pattern>
  );
};

export const Patterns = ({ ink }: { ink: Ink }) => (
  <>
    <Pattern kind="bar" ink={ink} />
    <Pattern kind="band" ink={ink} />
    <Pattern kind="delay" ink={ink} />
  </>
);

/** A bar whose start is not known fades in. One gradient for planned work and one for complete work. */
export const Fades = ({ ink }: { ink: Ink }) => (
  <>
    <linearGradient id="fade-plan">
      <stop offset="0" {...ink('plan-clear')} />
      <stop offset=".55" {...ink('plan-solid')} />
    </linearGradient>
    <linearGradient id="fade-done">
      <stop offset="0" {...ink('done-clear')} />
      <stop offset=".55" {...ink('done-solid')} />
    </linearGradient>
  </>
);
