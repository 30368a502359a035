import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { unitsOf } from '#scorecard/conversion.ts';
import { anyOf } from '#scorecard/format.ts';
import type { Countable, Formula, OverTime } from '#scorecard/formulaSchema.ts';
import { suggestion } from '#scorecard/issueWords.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { numberParts } from '#scorecard/questions.ts';
import { referencesOf } from '#scorecard/references.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

type Rule = (measure: Measure) => readonly Finding[];

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

/** Where a formula takes readings, by its path. */
const readings = (value: Formula): readonly (readonly [readonly Step[], string])[] => {
  if ('latest' in value) return [[['value', 'latest'], value.latest]];
  if ('increment' in value) return [[['value', 'increment'], value.increment]];
  if ('rate' in value && 'latest' in value.rate.over)
    return [[['value', 'rate', 'over', 'latest'], value.rate.over.latest]];
  if ('yearToDate' in value && 'latest' in value.yearToDate)
    return [[['value', 'yearToDate', 'latest'], value.yearToDate.latest]];
  return 'rolling' in value && 'latest' in value.rolling.of
    ? [[['value', 'rolling', 'of', 'latest'], value.rolling.of.latest]]
    : [];
};

const readingsOfGauges: Rule = ({ value }) =>
  readings(value)
    .filter(([, number]) => number !== 'gauge.value')
    .map(([path]) =>
      found(
        path,
        'only readings of gauges have a latest',
        `write ${path.at(-1)}: gauge.value, with where: { gauge: … }`,
      ),
    );

const streamText = (countable: Countable): string => ('count' in countable ? countable.count : countable.sum);

const numberIn = (formula: Formula): string | undefined => {
  if ('sum' in formula) return formula.sum;
  if ('mean' in formula) return formula.mean;
  if ('minimum' in formula) return formula.minimum;
  if ('maximum' in formula) return formula.maximum;
  return 'percentile' in formula ? formula.percentile : undefined;
};

const inner = (formula: Formula): OverTime | undefined => {
  if ('yearToDate' in formula) return formula.yearToDate;
  if ('rolling' in formula) return formula.rolling.of;
  return 'projected' in formula ? formula.projected.of : undefined;
};

/** The units that a formula can come out in; undefined when any will do. */
const unitsOfFormula = (formula: Formula): readonly Unit[] | undefined => {
  const of = inner(formula);
  if (of) return 'measure' in of ? undefined : unitsOfFormula(of);
  if ('share' in formula || 'growth' in formula) return ['percent'];
  if ('channels' in formula) return ['percent', 'count'];
  if ('count' in formula) return ['count'];
  const number = numberIn(formula);
  if (number !== undefined) return unitsOf(numberParts(number).name);
  if (!('ratio' in formula)) return undefined;
  return streamText(formula.ratio.of) === streamText(formula.ratio.over) ? ['percent'] : undefined;
};

const unit: Rule = ({ unit: written, value }) => {
  const allowed = unitsOfFormula(value);
  if (!allowed || allowed.includes(written)) return [];
  const isPart = allowed[0] === 'percent' && !('growth' in value);
  const hint = isPart ? 'a part of a whole is published as 0 to 100: write unit: percent' : '';
  return [found(['unit'], `this formula cannot come out in ${written}`, hint || `write unit: ${anyOf(allowed)}`)];
};

const parts: Rule = ({ value }) => {
  if (!('channels' in value)) return [];
  const names = Object.keys(value.channels.of);
  return value.channels.part.flatMap((name, i) =>
    names.includes(name)
      ? []
      : [
          found(
            ['value', 'channels', 'part', i],
            `"${name}" is not one of the channels`,
            suggestion(name, names, 'channels'),
          ),
        ],
  );
};

const cutsNeedEvents: Rule = ({ cuts, value }) => {
  if (cuts.length === 0) return [];
  if ('recorded' in value)
    return [
      found(['cuts'], 'a recorded figure is not cut by a formula', 'remove cuts; record each part with its own cut'),
    ];
  const other = referencesOf(value).find(({ path }) => !path.includes('over'))?.id;
  return other === undefined
    ? []
    : [found(['cuts'], `the figure comes from "${other}" and is not cut`, `remove cuts, or give them to "${other}"`)];
};

const begin: Rule = ({ from, value, frequency }) => {
  if (from === undefined) return [];
  if ('recorded' in value)
    return [found(['from'], 'there is no formula that could begin', 'remove it, or write a formula')];
  if (!isPeriodId(from)) return [found(['from'], `"${from}" is not a period`, 'write 2023-24-q3, 2023-24 or 2016-05')];
  return parsePeriod(from).frequency === frequency
    ? []
    : [found(['from'], `"${from}" is not a ${frequency}`, `write the first ${frequency} of the formula`)];
};

const rules: readonly Rule[] = [readingsOfGauges, unit, parts, cutsNeedEvents, begin];

/** What the schema cannot say of one measure's formula by itself. */
export const formulaFindings: Rule = (measure) => rules.flatMap((rule) => rule(measure));
