import { isRange, valuesOf } from '#metric/question.ts';
import { anyOf } from '#scorecard/format.ts';
import { numberParts } from '#scorecard/formula.ts';
import type { Countable, Formula, Unit, Where } from '#scorecard/schema.ts';

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

const spaced = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** `waitSeconds` as `wait`, with its unit apart. */
const numberWords = (name: string): { readonly name: string; readonly unit: string } => {
  const match = /^(.+?)(Seconds|Minutes|Pence)$/.exec(name);
  if (!match) return { name: spaced(name), unit: '' };
  return { name: spaced(match[1] ?? ''), unit: ` ${(match[2] ?? '').toLowerCase()}` };
};

const flags: Record<string, string> = { true: 'yes', false: 'no', '': 'not stated' };
const said = (value: string): string => flags[value] ?? value;

const conditionWords = (name: string, condition: Where[string]): string => {
  if (!isRange(condition)) return `${spaced(name)} is ${anyOf(valuesOf(condition).map(said))}`;
  const number = numberWords(name);
  const { atLeast, atMost } = condition;
  const limits = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}${number.unit}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}${number.unit}`]),
  ];
  return `${number.name} is ${limits.join(' and ')}`;
};

const whereWords = (where: Where = {}): string => {
  const conditions = Object.entries(where).map(([name, condition]) => conditionWords(name, condition));
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
};

const thingWords = (stream: string, where?: Where): string => `${things[stream] ?? stream}${whereWords(where)}`;

const ofNumber = (number: string, where?: Where): string => {
  const { stream, name } = numberParts(number);
  return `${numberWords(name).name} of ${thingWords(stream, where)}`;
};

const countableWords = (countable: Countable): string =>
  'count' in countable
    ? `number of ${thingWords(countable.count, countable.where)}`
    : `sum of the ${ofNumber(countable.sum, countable.where)}`;

const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ordinal = (n: number): string => `${n}${endings[ordinals.select(n)] ?? 'th'}`;

const percentileName = (at: number): string =>
  at === 50 ? 'median' : `${ordinal(at)} percentile, by nearest rank, of the`;

const sentence = (formula: Formula, unit: Unit): string => {
  if ('recorded' in formula) return 'typed in by an officer, with its source';
  if ('count' in formula || 'sum' in formula) return countableWords(formula);
  if ('mean' in formula) return `mean ${ofNumber(formula.mean, formula.where)}`;
  if ('percentile' in formula) return `${percentileName(formula.at)} ${ofNumber(formula.percentile, formula.where)}`;
  if ('latest' in formula) return `last ${ofNumber(formula.latest, formula.where)} in the period`;
  if ('share' in formula)
    return `of the ${thingWords(formula.share, formula.of)}, the percentage${whereWords(formula.where)}`;
  const { of, over } = formula.ratio;
  return `${countableWords(of)}, ${unit === 'percent' ? 'as a percentage of' : 'divided by'} the ${countableWords(over)}`;
};

/** What the formula does, for the public: `Number of calls where outcome is answered, as a percentage of …`. */
export const formulaInWords = (formula: Formula, unit: Unit): string => {
  const words = sentence(formula, unit);
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
};
