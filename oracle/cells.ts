import {
  budgetParts,
  editionParts,
  measureParts,
  milestoneParts,
  type Naming,
  settings,
  type Way,
} from '#oracle/parts.ts';
import type { Edition } from '#scorecard/edition.ts';

/** One figure of one measure: its `part` is value, numerator, target, `{dimension}: {value}` of a cut, or another. */
export interface Cell {
  readonly scorecard: string;
  readonly measure: string;
  readonly period: string;
  readonly part: string;
  /** Absent where there is none. */
  readonly number?: number;
}

/** A number of an edition that is no cell: by its place, and why. Without a reason nobody has thought of it. */
export interface Skipped {
  readonly place: string;
  readonly because?: string;
}

type Found = Cell | Skipped;
type About = Pick<Cell, 'scorecard' | 'measure' | 'period'>;

interface Leaf {
  readonly place: string;
  readonly way: Way;
  readonly number: number;
}

function* leavesOf(node: unknown, place: string, way: Way): Generator<Leaf> {
  if (typeof node === 'number') yield { place, way, number: node };
  else if (Array.isArray(node)) for (const item of node) yield* leavesOf(item, `${place}[]`, way);
  else if (node && typeof node === 'object')
    for (const [key, value] of Object.entries(node))
      yield* leavesOf(value, place ? `${place}.${key}` : key, [...way, node as Way[number]]);
}

const named = (node: object, kind: string, about: About, parts: Readonly<Record<string, Naming>>): readonly Found[] =>
  [...leavesOf(node, '', [])].map(({ place, way, number }) => {
    const name = (parts[place] ?? settings(place))?.(way);
    if (!name || 'because' in name) return { place: `${kind} ${place}`, ...name };
    return { ...about, ...name, number };
  });

/** That a period has no value is a statement too. */
const absent = ({ scorecard, measures }: Edition): readonly Cell[] =>
  measures.flatMap(({ id, period, value, series }) =>
    [{ period, value }, ...series]
      .filter((point) => point.value === undefined)
      .map((point) => ({ scorecard: scorecard.id, measure: id, period: point.period, part: 'value' })),
  );

const foundIn = (edition: Edition): readonly Found[] => {
  const { measures, milestones, budgets = [], ...rest } = edition;
  const about = (measure: string, period: string): About => ({ scorecard: edition.scorecard.id, measure, period });
  return [
    ...measures.flatMap((measure) => named(measure, 'measure', about(measure.id, measure.period), measureParts)),
    ...milestones.flatMap((each) => named(each, 'milestone', about(each.id, edition.period.id), milestoneParts)),
    ...budgets.flatMap((budget) => named(budget, 'budget', about(budget.id, budget.period), budgetParts)),
    ...named(rest, 'edition', about('', edition.period.id), editionParts),
  ];
};

const isCell = (found: Found): found is Cell => 'part' in found;

/** Every figure that an edition publishes. */
export const cellsOf = (edition: Edition): readonly Cell[] => [...foundIn(edition).filter(isCell), ...absent(edition)];

/** Every number of an edition that is not compared. */
export const skippedIn = (edition: Edition): readonly Skipped[] =>
  foundIn(edition).filter((found): found is Skipped => !isCell(found));

export const keyOf = ({ scorecard, measure, period, part }: Cell): string =>
  [scorecard, measure, period, part].join(' | ');
