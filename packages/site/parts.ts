import type { BudgetRow, Edition, EditionBudget, EditionMeasure } from '#scorecard/edition.ts';
import { sharesOf } from '#site/shares.ts';
import { numberWords } from '#site/words.ts';

/** One number of a table that is not the list of measures: which number, of which part of what. */
export interface PartRow {
  /** Id of a measure or of a budget. */
  readonly measure: string;
  readonly title: string;
  readonly kind: 'cut' | 'ranking' | 'distribution' | 'comparator' | 'budget';
  readonly by?: string;
  /** Absent of all together. */
  readonly part?: string;
  readonly partLabel?: string;
  readonly statistic: string;
  readonly period: string;
  readonly value?: number;
  readonly unit?: string;
  readonly base?: number;
  readonly rank?: number;
  readonly qualifier?: string;
  readonly over?: number;
  readonly upTo?: number;
  readonly inFigure?: boolean;
  readonly suppressed?: boolean;
}

type Of = Pick<PartRow, 'measure' | 'title' | 'period'>;

const known = <T extends { readonly value?: number }>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ value }) => value !== undefined);

/** How many the parts of a whole are shares of, as their page says it. */
const wholeOf = (measure: EditionMeasure, by: string): number | undefined =>
  sharesOf(measure).find((shares) => shares.by === by)?.base;

const cutRows = (of: Of, measure: EditionMeasure): readonly PartRow[] =>
  measure.cuts.flatMap(({ by, rows }) => {
    const { unit } = measure;
    const whole = wholeOf(measure, by);
    return rows.flatMap(({ name, label, value, denominator, count, share, inFigure, ...more }) => {
      const part = { ...of, kind: 'cut', by, part: name, partLabel: label } as const;
      return [
        {
          ...part,
          statistic: 'value',
          value,
          unit,
          base: denominator ?? (unit === 'percent' ? whole : undefined),
          inFigure,
          ...more,
        },
        ...known([
          { ...part, statistic: 'count', value: count, unit: 'count', inFigure },
          { ...part, statistic: 'share', value: share, unit: 'percent', base: denominator ?? whole, inFigure },
        ]),
      ];
    });
  });

const rankingRows = (of: Of, { ranking = [], unit }: EditionMeasure): readonly PartRow[] =>
  ranking.map(({ rank, name, label, value }) => ({
    ...of,
    kind: 'ranking',
    part: name,
    partLabel: label,
    statistic: 'value',
    rank,
    value,
    unit,
  }));

type Spread = NonNullable<EditionMeasure['distribution']>['rows'][number];

const bandRows = ({ bands = [] }: Spread) =>
  bands.map(({ atMost, count }, i) => ({
    statistic: 'band',
    value: count,
    unit: 'count',
    over: bands[i - 1]?.atMost,
    upTo: atMost,
  }));

const distributionRows = (of: Of, { distribution }: EditionMeasure): readonly PartRow[] =>
  (distribution?.rows ?? []).flatMap((row): readonly PartRow[] => {
    const { number = '', by } = distribution ?? {};
    const { name, label, count, median, ninetieth, longest, suppressed } = row;
    const cut = name === undefined ? undefined : by;
    const part = { ...of, kind: 'distribution', by: cut, part: name, partLabel: label } as const;
    if (suppressed) return [{ ...part, statistic: 'count', suppressed }];
    const unit = numberWords(number);
    const spread = known([
      { statistic: 'median', value: median, unit },
      { statistic: 'ninetieth', value: ninetieth, unit },
      { statistic: 'longest', value: longest, unit },
    ]);
    return [{ statistic: 'count', value: count, unit: 'count' }, ...spread, ...bandRows(row)].map((each) => ({
      ...part,
      ...each,
    }));
  });

const comparatorRows = (of: Of, { comparators, unit }: EditionMeasure): readonly PartRow[] =>
  comparators.flatMap(({ name, value, period, differencePercent }) => {
    const part = { ...of, kind: 'comparator', part: name, period } as const;
    return [
      { ...part, statistic: 'value', value, unit },
      ...known([{ ...part, statistic: 'difference', value: differencePercent, unit: 'percent' }]),
    ];
  });

const measureRows = (measure: EditionMeasure): readonly PartRow[] => {
  const of: Of = { measure: measure.id, title: measure.title, period: measure.period };
  return [cutRows, rankingRows, distributionRows, comparatorRows].flatMap((rows) => rows(of, measure));
};

const amounts = ['gross', 'net', 'forecast', 'variance', 'movement'] as const;
type Amounts = Partial<Pick<BudgetRow, (typeof amounts)[number]>>;

const budgetRows = ({ id, title, unit, period, rows, total }: EditionBudget): readonly PartRow[] => {
  const rowsOf = (part: string | undefined, at: string, row: Amounts): readonly PartRow[] =>
    known(
      amounts.map((statistic) => ({
        ...({ measure: id, title, kind: 'budget', by: part === undefined ? undefined : 'line', part } as const),
        ...{ statistic, period: at, value: row[statistic], unit },
      })),
    );
  const all = (part: string | undefined, row: BudgetRow) => [
    ...rowsOf(part, period, row),
    ...row.earlier.flatMap((then) => rowsOf(part, then.period, then)),
  ];
  return [...rows.flatMap((row) => all(row.title, row)), ...all(undefined, total)];
};

/** Every number that a page has beside the figures themselves: in the order of the page. */
export const partsOf = ({ measures, budgets = [] }: Edition): readonly PartRow[] => [
  ...measures.flatMap(measureRows),
  ...budgets.flatMap(budgetRows),
];

/** Whether there is anything but the figures themselves. */
export const hasParts = ({ measures, budgets = [] }: Edition): boolean =>
  budgets.length > 0 ||
  measures.some(
    ({ cuts, ranking = [], distribution, comparators }) =>
      cuts.length + ranking.length + comparators.length > 0 || distribution !== undefined,
  );
