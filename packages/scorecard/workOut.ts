import { availabilityOf } from '#scorecard/availability.ts';
import type { Basis } from '#scorecard/basis.ts';
import { channelCuts, channelFigure } from '#scorecard/channels.ts';
import { divided, times } from '#scorecard/decimal.ts';
import { type Figure, type Figures, only } from '#scorecard/figure.ts';
import { figuresOf, numbersOf } from '#scorecard/formula.ts';
import type { Formula, Of } from '#scorecard/formulaSchema.ts';
import { withValues } from '#scorecard/inputs.ts';
import { listOf } from '#scorecard/list.ts';
import { averageBefore, combined, growthOf, quotientOf } from '#scorecard/overMeasures.ts';
import { averageEach, incrementOf, projected, rolling, standing, yearToDate } from '#scorecard/overTime.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

const inputFigure = (id: string, basis: Basis): Figure =>
  withValues([{ id, period: basis.period }], basis, ([value]) => ({ value }));

const rateOf = ({ of, per, over }: Of<'rate'>, basis: Basis, by?: string): Figures => {
  const whole =
    'measure' in over
      ? inputFigure(over.measure, basis)
      : (standing({ number: over.latest, where: over.where ?? {} }, basis).get('') ?? {
          because: 'No reading is known of what the rate is per.',
        });
  if (whole.value === undefined) return only(whole);
  const { value: size } = whole;
  const rated = (numerator: number): Figure =>
    size === 0
      ? { numerator, denominator: 0 }
      : { value: divided(times(per, numerator), size), numerator, denominator: size };
  if (!('measure' in of))
    return new Map([...numbersOf(of, { ...basis.evidenceOf(basis.period), by })].map(([cut, n]) => [cut, rated(n)]));
  const part = inputFigure(of.measure, basis);
  return only(part.value === undefined ? part : rated(part.value));
};

/** Figures of any formula, cut by a dimension where one is given; those over other measures are never cut. */
export const workOut = (formula: Formula, unit: Unit, basis: Basis, by?: string): Figures => {
  if ('recorded' in formula) return new Map();
  if ('top' in formula) return only(listOf(formula.top, basis));
  if ('availability' in formula) return availabilityOf(formula.availability, basis, by);
  if ('increment' in formula) return incrementOf({ number: formula.increment, where: formula.where ?? {} }, basis, by);
  if ('rate' in formula) return rateOf(formula.rate, basis, by);
  if ('yearToDate' in formula) return yearToDate(formula, unit, basis, by);
  if ('projected' in formula) return projected(formula.projected, unit, basis, by);
  if ('rolling' in formula) return rolling(formula.rolling, unit, basis, by);
  if ('combine' in formula) return only(combined(formula.combine, basis));
  if ('quotient' in formula) return only(quotientOf(formula.quotient, unit, basis));
  if ('growth' in formula) return only(growthOf(formula.growth, basis));
  if ('average' in formula) {
    const { average } = formula;
    return 'each' in average ? averageEach(average, unit, basis, by) : only(averageBefore(average, basis));
  }
  if ('channels' in formula)
    return by === undefined
      ? only(channelFigure(formula.channels, unit, basis))
      : channelCuts(formula.channels, unit, basis, by);
  return figuresOf(formula, unit, { ...basis.evidenceOf(basis.period), by });
};
