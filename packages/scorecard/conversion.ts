import type { Unit } from '#scorecard/schema.ts';

/** Multiply, then divide once: a single rounding. */
export interface Conversion {
  readonly times: number;
  readonly over: number;
}

const secondsIn: Partial<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const penceIn: Partial<Record<Unit, number>> = { pence: 1, pounds: 100 };

/** What one of the number is, by the end of its name: `waitSeconds`, `replyMinutes`, `amountPence`. */
const ofName = (
  number: string,
): { readonly scale: Partial<Record<Unit, number>>; readonly size: number } | undefined => {
  if (number.endsWith('Seconds')) return { scale: secondsIn, size: 1 };
  if (number.endsWith('Minutes')) return { scale: secondsIn, size: 60 };
  return number.endsWith('Pence') ? { scale: penceIn, size: 1 } : undefined;
};

/** The units that a number can be published in; undefined when its name does not say what it is in. */
export const unitsOf = (number: string): readonly Unit[] | undefined => {
  const found = ofName(number);
  return found && (Object.keys(found.scale) as Unit[]);
};

/** From the number's own unit to the measure's; no change where the name carries no unit. */
export const conversionOf = (number: string | undefined, unit: Unit): Conversion => {
  const found = number === undefined ? undefined : ofName(number);
  const over = found?.scale[unit];
  return found && over !== undefined ? { times: found.size, over } : { times: 1, over: 1 };
};
