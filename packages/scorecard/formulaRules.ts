import { type Clock, dueBy } from '#calendar/clock.ts';
import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { unitsOf } from '#scorecard/conversion.ts';
import { clockOf, countsSeconds } from '#scorecard/duration.ts';
import { anyOf } from '#scorecard/format.ts';
import type { Countable, Duration, Formula, Of, OverTime } from '#scorecard/formulaSchema.ts';
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
  if ('availability' in value && typeof value.availability.number === 'object' && 'latest' in value.availability.number)
    return [[['value', 'availability', 'number', 'latest'], value.availability.number.latest]];
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

const isLimit = (statistic: Duration['statistic']): statistic is Extract<typeof statistic, { unit?: unknown }> =>
  typeof statistic === 'object' && ('within' in statistic || 'moreThan' in statistic);

/** Days are of 24 hours, so opening hours come in hours at most. */
const durationUnits = ({ clock, statistic }: Duration): readonly Unit[] | undefined => {
  if (isLimit(statistic)) return ['percent'];
  const { kind } = clockOf(clock);
  if (kind === 'elapsed') return ['seconds', 'minutes', 'hours', 'days'];
  return kind === 'opening-hours' ? ['seconds', 'minutes', 'hours'] : ['days'];
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
  if ('share' in formula || 'growth' in formula || 'availability' in formula) return ['percent'];
  if ('channels' in formula) return ['percent', 'count'];
  if ('count' in formula || 'distinct' in formula || 'top' in formula) return ['count'];
  if ('duration' in formula) return durationUnits(formula.duration);
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

const cutsOfAvailability = (cuts: Measure['cuts'], { each }: Of<'availability'>): readonly Finding[] => {
  const mend = each === undefined ? 'remove it' : `write ${each}, or remove it`;
  return cuts.flatMap((by, i) => (by === each ? [] : [found(['cuts', i], 'time is cut only by what goes down', mend)]));
};

const cutsNeedEvents: Rule = ({ cuts, value }) => {
  if (cuts.length === 0) return [];
  if ('recorded' in value)
    return [
      found(['cuts'], 'a recorded figure is not cut by a formula', 'remove cuts; record each part with its own cut'),
    ];
  if ('top' in value || 'distinct' in value)
    return [found(['cuts'], 'lists and different ids are not cut', 'remove cuts, and filter with where instead')];
  if ('availability' in value) return cutsOfAvailability(cuts, value.availability);
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

const durationOf = (value: Formula): { readonly path: readonly Step[]; readonly duration: Duration } | undefined => {
  if ('duration' in value) return { path: ['value', 'duration'], duration: value.duration };
  const of = inner(value);
  const key = 'yearToDate' in value ? ['yearToDate'] : ['rolling', 'of'];
  return of && 'duration' in of ? { path: ['value', ...key, 'duration'], duration: of.duration } : undefined;
};

/** Why a clock cannot count, in its own words; undefined when it can. */
const whyNoClock = (clock: Clock): string | undefined => {
  try {
    dueBy(clock, new Date('2024-01-02T12:00:00Z'), 0);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};

const clocks: Rule = ({ value }) => {
  const { path, duration } = durationOf(value) ?? {};
  if (!path || !duration) return [];
  const { clock: written, statistic } = duration;
  const clock = clockOf(written);
  const problem = whyNoClock(clock);
  if (problem !== undefined)
    return [found([...path, 'clock'], problem, 'docs/clocks.md says how each clock is written')];
  if (isLimit(statistic))
    return statistic.unit === undefined || countsSeconds(clock)
      ? []
      : [found([...path, 'statistic', 'unit'], 'this clock has its own unit', 'remove the unit')];
  return clock.kind === 'calendar-months'
    ? [found([...path, 'statistic'], 'months can only be judged by a limit', 'write statistic: { within: 6 }')]
    : [];
};

const rules: readonly Rule[] = [readingsOfGauges, unit, clocks, parts, cutsNeedEvents, begin];

/** What the schema cannot say of one measure's formula by itself. */
export const formulaFindings: Rule = (measure) => rules.flatMap((rule) => rule(measure));
