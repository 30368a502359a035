import type { Counted, Formula } from '#scorecard/formulaSchema.ts';

const derived = [
  'recorded',
  'top',
  'increment',
  'rate',
  'yearToDate',
  'projected',
  'rolling',
  'combine',
  'quotient',
  'growth',
  'average',
  'channels',
  'availability',
] as const;

/** Answered by the partials of one stretch of days, and by nothing else. */
export const isCounted = (formula: Formula): formula is Counted => !derived.some((key) => key in formula);
