import type { Basis } from '#scorecard/basis.ts';
import { sumOf } from '#scorecard/decimal.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { type Figure, type Figures, parted } from '#scorecard/figure.ts';
import { figuresOf } from '#scorecard/formula.ts';
import type { Of, Total } from '#scorecard/formulaSchema.ts';
import { withValues } from '#scorecard/inputs.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

type Cut = EditionMeasure['cuts'][number];

type Channels = Of<'channels'>;
type Counts = ReadonlyMap<string, Figure>;

const totalOf = (of: Total, basis: Basis, by?: string): Figures => {
  if (!('measure' in of)) return figuresOf(of, 'count', { ...basis.evidenceOf(basis.period), by });
  const figure = withValues([{ id: of.measure, period: basis.period }], basis, ([value]) => ({ value }));
  return new Map([['', figure]]);
};

const countsOf = ({ of }: Channels, basis: Basis): Counts =>
  new Map(Object.entries(of).map(([name, total]) => [name, totalOf(total, basis).get('') ?? {}]));

const whyUnknown = (unknown: readonly (readonly [string, Figure])[]): string => {
  const names = unknown.map(([name]) => name).join(', ');
  return unknown[0]?.[1].because ?? `Nothing is known of some channels: ${names}.`;
};

const figureOf = (counts: ReadonlyMap<string, number>, part: readonly string[], unit: Unit): Figure => {
  const all = sumOf([...counts.values()]);
  const ours = sumOf(part.map((name) => counts.get(name) ?? 0));
  return unit === 'percent' ? parted(ours, all, unit) : { value: ours };
};

/** The share, or the sum, of some channels; unknown when any channel is, since the whole then is. */
export const channelFigure = (channels: Channels, unit: Unit, basis: Basis): Figure => {
  const counts = countsOf(channels, basis);
  const unknown = [...counts].filter(([, { value }]) => value === undefined);
  const isTelling = unknown.some(([, figure]) => figure.isTelling);
  if (unknown.length > 0) return { because: whyUnknown(unknown), ...(isTelling && { isTelling }) };
  return figureOf(new Map([...counts].map(([name, { value = 0 }]) => [name, value])), channels.part, unit);
};

/** Every channel with its count and share, in the order written; shares are not rounded, so they add up to 100. */
export const channelRows = (channels: Channels, unit: Unit, basis: Basis): Cut['rows'] => {
  const counts = [...countsOf(channels, basis)];
  if (counts.some(([, { value }]) => value === undefined)) return [];
  const all = sumOf(counts.map(([, { value = 0 }]) => value));
  return counts.map(([name, { value: count = 0 }]) => {
    const share = parted(count, all, 'percent').value;
    const inFigure = channels.part.includes(name) || undefined;
    return { name, value: unit === 'percent' ? share : count, denominator: all, count, share, inFigure };
  });
};

/** The figure by a dimension, over channels that are all counted from events. */
export const channelCuts = (channels: Channels, unit: Unit, basis: Basis, by: string): Figures => {
  const { of, part } = channels;
  if (channelFigure(channels, unit, basis).value === undefined) return new Map();
  const figures = Object.entries(of).map(([name, total]) => [name, totalOf(total, basis, by)] as const);
  const cuts = [...new Set(figures.flatMap(([, each]) => [...each.keys()]))];
  return new Map(
    cuts.map((cut) => [
      cut,
      figureOf(new Map(figures.map(([name, each]) => [name, each.get(cut)?.value ?? 0])), part, unit),
    ]),
  );
};
