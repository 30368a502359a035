import { budgetKinds } from '#test/golden/budgets.ts';
import type { Golden, Way } from '#test/golden/cases.ts';
import { dateKinds } from '#test/golden/dates.ts';
import { figureKinds } from '#test/golden/figures.ts';
import { judgementKinds } from '#test/golden/judgements.ts';
import { listKinds } from '#test/golden/lists.ts';
import { milestoneKinds } from '#test/golden/milestones.ts';
import { referenceKinds } from '#test/golden/references.ts';

/** How the inputs of a case go through the public functions, by its kind and their shape. */
export const kinds: Readonly<Record<string, readonly Way[]>> = {
  ...figureKinds,
  ...budgetKinds,
  ...listKinds,
  ...judgementKinds,
  ...milestoneKinds,
  ...dateKinds,
  ...referenceKinds,
};

/** undefined where no way takes inputs of this shape. */
export const workedOut = (golden: Golden): { readonly answer: unknown } | undefined => {
  for (const way of kinds[golden.kind] ?? []) {
    const found = way(golden);
    if (found) return found;
  }
  return undefined;
};
