import { rounded } from '#scorecard/format.ts';
import { type Golden, given, number, numbers, type Way } from '#test/golden/cases.ts';
import { figureOf, measureFrom } from '#test/golden/publish.ts';
import { nearestIn, roundedAs } from '#test/golden/rounding.ts';

export const growth = (now: number, then: number): number =>
  figureOf(
    { growth: { of: 'now', against: { measure: 'before' } } },
    { unit: 'percent', recorded: { now, before: then } },
  );

export const share = (part: number, whole: number): number =>
  figureOf({ quotient: { of: 'part', over: 'whole' } }, { unit: 'percent', recorded: { part, whole } });

const million = 1_000_000;

const perOne = (amount: number, count: number): number =>
  figureOf({ quotient: { of: 'amount', over: 'count' } }, { unit: 'pounds', recorded: { amount, count } });

const named = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, i) => [`n${i}`, value]));

export const added = (values: readonly number[]): number =>
  figureOf({ combine: { add: Object.keys(named(values)) } }, { recorded: named(values) });

export const less = (from: number, taken: number): number =>
  figureOf({ combine: { add: ['from'], subtract: ['taken'] } }, { recorded: { from, taken } });

const allChannels = (values: readonly number[]): number => {
  const recorded = named(values);
  const of = Object.fromEntries(Object.keys(recorded).map((id) => [id, { measure: id }]));
  return figureOf({ channels: { of, part: Object.keys(of) } }, { recorded });
};

export const asRecorded = (value: number): number => {
  const { value: published } = measureFrom({ recorded: { asked: value } });
  return published as number;
};

/** Period n of the April year that ends with month 3 of 2022. */
const monthOfYear = (n: number): string => (n <= 9 ? `2021-${String(n + 3).padStart(2, '0')}` : `2022-0${n - 9}`);

/** Of a total so far after so many months of the year. */
const soFar = (value: object, total: number, months: number): number =>
  figureOf(value, {
    recorded: { total },
    inputs: { accumulation: 'year-to-date' },
    period: monthOfYear(months),
  });

const total = { measure: 'total' };

/** `100*(84-82)/82` is a rise on 82, and `100*(98-84)/98` a fall from 98. */
const workedChange = (formula: string): number | undefined => {
  const [, a, b, over] = /^100\*\((\d+)-(\d+)\)\/(\d+)$/.exec(formula) ?? [];
  if (over === undefined) return undefined;
  return over === b ? growth(Number(a), Number(b)) : -growth(Number(b), Number(a));
};

const isChange = (formula: string): boolean => formula.includes('-');

const percentage = (a: number, b: number, { formula = '', rounding }: Golden): number =>
  roundedAs(rounding, workedChange(formula) ?? (isChange(formula) ? growth(a, b) : share(a, b)));

const followers = (total: number, increment: number): number =>
  figureOf(
    { growth: { of: 'total', against: { measure: 'before' } } },
    {
      unit: 'percent',
      between: [{ id: 'before', value: { combine: { add: ['total'], subtract: ['increment'] } } }],
      recorded: { total, increment },
    },
  );

const meanOf = (values: readonly number[]): number => {
  const before = Object.fromEntries(values.map((value, i) => [monthOfYear(9 - values.length + i), value]));
  return figureOf(
    { average: { periods: values.length, of: 'before', step: 'period' } },
    { recorded: { before }, unit: 'percent', inputs: { unit: 'percent' } },
  );
};

export const figureKinds: Readonly<Record<string, readonly Way[]>> = {
  average: [
    given({ total: number, months: number }, ({ total: sum, months }, { rounding }) =>
      roundedAs(rounding, soFar({ average: { each: 'month', of: total, since: 'year' } }, sum, months)),
    ),
  ],
  projection: [
    given({ ytd: number, months: number }, ({ ytd, months }, { rounding }) =>
      soFar({ projected: { of: total, roundTo: nearestIn(rounding) } }, ytd, months),
    ),
  ],
  percentage: [
    given({ a: number, b: number }, ({ a, b }, golden) => percentage(a, b, golden)),
    given({ now: number, average_printed: number }, ({ now, average_printed: mean }, golden) =>
      percentage(now, mean, golden),
    ),
  ],
  yoy: [given({ a: number, b: number }, ({ a, b }, { rounding }) => roundedAs(rounding, growth(a, b)))],
  follower_growth: [
    given({ total: number, increment: number }, ({ total, increment }, { rounding }) =>
      roundedAs(rounding, followers(total, increment)),
    ),
  ],
  difference: [given({ now: number, increase: number }, ({ now, increase }) => less(now, increase))],
  sum: [
    given({ channels: numbers }, ({ channels }) => allChannels(channels)),
    given({ a: number, b: number }, ({ a, b }) => added([a, b])),
    given({ very_good: number, good: number }, ({ very_good, good }) => added([very_good, good])),
  ],
  text_vs_table: [
    given({ first: number, second: number }, ({ first, second }) =>
      asRecorded(first) === asRecorded(second) ? first : undefined,
    ),
    given({ table: number }, ({ table }) => Math.abs(asRecorded(table))),
    given({ growth: numbers }, ({ growth }, { rounding }) => roundedAs(rounding, meanOf(growth))),
    given({ 2019: number }, ({ 2019: figure }, { rounding }) => roundedAs(rounding, asRecorded(figure))),
  ],
  /** The years before a printed growth are not solved for: they have no way here. */
  backsolve: [
    given({ n1: number, n2: number, v1: number, v2: number }, ({ n1, n2, v1, v2 }) => ({
      count_growth_pct: rounded(growth(n2, n1), 1),
      value_growth_pct: rounded(growth(v2, v1), 1),
      avg_first: rounded(perOne(v1 * million, n1), 2),
      avg_second: rounded(perOne(v2 * million, n2), 2),
    })),
    given({ total: number, platforms: numbers }, ({ total, platforms }) => ({
      month: added(platforms),
      previous: less(total, added(platforms)),
    })),
    given({ now: number, rise: number }, ({ now, rise }) => less(now, rise)),
    given({ now: number, rise_points: number }, ({ now, rise_points: rise }) => less(now, rise)),
  ],
  /** No way reads `12.109`: an event's value is a number, and text is refused. */
  format: [],
  cross_seed: [
    given({ users: number, residents: number }, ({ users, residents }) => rounded(share(users, residents), 0)),
  ],
};
