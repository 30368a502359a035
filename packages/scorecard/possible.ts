import type { Formula } from '#scorecard/formulaSchema.ts';
import type { ProcessLimits } from '#scorecard/process.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

/** What a measure can be at all; absent where nothing bounds it. */
interface Reach {
  readonly least?: number;
  readonly most?: number;
}

const share: Reach = { least: 0, most: 100 };
const unbounded: readonly Unit[] = ['pence', 'pounds', 'score'];

/** A difference may be less than nothing; what is worked out of other measures may be one. */
const isDifference = (formula: Formula): boolean =>
  ['growth', 'increment', 'combine', 'quotient', 'average'].some((key) => key in formula);

const streamOf = (counted: object): unknown => Object.entries(counted)[0]?.join(' ');

/** Parts of one whole. Of what was recorded nothing else is known, so its figures are asked. */
const isShare = (formula: Formula): boolean => {
  if ('ratio' in formula) return streamOf(formula.ratio.of) === streamOf(formula.ratio.over);
  return ['share', 'channels', 'availability', 'recorded'].some((key) => key in formula);
};

const over = (formula: Formula): Formula | undefined => {
  const inner = 'yearToDate' in formula ? formula.yearToDate : 'rolling' in formula ? formula.rolling.of : formula;
  return 'measure' in inner ? undefined : inner;
};

const reachOf = ({ unit, value }: Measure): Reach => {
  const formula = over(value);
  if (formula === undefined || isDifference(formula)) return {};
  if (unit === 'percent') return isShare(formula) ? share : {};
  return unbounded.includes(unit) ? {} : { least: 0 };
};

/** Limits as they are published: cut at what the measure can be, unless a figure has been beyond that. */
export const possibleLimits = (
  measure: Measure,
  { mean, lower, upper }: ProcessLimits,
  values: readonly number[],
): ProcessLimits => {
  const { least, most } = reachOf(measure);
  return {
    mean,
    lower: least === undefined || values.some((value) => value < least) ? lower : Math.max(least, lower),
    upper: most === undefined || values.some((value) => value > most) ? upper : Math.min(most, upper),
  };
};
