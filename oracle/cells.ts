import type { Edition, EditionBudget, EditionMeasure } from '#scorecard/edition.ts';

/** One figure of one measure: its `part` is value, numerator, denominator, or `{dimension}: {value}` of a cut. */
export interface Cell {
  readonly scorecard: string;
  readonly measure: string;
  readonly period: string;
  readonly part: string;
  /** Absent where there is none. */
  readonly number?: number;
}

type Part = readonly [part: string, number: number | undefined];

const cutParts = ({ cuts }: EditionMeasure): readonly Part[] =>
  cuts.flatMap(({ by, rows }) =>
    rows.flatMap(({ name, value, denominator }): readonly Part[] => [
      [`${by}: ${name}`, value],
      ...(denominator === undefined ? [] : [[`${by}: ${name}, of`, denominator] as const]),
    ]),
  );

const rankParts = ({ ranking = [], historyRank }: EditionMeasure): readonly Part[] => [
  ...ranking.map(({ rank, name }): Part => [`rank: ${name}`, rank]),
  ...(historyRank ? [[`rank from the ${historyRank.direction}`, historyRank.rank] as const] : []),
];

const partsOf = (measure: EditionMeasure): readonly Part[] => [
  ['value', measure.value],
  ...(measure.numerator === undefined ? [] : [['numerator', measure.numerator] as const]),
  ...(measure.denominator === undefined ? [] : [['denominator', measure.denominator] as const]),
  ...cutParts(measure),
  ...rankParts(measure),
  ...measure.comparators.map(({ name, value }): Part => [`comparator: ${name}`, value]),
];

const budgetParts = ({ rows, total }: EditionBudget): readonly Part[] =>
  [...rows, { ...total, id: 'total' }].flatMap((row) =>
    (['gross', 'net', 'forecast', 'variance'] as const).flatMap((column): readonly Part[] =>
      row[column] === undefined ? [] : [[`${row.id}: ${column}`, row[column]]],
    ),
  );

const budgetCells = ({ scorecard, budgets = [] }: Edition): readonly Cell[] =>
  budgets.flatMap((budget) =>
    budgetParts(budget).map(([part, number]) => ({
      ...{ scorecard: scorecard.id, measure: budget.id, period: budget.period },
      part,
      number,
    })),
  );

const measureCells = ({ scorecard, measures }: Edition): readonly Cell[] =>
  measures.flatMap((measure) => {
    const about = { scorecard: scorecard.id, measure: measure.id };
    return [
      ...partsOf(measure).map(([part, number]) => ({ ...about, period: measure.period, part, number })),
      ...measure.series.map(({ period, value }) => ({ ...about, period, part: 'value', number: value })),
    ];
  });

/** Every figure that an edition publishes: of each measure's own period all of it, of its series the values. */
export const cellsOf = (edition: Edition): readonly Cell[] => [...measureCells(edition), ...budgetCells(edition)];

export const keyOf = ({ scorecard, measure, period, part }: Cell): string =>
  [scorecard, measure, period, part].join(' | ');
