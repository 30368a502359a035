import type { Formula } from '#scorecard/formulaSchema.ts';
import { idOf, operandsOf } from '#scorecard/operands.ts';
import type { Step } from '#scorecard/problem.ts';

/** Another measure that a formula names, and where in the formula it does. */
export interface Reference {
  readonly id: string;
  readonly path: readonly Step[];
  /**
   * - `same`: its value of the same period is taken
   * - `parts`: its values of shorter periods are added up
   */
  readonly as: 'same' | 'parts';
}

const inTotal = (total: object, path: readonly Step[], as: Reference['as']): readonly Reference[] =>
  'measure' in total ? [{ id: String(total.measure), path: [...path, 'measure'], as }] : [];

const ofOperands = (formula: Formula): readonly Reference[] =>
  operandsOf(formula).map(({ operand, path }) => ({
    id: idOf(operand),
    path: typeof operand === 'object' ? [...path, 'measure'] : path,
    as: 'same',
  }));

const ofAverage = (average: Extract<Formula, { average: unknown }>['average']): readonly Reference[] =>
  'each' in average
    ? inTotal(average.of, ['average', 'of'], 'parts')
    : [{ id: average.of, path: ['average', 'of'], as: 'same' }];

/** The other measures that a formula takes its values from, in the order written. */
export const referencesOf = (formula: Formula): readonly Reference[] => {
  if ('combine' in formula || 'quotient' in formula || 'growth' in formula) return ofOperands(formula);
  if ('average' in formula) return ofAverage(formula.average);
  if ('rate' in formula)
    return [
      ...inTotal(formula.rate.of, ['rate', 'of'], 'same'),
      ...inTotal(formula.rate.over, ['rate', 'over'], 'same'),
    ];
  if ('availability' in formula)
    return inTotal(Object(formula.availability.number), ['availability', 'number'], 'same');
  if ('channels' in formula)
    return Object.entries(formula.channels.of).flatMap(([name, of]) => inTotal(of, ['channels', 'of', name], 'same'));
  if ('yearToDate' in formula) return inTotal(formula.yearToDate, ['yearToDate'], 'parts');
  if ('projected' in formula) return inTotal(formula.projected.of, ['projected', 'of'], 'parts');
  return 'rolling' in formula ? inTotal(formula.rolling.of, ['rolling', 'of'], 'parts') : [];
};
