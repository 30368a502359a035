import { expect, test } from '@jest/globals';
import type { Golden } from '#test/golden/cases.ts';
import { workedOut } from '#test/golden/kinds.ts';

interface Other {
  readonly kind: string;
  readonly inputs: Golden['inputs'];
  readonly answer: unknown;
  readonly rounding?: string;
  readonly formula?: string;
}

const row = (original: string, current: string, status: string) => ({ original, current, status });
const due = (current: string, status: string, original = current) => ({
  ...row(original, current, status),
  previous_quarter_end: '2024-12-31',
});
const whole = 'half up to 0 dp';
const oneDecimal = 'half up to 1 dp';

// Worked by hand, of no council.
const others: readonly Other[] = [
  { kind: 'average', inputs: { total: 25, months: 10 }, rounding: whole, answer: 3 },
  { kind: 'average', inputs: { total: 24, months: 12 }, rounding: whole, answer: 2 },
  { kind: 'projection', inputs: { ytd: 40_000, months: 5 }, rounding: 'nearest 1,000', answer: 96_000 },
  { kind: 'projection', inputs: { ytd: 350, months: 4 }, rounding: 'nearest 100', answer: 1_100 }, // 1,050 is half way
  { kind: 'projection', inputs: { ytd: 0.05, months: 4 }, rounding: 'nearest 0.1', answer: 0.2 },
  { kind: 'projection', inputs: { ytd: 0.1, months: 4 }, rounding: 'nearest 0.1', answer: 0.3 },
  { kind: 'projection', inputs: { ytd: 7, months: 12 }, rounding: 'none', answer: 7 },
  { kind: 'percentage', inputs: { a: 1, b: 3 }, formula: '100*part/total', rounding: oneDecimal, answer: 33.3 },
  { kind: 'percentage', inputs: { a: 5, b: 4 }, formula: '100*part/total', rounding: whole, answer: 125 },
  { kind: 'percentage', inputs: { a: 7, b: 8 }, formula: '100*(now/then-1)', rounding: oneDecimal, answer: -12.5 },
  { kind: 'yoy', inputs: { a: 201, b: 200 }, rounding: whole, answer: 1 }, // half a percent
  { kind: 'yoy', inputs: { a: 199, b: 200 }, rounding: whole, answer: -1 }, // half away from zero
  { kind: 'follower_growth', inputs: { total: 1_100, increment: 100 }, rounding: whole, answer: 10 },
  { kind: 'follower_growth', inputs: { total: 900, increment: -100 }, rounding: whole, answer: -10 },
  { kind: 'budget_variance', inputs: { forecast: 0.3, net: 0.1 }, answer: 0.2 },
  { kind: 'sum', inputs: { channels: [0, 0] }, answer: 0 },
  { kind: 'sum', inputs: { channels: [1.1, 2.2] }, answer: 3.3 },
  { kind: 'difference', inputs: { now: 3, increase: -4 }, answer: 7 },
  { kind: 'count', inputs: { names: ['bins', 'bins', 'parking'] }, answer: 2 },
  { kind: 'rank_order', inputs: { counts: [5, 5, 9] }, answer: [9, 5, 5] },
  { kind: 'rank_order', inputs: { printed_order: [-1, 0, 2, -3, 2.5] }, answer: [2.5, 2, -3, -1] },
  { kind: 'list_membership', inputs: { improvement: 0.01, priority: 'P9' }, answer: ['improved'] },
  { kind: 'tile_rounding', inputs: { list: -0.5 }, rounding: whole, answer: -1 },
  { kind: 'tile_rounding', inputs: { list: -0.4 }, rounding: whole, answer: 0 },
  { kind: 'direction', inputs: { now: 0, prev: 3, polarity: 'lower' }, answer: 'Improving' },
  { kind: 'direction', inputs: { now: 3, prev: 0, polarity: 'higher' }, answer: 'Improving' },
  { kind: 'direction', inputs: { now: 3, prev: 2, polarity: 'none' }, answer: 'N/A' },
  { kind: 'measure_rag', inputs: { value: 79.999999, target: 80 }, answer: 'not Green' },
  { kind: 'milestone_rag', inputs: due('2024-12-30', 'On Track'), answer: 'Red' }, // passed the day before
  { kind: 'milestone_rag', inputs: due('2024-12-31', 'On Track'), answer: 'Amber' },
  { kind: 'milestone_rag', inputs: due('2025-02-04', 'On Track'), answer: 'Amber' }, // 35 days
  { kind: 'milestone_rag', inputs: due('2025-02-05', 'On Track'), answer: 'Green' },
  { kind: 'milestone_rag', inputs: due('2025-02-04', 'Delayed'), answer: 'Red' },
  { kind: 'milestone_rag', inputs: due('2025-02-05', 'On Track', '2025-01-31'), answer: 'Amber' }, // so it is delayed
  { kind: 'milestone_rag', inputs: due('2020-01-01', 'Complete'), answer: 'Green' },
  { kind: 'status_rule', inputs: row('2024-02-28', '2024-02-29', 'On Track'), answer: 'Delayed' },
  { kind: 'status_rule', inputs: row('2024-02-29', '2024-02-28', 'On Track'), answer: 'not Delayed' },
  { kind: 'weeks_delay', inputs: { original: '2024-02-26', current: '2024-03-03', days: 6 }, answer: 0 },
  { kind: 'weeks_delay', inputs: { original: '2024-02-26', current: '2024-03-04', days: 7 }, answer: 1 },
  { kind: 'weeks_delay', inputs: { original: '2024-03-04', current: '2024-02-26', days: -7 }, answer: null },
  { kind: 'weeks_delay', inputs: { original: '2024-10-21', current: '2024-11-04', days: 14 }, answer: 2 }, // 25-hour day
  { kind: 'calendar', inputs: { date: '2024-02-29' }, answer: 'Thursday' },
  { kind: 'calendar', inputs: { date: '2000-01-02' }, answer: 'Sunday' },
  { kind: 'calendar', inputs: { date: '2023-12-25' }, answer: 'Monday' },
  { kind: 'calendar', inputs: { from: '2019-12', to: '2020-01' }, answer: 2 },
  { kind: 'calendar', inputs: { from: '2023-24', to: '2023-24' }, answer: 1 },
  { kind: 'calendar', inputs: { go_live: '2024-03-31', meeting: '2024-03-31' }, answer: false },
  { kind: 'fiscal_calendar', inputs: { meeting: '2025-03-31' }, answer: '2024/25' },
  { kind: 'fiscal_calendar', inputs: { meeting: '2025-04-01' }, answer: '2025/26' },
  { kind: 'fiscal_calendar', inputs: { meeting: '2099-12-31' }, answer: '2099/00' },
  { kind: 'fiscal_calendar', inputs: { year_start_month: 4, period: 12 }, answer: 3 },
  { kind: 'fiscal_calendar', inputs: { year_start_month: 4, quarter: 4 }, answer: [1, 2, 3] },
  { kind: 'date_range', inputs: { start: '2024-05', end: '2024-05' }, answer: true },
  { kind: 'target_trajectory', inputs: { baseline: 10, final: 4, step: 3, steps: 5 }, answer: 6.4 },
  { kind: 'target_trajectory', inputs: { baseline: 5, targets: [5, 6, 5], polarity: 'lower' }, answer: false },
  { kind: 'target_trajectory', inputs: { baseline: 5, targets: [5, null, 4], polarity: 'lower' }, answer: true },
  { kind: 'target_trajectory', inputs: { baseline: 5, target: 6, polarity: 'lower' }, answer: false },
];

test.each(others)('$kind of $inputs', ({ answer, rounding = 'none', formula = '', kind, inputs }) => {
  const golden = { id: '', council: '', kind, inputs, rounding, formula, expected: answer, consistent: true };
  expect(workedOut(golden)).toEqual({ answer });
});
