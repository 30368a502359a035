import { addDays, startOfDay } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { periodLabel } from '#calendar/period.ts';
import { type DowntimeQuestion, downtimeOf, type Stretch } from '#metric/downtime.ts';
import type { Basis } from '#scorecard/basis.ts';
import { type Figure, type Figures, mapped, only, parted } from '#scorecard/figure.ts';
import type { Of } from '#scorecard/formulaSchema.ts';
import { withValues } from '#scorecard/inputs.ts';
import { readingReachMonths, standing } from '#scorecard/overTime.ts';

/** How long ago what is still down may have gone down. */
export const outageReachMonths = readingReachMonths;

const minuteMs = 60_000;

/** The period, or the part of it that is over by the end of the as-of day. */
const soFar = ({ period, asOf }: Basis): Stretch => ({
  from: startOfDay(period.start),
  to: startOfDay(addDays(asOf < period.end ? asOf : period.end, 1)),
});

type Size = Of<'availability'>['number'];

const howMany = (number: Size, basis: Basis): Figure => {
  if (number === undefined) return { value: 1 };
  if (typeof number === 'number') return { value: number };
  if ('measure' in number)
    return withValues([{ id: number.measure, period: basis.period }], basis, ([value]) => ({ value }));
  const reading = standing({ number: number.latest, where: number.where ?? {} }, basis).get('');
  return reading ?? { because: 'No reading is known of how many there are.' };
};

const downIn = ({ of, where, each }: Of<'availability'>, basis: Basis): ReadonlyMap<string, number> => {
  const { period } = basis;
  const reach = { start: addMonths(period.start, -outageReachMonths), end: period.end };
  const question: DowntimeQuestion = { ...(where && { where }), ...(each !== undefined && { each }) };
  return downtimeOf(basis.evidenceOf(reach).partialOf(of), question, soFar(basis));
};

/**
 * The time that was left after all that was down, in minutes, of all the time there was. Silence is no outage: a measure
 * says `from` when on it may be taken for one.
 */
export const availabilityOf = (formula: Of<'availability'>, basis: Basis, by?: string): Figures => {
  const { from, to } = soFar(basis);
  const minutes = (to.getTime() - from.getTime()) / minuteMs;
  if (minutes <= 0) return only({ because: `${periodLabel(basis.period)} has not begun.` });
  const down = downIn(formula, basis);
  if (by !== undefined) return mapped(down, (lost) => parted(minutes - lost, minutes, 'percent'));
  const { value: number, because } = howMany(formula.number, basis);
  if (number === undefined) return only({ because });
  if (down.size > number) return only({ because: `There are ${number}, but ${down.size} were down.` });
  const lost = [...down.values()].reduce((sum, each) => sum + each, 0);
  return only(parted(number * minutes - lost, number * minutes, 'percent'));
};
