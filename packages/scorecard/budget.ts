import { type Period, periodContaining, periodLabel, shiftPeriod, shortLabel } from '#calendar/period.ts';
import { amount, budgetSummary } from '#scorecard/budgetWords.ts';
import type { BudgetRow, EditionBudget } from '#scorecard/edition.ts';
import { tidy } from '#scorecard/format.ts';
import type { Records } from '#scorecard/records.ts';
import type { Budget } from '#scorecard/schema.ts';

const columns = ['gross', 'net', 'forecast', 'variance'] as const;
type Column = (typeof columns)[number];
type Amounts = Partial<Readonly<Record<Column, number>>>;

/** `budget` is another name of the net budget. */
const seriesOf: Readonly<Record<Column, readonly string[]>> = {
  gross: ['gross'],
  net: ['net', 'budget'],
  forecast: ['forecast'],
  variance: ['variance'],
};

/** What was recorded of one line, or of the total under `''`. */
type Recorded = (line: string, column: Column) => number | undefined;

const recordedIn =
  ({ id }: Budget, period: Period, { amounts }: Records): Recorded =>
  (line, column) =>
    amounts(id, period.id).findLast(
      ({ series = 'own', cut, value }) =>
        value !== undefined && seriesOf[column].includes(series) && (cut?.['line'] ?? '') === line,
    )?.value;

/** Positive is overspent. */
const varianceOf = ({ net, forecast }: Amounts): number | undefined =>
  net === undefined || forecast === undefined ? undefined : tidy(forecast - net);

const amountsOf = (line: string, recorded: Recorded): Amounts => {
  const [gross, net, forecast, typed] = columns.map((column) => recorded(line, column));
  return { gross, net, forecast, variance: varianceOf({ net, forecast }) ?? typed };
};

/** undefined unless every line has an amount: part of a total is none. */
const sumOf = (lines: readonly Amounts[], column: Column): number | undefined => {
  const amounts = lines.flatMap((line) => line[column] ?? []);
  return amounts.length < lines.length ? undefined : tidy(amounts.reduce((sum, amount) => sum + amount, 0));
};

const totalOf = (lines: readonly Amounts[], recorded: Recorded): Amounts => {
  const [gross, net, forecast, variance] = columns.map((column) => sumOf(lines, column) ?? recorded('', column));
  return { gross, net, forecast, variance: variance ?? varianceOf({ net, forecast }) };
};

interface Table {
  readonly period: Period;
  readonly recorded: Recorded;
  readonly lines: readonly Amounts[];
  readonly total: Amounts;
}

const tableOf = (budget: Budget, period: Period, records: Records): Table => {
  const recorded = recordedIn(budget, period, records);
  const lines = budget.lines.map(({ id }) => amountsOf(id, recorded));
  return { period, recorded, lines, total: totalOf(lines, recorded) };
};

/** Recorded amounts that disagree with what follows from others are not used, and named. */
const disagreements = ({ lines, total: titleOfTotal }: Budget, { period, recorded, lines: rows, total }: Table) => {
  const noteOf = (title: string, line: string, column: Column, used: number | undefined, how: string): string[] => {
    const typed = recorded(line, column);
    return typed === undefined || used === undefined || typed === used
      ? []
      : [`${shortLabel(period)}: ${title}, ${column}: ${amount(typed)} was recorded, but ${how} ${amount(used)}.`];
  };
  return [
    ...lines.flatMap(({ id, title }, i) =>
      noteOf(title, id, 'variance', rows[i]?.variance, 'forecast less net budget is'),
    ),
    ...columns.flatMap((column) => noteOf(titleOfTotal, '', column, total[column], 'the lines add up to')),
  ];
};

/** The earlier periods of the same April year, the newest first. */
const earlierOf = (period: Period): readonly Period[] => {
  const { start } = periodContaining(period.start, 'year');
  const before = shiftPeriod(period, -1);
  return before.start < start ? [] : [before, ...earlierOf(before)];
};

type Earlier = readonly (readonly [Period, Amounts | undefined])[];

/** Since the newest earlier variance that is known: what falls has improved. */
const movementOf = ({ variance }: Amounts, earlier: Earlier): number | undefined => {
  const then = earlier.find(([, amounts]) => amounts?.variance !== undefined)?.[1]?.variance;
  return variance === undefined || then === undefined ? undefined : tidy(variance - then);
};

const rowOf = (now: Amounts, earlier: Earlier): BudgetRow => ({
  ...now,
  movement: movementOf(now, earlier),
  earlier: earlier.map(([period, { net, forecast, variance } = {}]) => ({
    period: period.id,
    label: shortLabel(period),
    net,
    forecast,
    variance,
  })),
});

/** A table of budget lines as of one period, with what was budgeted and forecast in the year's earlier periods beside it. */
export const editionBudget = (budget: Budget, period: Period, records: Records): EditionBudget => {
  const now = tableOf(budget, period, records);
  const earlier = earlierOf(period).map((each) => tableOf(budget, each, records));
  const total = rowOf(
    now.total,
    earlier.map((table) => [table.period, table.total]),
  );
  return {
    id: budget.id,
    title: budget.title,
    unit: budget.unit,
    period: period.id,
    periodLabel: periodLabel(period),
    rows: budget.lines.map(({ id, title }, i) => ({
      id,
      title,
      ...rowOf(
        now.lines[i] ?? {},
        earlier.map((table) => [table.period, table.lines[i]]),
      ),
    })),
    total: { title: budget.total, ...total },
    summary: budgetSummary(total),
    notes: [now, ...earlier].flatMap((table) => disagreements(budget, table)),
  };
};
