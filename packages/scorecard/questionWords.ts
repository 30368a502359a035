import { isRange, valuesOf } from '#metric/question.ts';
import { anyOf } from '#scorecard/format.ts';
import type { Countable, Where } from '#scorecard/formulaSchema.ts';
import { numberParts } from '#scorecard/questions.ts';

const things: Record<string, string> = {
  call: 'calls',
  message: 'messages',
  visit: 'visits',
  transaction: 'transactions',
  web: 'website interactions',
  case: 'cases',
  survey: 'survey responses',
  gauge: 'readings',
};

export const nameWords = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** `web.visitorKey` as `visitor keys`. */
export const idWords = (id: string): string => `${nameWords(numberParts(id).name)}s`;

/** `waitSeconds` as `wait`, with its unit apart. */
const numberWords = (name: string): { readonly name: string; readonly unit: string } => {
  const match = /^(.+?)(Seconds|Minutes|Pence)$/.exec(name);
  if (!match) return { name: nameWords(name), unit: '' };
  return { name: nameWords(match[1] ?? ''), unit: ` ${(match[2] ?? '').toLowerCase()}` };
};

const flags: Record<string, string> = { true: 'yes', false: 'no', '': 'not stated' };
const said = (value: string): string => flags[value] ?? value;

const conditionWords = (name: string, condition: Where[string]): string => {
  if (!isRange(condition)) return `${nameWords(name)} is ${anyOf(valuesOf(condition).map(said))}`;
  const number = numberWords(name);
  const { atLeast, atMost } = condition;
  const limits = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}${number.unit}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}${number.unit}`]),
  ];
  return `${number.name} is ${limits.join(' and ')}`;
};

export const whereWords = (where: Where = {}): string => {
  const conditions = Object.entries(where).map(([name, condition]) => conditionWords(name, condition));
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
};

export const thingWords = (stream: string, where?: Where): string => `${things[stream] ?? stream}${whereWords(where)}`;

export const ofNumber = (number: string, where?: Where): string => {
  const { stream, name } = numberParts(number);
  return `${numberWords(name).name} of ${thingWords(stream, where)}`;
};

export const countableWords = (countable: Countable): string =>
  'count' in countable
    ? `number of ${thingWords(countable.count, countable.where)}`
    : `sum of the ${ofNumber(countable.sum, countable.where)}`;
