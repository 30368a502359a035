import { expect, test } from '@jest/globals';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import type { Unit } from '#scorecard/schema.ts';

const titles: Readonly<Record<string, string>> = { calls: 'Calls', visits: 'Visits', cost: 'Cost' };
const words = (written: object, unit: Unit): string =>
  formulaInWords(formula.parse(written), unit, (id) => titles[id] ?? id);

test.each<[object, Unit, string]>([
  [{ minimum: 'call.waitSeconds' }, 'seconds', 'Lowest wait of calls.'],
  [{ maximum: 'call.waitSeconds', where: { queue: 'bins' } }, 'seconds', 'Highest wait of calls where queue is bins.'],
  [{ yearToDate: { count: 'call' } }, 'count', 'Number of calls, from 1 April to the end of the period.'],
  [
    { yearToDate: { measure: 'calls' }, year: 'calendar' },
    'count',
    '“Calls”, from 1 January to the end of the period.',
  ],
  [
    { projected: { of: { count: 'call' }, roundTo: 10_000 } },
    'count',
    'Number of calls, from 1 April to the last whole month, times 12 and divided by those months, to the nearest 10,000.',
  ],
  [
    { rolling: { months: 18, of: { mean: 'call.waitSeconds' } } },
    'seconds',
    'Mean wait of calls, over the 18 months to the end of the period.',
  ],
  [
    { increment: 'gauge.value', where: { gauge: 'downloads' } },
    'count',
    'Last value of readings where gauge is downloads in the period, less the last before the period.',
  ],
  [
    { rate: { of: { count: 'case' }, over: { latest: 'gauge.value', where: { gauge: 'population' } } } },
    'score',
    'Number of cases, for every 1,000 of the last value of readings where gauge is population.',
  ],
  [
    { rate: { of: { measure: 'calls' }, per: 1, over: { measure: 'visits' } } },
    'score',
    '“Calls”, for every 1 of “Visits”.',
  ],
  [{ combine: { add: ['calls', 'visits'], subtract: ['cost'] } }, 'count', '“Calls” plus “Visits” less “Cost”.'],
  [{ quotient: { of: 'cost', over: 'visits' } }, 'pounds', '“Cost”, divided by “Visits”.'],
  [{ quotient: { of: 'calls', over: 'visits' } }, 'percent', '“Calls”, as a percentage of “Visits”.'],
  [
    { growth: { of: 'calls', against: 'previous-period' } },
    'percent',
    'Change of “Calls” in percent of the period before.',
  ],
  [{ growth: { of: 'calls', against: { measure: 'visits' } } }, 'percent', 'Change of “Calls” in percent of “Visits”.'],
  [
    { average: { of: 'calls', periods: 3, step: 'year' } },
    'count',
    'Mean of “Calls” in the same period of the 3 years before.',
  ],
  [{ average: { of: 'calls', periods: 2, step: 'period' } }, 'count', 'Mean of “Calls” in the 2 periods before.'],
  [
    { average: { each: 'month', of: { measure: 'calls' }, since: 'year' } },
    'count',
    '“Calls”, divided by the whole months since 1 April.',
  ],
  [
    { average: { each: 'month', of: { count: 'call' } } },
    'count',
    'Number of calls, divided by the whole months of the period.',
  ],
  [
    { channels: { of: { phone: { count: 'call' }, web: { measure: 'visits' } }, part: ['web'] } },
    'percent',
    'Contacts by web, as a percentage of all channels (phone: number of calls; web: “Visits”).',
  ],
])('%j in words', (written, unit, expected) => expect(words(written, unit)).toBe(expected));
