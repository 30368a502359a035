import type { BudgetRow } from '#scorecard/edition.ts';

/** `−1,204`. */
export const amount = (n: number): string =>
  String(n)
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '−');

const position = (variance: number): string => {
  if (variance === 0) return 'on budget';
  return `${amount(Math.abs(variance))} ${variance > 0 ? 'over' : 'under'} budget`;
};

const moved = (movement: number, since: string): string => {
  if (movement === 0) return `as in ${since}`;
  return `${amount(Math.abs(movement))} ${movement < 0 ? 'better' : 'worse'} than in ${since}`;
};

const movementWords = ({ movement, earlier }: BudgetRow): string => {
  const since = earlier.find(({ variance }) => variance !== undefined);
  return movement === undefined || !since ? '' : `, ${moved(movement, since.label)}`;
};

/** From the total, so that no sentence can differ from its table: `The forecast is 11 under budget, 69 better than in Q2`. */
export const budgetSummary = (total: BudgetRow): string | undefined =>
  total.variance === undefined ? undefined : `The forecast is ${position(total.variance)}${movementWords(total)}.`;
