import { parsePeriod, shortLabel } from '#calendar/period.ts';
import { durationWords } from '#scorecard/durationInWords.ts';
import { longDate } from '#scorecard/format.ts';
import { isCounted } from '#scorecard/formulaKinds.ts';
import type { Counted, Formula, Of, OverTime } from '#scorecard/formulaSchema.ts';
import type { Operand } from '#scorecard/operandSchema.ts';
import { operandWords } from '#scorecard/operands.ts';
import { numberParts } from '#scorecard/questions.ts';
import { countableWords, idWords, nameWords, ofNumber, thingWords, whereWords } from '#scorecard/questionWords.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

/** The title of another measure, for people. */
export type TitleOf = (measure: string) => string;

const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ordinal = (n: number): string => `${n}${endings[ordinals.select(n)] ?? 'th'}`;

const percentileName = (at: number): string =>
  at === 50 ? 'median' : `${ordinal(at)} percentile, by nearest rank, of the`;

const apart = (unit: Unit): string => (unit === 'percent' ? 'as a percentage of' : 'divided by');

const distinctWords = ({ distinct, where }: Extract<Counted, { distinct: string }>): string =>
  `number of different ${idWords(distinct)} of ${thingWords(numberParts(distinct).stream, where)}`;

const countedWords = (formula: Counted, unit: Unit): string => {
  if ('count' in formula || 'sum' in formula) return countableWords(formula);
  if ('mean' in formula) return `mean ${ofNumber(formula.mean, formula.where)}`;
  if ('minimum' in formula) return `lowest ${ofNumber(formula.minimum, formula.where)}`;
  if ('maximum' in formula) return `highest ${ofNumber(formula.maximum, formula.where)}`;
  if ('percentile' in formula) return `${percentileName(formula.at)} ${ofNumber(formula.percentile, formula.where)}`;
  if ('latest' in formula) return `last ${ofNumber(formula.latest, formula.where)} in the period`;
  if ('distinct' in formula) return distinctWords(formula);
  if ('duration' in formula) return durationWords(formula.duration);
  if ('share' in formula)
    return `of the ${thingWords(formula.share, formula.of)}, the percentage${whereWords(formula.where)}`;
  const { of, over } = formula.ratio;
  return `${countableWords(of)}, ${apart(unit)} the ${countableWords(over)}`;
};

const quoted = (id: string, titleOf: TitleOf): string => `“${titleOf(id)}”`;

const overTimeWords = (of: OverTime, unit: Unit, titleOf: TitleOf): string =>
  'measure' in of ? quoted(of.measure, titleOf) : countedWords(of, unit);

const years = { april: '1 April', calendar: '1 January' };

type Derived = Exclude<Formula, Counted | { recorded: true }>;

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const ofTime = (formula: Derived, unit: Unit, titleOf: TitleOf): string | undefined => {
  if ('yearToDate' in formula)
    return `${overTimeWords(formula.yearToDate, unit, titleOf)}, from ${years[formula.year]} to the end of the period`;
  if ('rolling' in formula)
    return `${overTimeWords(formula.rolling.of, unit, titleOf)}, over the ${formula.rolling.months} months to the end of the period`;
  if (!('projected' in formula)) return undefined;
  const { of, year, roundTo } = formula.projected;
  const nearest = roundTo === undefined ? '' : `, to the nearest ${grouped(roundTo)}`;
  return `${overTimeWords(of, unit, titleOf)}, from ${years[year]} to the last whole month, times 12 and divided by those months${nearest}`;
};

const againstWords: Readonly<Record<string, string>> = {
  'previous-period': 'the period before',
  '12-months-prior': 'the same period a year before',
  'same-period-last-year': 'the same period a year before',
  baseline: 'its baseline',
};

const beforeIt = {
  year: (n: number): string =>
    n === 1 ? 'the same period of the year before' : `the same period of the ${n} years before`,
  period: (n: number): string => (n === 1 ? 'the one before' : `the ${n} before`),
};

const averageWords = (
  average: Extract<Formula, { average: unknown }>['average'],
  unit: Unit,
  titleOf: TitleOf,
): string => {
  if ('each' in average) {
    const { each, of, since, year } = average;
    const from = since === 'year' ? `since ${years[year]}` : `since ${longDate(since)}`;
    const when = since === 'period' ? 'of the period' : from;
    return `${overTimeWords(of, unit, titleOf)}, divided by the whole ${each}s ${when}`;
  }
  if ('in' in average)
    return `mean of ${quoted(average.of, titleOf)} in the same part of ${average.in.map((id) => shortLabel(parsePeriod(id))).join(', ')}`;
  const { of, periods, step, withThis } = average;
  if (withThis) return `mean of ${quoted(of, titleOf)} in the period and ${beforeIt[step](periods - 1)}`;
  const which = step === 'year' ? `the same period of the ${periods} years before` : `the ${periods} periods before`;
  return `mean of ${quoted(of, titleOf)} in ${which}`;
};

const sumWords = (operands: readonly Operand[], titleOf: TitleOf): string =>
  operands.map((each) => operandWords(each, titleOf)).join(' plus ');

const ofMeasures = (formula: Derived, unit: Unit, titleOf: TitleOf): string | undefined => {
  if ('combine' in formula) {
    const { add, subtract } = formula.combine;
    return [sumWords(add, titleOf), ...subtract.map((each) => operandWords(each, titleOf))].join(' less ');
  }
  if ('quotient' in formula)
    return `${operandWords(formula.quotient.of, titleOf)}, ${apart(unit)} ${operandWords(formula.quotient.over, titleOf)}`;
  if (!('growth' in formula)) return undefined;
  const { of, against } = formula.growth;
  const then = typeof against === 'object' ? operandWords(against, titleOf) : againstWords[against];
  return `change of ${quoted(of, titleOf)} in percent of ${then}`;
};

const rateWords = ({ of, per, over }: Extract<Formula, { rate: unknown }>['rate'], titleOf: TitleOf): string => {
  const part = 'measure' in of ? quoted(of.measure, titleOf) : countableWords(of);
  const whole = 'measure' in over ? quoted(over.measure, titleOf) : `the last ${ofNumber(over.latest, over.where)}`;
  return `${part}, for every ${grouped(per)} of ${whole}`;
};

const channelWords = (
  { of, part }: Extract<Formula, { channels: unknown }>['channels'],
  unit: Unit,
  titleOf: TitleOf,
): string => {
  const names = Object.entries(of).map(([name, total]) => `${name}: ${overTimeWords(total, 'count', titleOf)}`);
  const whole = unit === 'percent' ? 'as a percentage of all channels' : 'added up';
  return `contacts by ${part.join(', ')}, ${whole} (${names.join('; ')})`;
};

const availabilityWords = ({ of, where, each, number }: Of<'availability'>, titleOf: TitleOf): string => {
  const lost = `less that in which ${thingWords(of, where)} were open`;
  if (each === undefined || number === undefined) return `percentage of the time, day and night, ${lost}`;
  const thing = nameWords(each);
  const once = `; several at one ${thing} at a time count once`;
  if (typeof number === 'number')
    return `percentage of the time, day and night, of ${number} ${thing}${number === 1 ? '' : 's'}, ${lost}${once}`;
  const size =
    'measure' in number ? quoted(number.measure, titleOf) : `the last ${ofNumber(number.latest, number.where)}`;
  return `percentage of the time, day and night, of as many ${thing}s as ${size}, ${lost}${once}`;
};

const topWords = ({ of, by, n }: Of<'top'>): string =>
  `the ${n} most frequent values of ${nameWords(by)} among the ${thingWords(of.count, of.where)}`;

const derivedWords = (formula: Derived, unit: Unit, titleOf: TitleOf): string => {
  if ('increment' in formula)
    return `last ${ofNumber(formula.increment, formula.where)} in the period, less the last before the period`;
  if ('top' in formula) return topWords(formula.top);
  if ('availability' in formula) return availabilityWords(formula.availability, titleOf);
  if ('rate' in formula) return rateWords(formula.rate, titleOf);
  if ('average' in formula) return averageWords(formula.average, unit, titleOf);
  if ('channels' in formula) return channelWords(formula.channels, unit, titleOf);
  return ofTime(formula, unit, titleOf) ?? ofMeasures(formula, unit, titleOf) ?? '';
};

const sentence = (formula: Formula, unit: Unit, titleOf: TitleOf): string => {
  if ('recorded' in formula) return 'typed in by an officer, with its source';
  return isCounted(formula) ? countedWords(formula, unit) : derivedWords(formula, unit, titleOf);
};

/** What the formula does, for the public: `Number of calls where outcome is answered, as a percentage of …`. */
export const formulaInWords = (formula: Formula, unit: Unit, titleOf: TitleOf = (id) => id): string => {
  const words = sentence(formula, unit, titleOf);
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
};
