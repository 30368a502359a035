import type { Point } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';
import type { monthMarks } from '#site/words.ts';

export type MonthMark = keyof typeof monthMarks;

const ofFigure = ({ status, complete, flags = [], reason }: Point): Partial<Record<MonthMark, boolean>> => ({
  revised: status === 'revised',
  // A month that is not over is provisional in any case, and has a star.
  provisional: status === 'provisional' && complete,
  estimated: flags.includes('estimated'),
  partial: reason !== undefined,
});

const ofGap = (point: Point): Partial<Record<MonthMark, boolean>> => ({
  withheld: isWithheld(point),
  suspended: !isWithheld(point) && (point.flags ?? []).includes('suspended'),
});

/** What a table of twelve months says of one of them beside its figure, or in its place. */
export const yearMarks = (point: Point): readonly MonthMark[] => {
  const marks = point.value === undefined ? ofGap(point) : ofFigure(point);
  return (Object.keys(marks) as MonthMark[]).filter((name) => marks[name]);
};
