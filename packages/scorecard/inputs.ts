import { type Period, periodLabel } from '#calendar/period.ts';
import type { Basis } from '#scorecard/basis.ts';
import type { Figure } from '#scorecard/figure.ts';

export interface Wanted {
  readonly id: string;
  readonly period: Period;
}

const quoted = (names: readonly string[]): string => {
  const all = [...new Set(names)].map((name) => `“${name}”`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

const listed = (labels: readonly string[]): string => [...new Set(labels)].join('; ');

const ofWhat = (wanted: readonly Wanted[], { inputOf }: Basis): string => {
  const titles = wanted.map(({ id, period }) => inputOf(id, period)?.measure.title ?? id);
  return `${quoted(titles)} for ${listed(wanted.map(({ period }) => periodLabel(period)))}`;
};

const missingFigure = (missing: readonly Wanted[], basis: Basis): Figure => {
  const hidden = missing.filter(({ id, period }) => basis.inputOf(id, period)?.isSuppressed);
  if (hidden.length === 0) return { because: `No value is known of ${ofWhat(missing, basis)}.` };
  return {
    isTelling: true,
    because: `It would tell the figure of ${ofWhat(hidden, basis)}, which is from too few people to be published.`,
  };
};

/** Works with the values of other measures, or says which of them are missing: none is taken for zero. */
export const withValues = (
  wanted: readonly Wanted[],
  basis: Basis,
  work: (values: readonly number[]) => Figure,
): Figure => {
  const values = wanted.map(({ id, period }) => basis.inputOf(id, period)?.value);
  const missing = wanted.filter((_, i) => values[i] === undefined);
  return missing.length > 0 ? missingFigure(missing, basis) : work(values.filter((v) => v !== undefined));
};
