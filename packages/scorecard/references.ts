import type { Formula } from '#scorecard/formulaSchema.ts';
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

const ofList = (ids: readonly string[], path: readonly Step[]): readonly Reference[] =>
  ids.map((id, i) => ({ id, path: [...path, i], as: 'same' }));

const ofAverage = (average: Extract<Formula, { average: unknown }>['average']): readonly Reference[] =>
  'each' in average
    ? inTotal(average.of, ['average', 'of'], 'parts')
    : [{ id: average.of, path: ['average', 'of'], as: 'same' }];

/** The other measures that a formula takes its values from, in the order written. */
export const referencesOf = (formula: Formula): readonly Reference[] => {
  if ('combine' in formula) {
    const { add, subtract } = formula.combine;
    return [...ofList(add, ['combine', 'add']), ...ofList(subtract, ['combine', 'subtract'])];
  }
  if ('quotient' in formula)
    return (['of', 'over'] as const).map((key) => ({ id: formula.quotient[key], path: ['quotient', key], as: 'same' }));
  if ('growth' in formula) {
    const { of, against } = formula.growth;
    const other = typeof against === 'object' ? inTotal(against, ['growth', 'against'], 'same') : [];
    return [{ id: of, path: ['growth', 'of'], as: 'same' }, ...other];
  }
  if ('average' in formula) return ofAverage(formula.average);
  if ('rate' in formula)
    return [
      ...inTotal(formula.rate.of, ['rate', 'of'], 'same'),
      ...inTotal(formula.rate.over, ['rate', 'over'], 'same'),
    ];
  if ('channels' in formula)
    return Object.entries(formula.channels.of).flatMap(([name, of]) => inTotal(of, ['channels', 'of', name], 'same'));
  if ('yearToDate' in formula) return inTotal(formula.yearToDate, ['yearToDate'], 'parts');
  if ('projected' in formula) return inTotal(formula.projected.of, ['projected', 'of'], 'parts');
  return 'rolling' in formula ? inTotal(formula.rolling.of, ['rolling', 'of'], 'parts') : [];
};
