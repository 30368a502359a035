import { Failure } from '#local/failure.ts';

/** A rule's pattern: at each place a list of what may stand there, or an object of places. */
export type EventPattern = { readonly [place: string]: EventPattern | readonly unknown[] };

type Test = (argument: unknown, value: unknown) => boolean;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const wildcard = (text: string): RegExp => new RegExp(`^${text.split('*').map(escaped).join('.*')}$`, 's');

/** The comparisons that are understood here. Another one stops the run: nothing is guessed. */
const comparisons: Readonly<Record<string, Test>> = {
  prefix: (text, value) => typeof value === 'string' && value.startsWith(String(text)),
  suffix: (text, value) => typeof value === 'string' && value.endsWith(String(text)),
  wildcard: (text, value) => typeof value === 'string' && wildcard(String(text)).test(value),
};

/** Whether EventBridge would give an event to a rule with this pattern. */
export const matches = (pattern: EventPattern, event: unknown): boolean =>
  Object.entries(pattern).every(([place, expected]) => {
    const value = (event as Readonly<Record<string, unknown>> | null | undefined)?.[place];
    if (Array.isArray(expected)) return expected.some((one) => fits(one, value));
    return typeof value === 'object' && value !== null && matches(expected as EventPattern, value);
  });

const fits = (expected: unknown, value: unknown): boolean => {
  if (typeof expected !== 'object' || expected === null) return expected === value;
  const [[name = '', argument] = [], ...others] = Object.entries(expected);
  const compare = others.length === 0 ? comparisons[name] : undefined;
  if (!compare) throw new Failure(`A rule of the template compares by ${name}, which this computer cannot.`);
  return compare(argument, value);
};
