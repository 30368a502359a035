import { type Day, daysOf } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import type { DayPartial } from '#metric/partial.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import type { Counting, Stretch } from '#scorecard/explainStretch.ts';
import type { Figure } from '#scorecard/figure.ts';
import { evaluate, numbersOf } from '#scorecard/formula.ts';
import type { Counted } from '#scorecard/formulaSchema.ts';
import { type Resolver, unlessUnanswered } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Unit } from '#scorecard/schemaWords.ts';
import type { Span } from '#scorecard/spans.ts';
import { workOut } from '#scorecard/workOut.ts';

/** What was counted of one day, or of all: absent where the day brought nothing of the kind. */
export interface Numbers {
  readonly of?: number;
  readonly over?: number;
  /** In the measure's unit, where the days' figures do not add up: a percentile, a reading. */
  readonly value?: number;
  /** By channel. */
  readonly parts?: Readonly<Record<string, number>>;
}

export interface ExplainedDay extends Numbers {
  readonly day: Day;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Of one stream: events that were counted, and those that were not, by reason. */
export interface ExplainedFacts {
  readonly stream: Stream;
  readonly counted: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface Evidences {
  readonly evidenceOf: (span: Span) => Evidence;
  readonly partials: readonly DayPartial[];
  readonly unit: Unit;
  readonly asOf: Day;
}

const numbersIn = (formula: Counted, unit: Unit, evidence: Evidence): Numbers => {
  if ('count' in formula || 'sum' in formula) return { of: numbersOf(formula, evidence).get('') };
  const { numerator, denominator, value } = evaluate(formula, unit, evidence);
  return { of: numerator, over: denominator, ...(numerator === undefined && { value }) };
};

const partsIn = (countings: readonly Counting[], unit: Unit, evidence: Evidence): Numbers => {
  const [first] = countings;
  if (first === undefined) return {};
  if (first.name === undefined) return numbersIn(first.formula, unit, evidence);
  const counts = countings.flatMap(({ name = '', formula }) => {
    const { of } = numbersIn(formula, unit, evidence);
    return of === undefined ? [] : [[name, of] as const];
  });
  return { parts: Object.fromEntries(counts) };
};

/** undefined where the days cannot answer. */
export const numbersOver = ({ span, countings }: Stretch, { evidenceOf, unit }: Evidences): Numbers =>
  unlessUnanswered<Numbers>(
    () => partsIn(countings, unit, evidenceOf(span)),
    () => ({}),
  );

const addUp = (counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const [reason, count] of counts.flatMap((each) => Object.entries(each)))
    if (count > 0) sums[reason] = (sums[reason] ?? 0) + count;
  return sums;
};

const isIn = ({ start, end }: Span, day: Day): boolean => day >= start && day <= end;

/** Every day up to the as-of day, with what was counted on it. */
export const daysOver = (
  stretch: Stretch,
  streams: readonly Stream[],
  evidences: Evidences,
): readonly ExplainedDay[] => {
  const { asOf, partials } = evidences;
  if (stretch.countings.length === 0) return [];
  const { start, end } = stretch.span;
  const ofDay = Map.groupBy(
    partials.filter(({ stream }) => streams.includes(stream)),
    ({ day }) => day,
  );
  return [...daysOf({ start, end: end < asOf ? end : asOf })].map((day) => ({
    day,
    ...numbersOver({ ...stretch, span: { start: day, end: day } }, evidences),
    leftOut: addUp((ofDay.get(day) ?? []).map(({ leftOut }) => leftOut)),
  }));
};

/** What was left of each day of the time that there was: an outage may have begun on another. */
export const daysOfTime = (measure: Measure, period: Period, { basisOf }: Resolver): readonly ExplainedDay[] => {
  const basis = basisOf(period);
  const last = period.end < basis.asOf ? period.end : basis.asOf;
  return [...daysOf({ start: period.start, end: last })].map((day) => {
    const { numerator, denominator } = unlessUnanswered<Figure>(
      () =>
        workOut(measure.value, measure.unit, { ...basis, period: { ...period, start: day, end: day } }).get('') ?? {},
      () => ({}),
    );
    return { day, of: numerator, over: denominator, leftOut: {} };
  });
};

/** What a formula counts of a stream, where it counts its events one by one. */
const askedOf = (formula: Counted | undefined, stream: Stream): 'of' | 'over' | undefined => {
  if (formula === undefined) return undefined;
  if ('count' in formula) return formula.count === stream ? 'of' : undefined;
  if ('share' in formula) return formula.share === stream ? 'over' : undefined;
  if (!('ratio' in formula)) return undefined;
  const { over } = formula.ratio;
  return 'count' in over && over.count === stream ? 'over' : undefined;
};

const total = (partials: readonly DayPartial[]): number => partials.reduce((sum, { facts }) => sum + facts, 0);

/** Events that the formula counts, where it counts events; all that stand on its days, where it does not. */
export const factsOver = (
  { span, countings }: Stretch,
  streams: readonly Stream[],
  { partials, asOf }: Evidences,
  totals: Numbers,
): readonly ExplainedFacts[] =>
  streams.map((stream) => {
    const ofStream = partials.filter((partial) => partial.stream === stream);
    const inside = ofStream.filter(({ day }) => isIn(span, day));
    const known = inside.filter(({ day }) => day <= asOf);
    const standing = total(known);
    const asked = countings.length === 1 ? askedOf(countings[0]?.formula, stream) : undefined;
    const counted = (asked && totals[asked]) ?? standing;
    return {
      stream,
      counted,
      leftOut: addUp([
        { 'not what the formula counts': standing - counted },
        ...known.map(({ leftOut }) => leftOut),
        { 'after the as-of date': total(inside) - standing, 'on other days': total(ofStream) - total(inside) },
      ]),
    };
  });
