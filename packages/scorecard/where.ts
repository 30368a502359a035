import { isRange, valuesOf } from '#metric/question.ts';
import type { Where } from '#scorecard/schema.ts';

type Condition = Where[string];

const narrower = (a: Condition, b: Condition): Condition => {
  if (isRange(a) && isRange(b))
    return {
      atMost: Math.min(a.atMost ?? Infinity, b.atMost ?? Infinity),
      atLeast: Math.max(a.atLeast ?? -Infinity, b.atLeast ?? -Infinity),
    };
  return valuesOf(a).filter((value) => valuesOf(b).includes(value));
};

/** Both conditions on a dimension that both name: a share is a part of its whole whatever the file says. */
export const both = (a: Where, b: Where): Where => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([name, condition]) => {
      const other = a[name];
      return [name, other === undefined ? condition : narrower(other, condition)];
    }),
  ),
});
