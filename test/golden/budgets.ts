import * as z from 'zod';
import type { BudgetRow } from '#scorecard/edition.ts';
import { given, number, type Way } from '#test/golden/cases.ts';
import { publish } from '#test/golden/publish.ts';

type Column = 'gross' | 'net' | 'forecast' | 'variance';

interface Amount {
  readonly column: Column;
  readonly value: number;
  readonly line?: string;
  readonly quarter?: number;
}

/** The table of quarter 3, with its total. */
const tableOf = (amounts: readonly Amount[]) => {
  const lines = [{ id: 'one', title: 'One' }];
  const [table] =
    publish({
      budgets: [{ id: 'budget', title: 'Budget', total: 'Total', lines }],
      records: amounts.map(({ column, value, line, quarter = 3 }) => ({
        measure: 'budget',
        period: `2021-22-q${quarter}`,
        series: column,
        value,
        ...(line && { cut: { line } }),
      })),
      period: '2021-22-q3',
    }).budgets ?? [];
  if (!table) throw new Error('no budget was published');
  return table;
};

const varianceOf = (net: number, forecast: number): number | undefined => {
  const line = 'one';
  return tableOf([
    { column: 'net', value: net, line },
    { column: 'forecast', value: forecast, line },
  ]).total.variance;
};

const earlierVariance = ({ earlier }: BudgetRow, quarter: number): number | undefined =>
  earlier.find(({ period }) => period.endsWith(`q${quarter}`))?.variance;

/** A total stands as recorded where not every line is known. */
const totalOf = (column: 'gross' | 'net' | 'forecast', value: number) => tableOf([{ column, value }]).total[column];

const varianceIn = (quarter: number, value: number): number | undefined =>
  earlierVariance(tableOf([{ column: 'variance', value, quarter }]).total, quarter);

const variance = given({ forecast: number, net: number }, ({ forecast, net }) => varianceOf(net, forecast));

export const budgetKinds: Readonly<Record<string, readonly Way[]>> = {
  budget_variance: [variance],
  budget_total: [
    variance,
    given({ column: z.enum(['gross', 'net', 'forecast']), printed: number }, ({ column, printed }) =>
      totalOf(column, printed),
    ),
    given({ column: z.enum(['vq1', 'vq2']), printed: number }, ({ column, printed }) =>
      varianceIn(Number(column.slice(-1)), printed),
    ),
  ],
};
