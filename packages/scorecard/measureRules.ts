import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { unanswerable } from '#metric/query.ts';
import { unitsOf } from '#scorecard/conversion.ts';
import { anyOf } from '#scorecard/format.ts';
import { accumulates, numberParts } from '#scorecard/formula.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Countable, Formula, Measure, Organisation, Unit, Where } from '#scorecard/schema.ts';
import { both } from '#scorecard/where.ts';

/** A finding within a measure: its path begins at the measure. */
type Rule = (measure: Measure, organisation: Organisation | undefined) => readonly Finding[];

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

/** A question that a formula puts to the partials of one stream. */
interface Asked {
  readonly path: readonly Step[];
  /** Where its conditions stand, if not in `where` beneath. */
  readonly wherePath?: readonly Step[];
  readonly stream: Parameters<typeof unanswerable>[0];
  readonly where?: Where;
  readonly number?: string;
}

const ofNumber = (number: string, where: Where | undefined, path: readonly Step[]): Asked => {
  const { stream, name } = numberParts(number);
  return { path, stream, where, number: name };
};

const ofCountable = (countable: Countable, path: readonly Step[]): Asked =>
  'count' in countable
    ? { path, stream: countable.count, where: countable.where }
    : ofNumber(countable.sum, countable.where, path);

const asked = (formula: Formula, path: readonly Step[] = ['value']): readonly Asked[] => {
  if ('recorded' in formula) return [];
  if ('count' in formula || 'sum' in formula) return [ofCountable(formula, path)];
  if ('mean' in formula) return [ofNumber(formula.mean, formula.where, path)];
  if ('percentile' in formula) return [ofNumber(formula.percentile, formula.where, path)];
  if ('latest' in formula) return [ofNumber(formula.latest, formula.where, path)];
  if ('ratio' in formula)
    return [
      ofCountable(formula.ratio.of, [...path, 'ratio', 'of']),
      ofCountable(formula.ratio.over, [...path, 'ratio', 'over']),
    ];
  const { share: stream, where, of } = formula;
  return [
    { path, stream, where: of, wherePath: [...path, 'of'] },
    { path, stream, where: both(of ?? {}, where) },
  ];
};

/** The one condition that cannot be asked even alone; where only their being together is at fault, the whole. */
const blamed = ({ path, wherePath, stream, where = {} }: Asked, organisation?: Organisation): readonly Step[] => {
  const alone = Object.entries(where).find(([name, condition]) =>
    unanswerable(stream, { [name]: condition }, undefined, undefined, organisation?.dimensions),
  );
  return alone ? [...(wherePath ?? [...path, 'where']), alone[0]] : path;
};

const askCubes = (question: Asked, by: string | undefined, organisation?: Organisation): readonly Finding[] => {
  const { stream, where, number } = question;
  const message = unanswerable(stream, where, by, number, organisation?.dimensions);
  if (message === undefined) return [];
  const path = by === undefined ? blamed(question, organisation) : question.path;
  const [wrong = message, ...mends] = message.split('; ');
  return [found(path, wrong, mends.join('; ') || 'docs/measures.md lists what can be asked')];
};

const firstOfEach = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ message }, i) => findings.findIndex((other) => other.message === message) === i);

const answerable: Rule = (measure, organisation) => {
  const questions = asked(measure.value);
  const plain = questions.flatMap((question) => askCubes(question, undefined, organisation));
  if (plain.length > 0) return firstOfEach(plain);
  const cut = (by: string, i: number) =>
    questions.flatMap((question) => askCubes({ ...question, path: ['cuts', i] }, by, organisation));
  return firstOfEach(measure.cuts.flatMap(cut));
};

const latestOfReadings: Rule = ({ value }) => {
  if (!('latest' in value)) return [];
  return value.latest === 'gauge.value'
    ? []
    : [
        found(
          ['value', 'latest'],
          'only readings of gauges have a latest',
          'write latest: gauge.value, with where: { gauge: … }',
        ),
      ];
};

const streamText = (countable: Countable): string => ('count' in countable ? countable.count : countable.sum);

const numberOfFormula = (formula: Formula): string | undefined => {
  if ('sum' in formula) return formula.sum;
  if ('mean' in formula) return formula.mean;
  return 'percentile' in formula ? formula.percentile : undefined;
};

/** The units that a formula can come out in; undefined when any will do. */
const unitsOfFormula = (formula: Formula): readonly Unit[] | undefined => {
  if ('share' in formula) return ['percent'];
  if ('count' in formula) return ['count'];
  const number = numberOfFormula(formula);
  if (number !== undefined) return unitsOf(numberParts(number).name);
  if (!('ratio' in formula)) return undefined;
  return streamText(formula.ratio.of) === streamText(formula.ratio.over) ? ['percent'] : undefined;
};

const unit: Rule = ({ unit: written, value }) => {
  const allowed = unitsOfFormula(value);
  if (!allowed || allowed.includes(written)) return [];
  const hint = allowed[0] === 'percent' ? 'a part of a whole is published as 0 to 100: write unit: percent' : '';
  return [found(['unit'], `this formula cannot come out in ${written}`, hint || `write unit: ${anyOf(allowed)}`)];
};

const isJudged = ({ polarity }: Measure): boolean => polarity === 'higher' || polarity === 'lower';

const targetNeedsPolarity: Rule = (measure) =>
  measure.target === undefined || isJudged(measure)
    ? []
    : [
        found(
          ['target'],
          `no colour is possible: with polarity ${measure.polarity} nothing says which side of the target is good`,
          'write polarity: higher or lower, or remove the target',
        ),
      ];

const ratingNeedsTarget: Rule = ({ target, rating }) =>
  rating?.amber && target === undefined
    ? [found(['rating'], 'there is no target for this rating to judge by', 'add a target, or remove the rating')]
    : [];

const lengths = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const targetPeriod = (measure: Measure, id: string): readonly Finding[] => {
  const path = ['target', id];
  const say = (message: string, mend: string): Finding[] => [{ path, atKey: true, message, mend }];
  if (!isPeriodId(id)) return say(`"${id}" is not a period`, 'write 2023-24-q3, 2023-24-h1, 2023-24, 2023 or 2016-05');
  const { frequency } = parsePeriod(id);
  if (lengths[frequency] < lengths[measure.frequency])
    return say(
      `a target for a ${frequency} never serves a figure of a ${measure.frequency}`,
      `write the target of a ${measure.frequency}`,
    );
  return accumulates(measure.value) && frequency !== measure.frequency
    ? say(
        `a total of a ${measure.frequency} would be judged against the target of a whole ${frequency}`,
        `write the target of each ${measure.frequency}`,
      )
    : [];
};

const targetPeriods: Rule = (measure) =>
  typeof measure.target === 'object' ? Object.keys(measure.target).flatMap((id) => targetPeriod(measure, id)) : [];

const baseline: Rule = ({ compare, baseline: written }) => {
  if (compare === 'baseline' && !written)
    return [found(['compare'], 'there is no baseline to compare with', 'add baseline: { period: …, value: … }')];
  if (compare !== 'baseline' && written)
    return [
      found(['baseline'], `it is not used, since compare is ${compare}`, 'write compare: baseline, or remove it'),
    ];
  return written && !isPeriodId(written.period)
    ? [found(['baseline', 'period'], `"${written.period}" is not a period`, 'write 2018-19 or 2018-19-q1')]
    : [];
};

const cutsNeedFormula: Rule = ({ cuts, value }) =>
  'recorded' in value && cuts.length > 0
    ? [found(['cuts'], 'a recorded figure is not cut by a formula', 'remove cuts; record each part with its own cut')]
    : [];

const rules: readonly Rule[] = [
  answerable,
  latestOfReadings,
  unit,
  targetNeedsPolarity,
  ratingNeedsTarget,
  targetPeriods,
  baseline,
  cutsNeedFormula,
];

/** What the schema cannot say of one measure. Values of dimensions are judged only when the organisation is known. */
export const measureFindings = (measure: Measure, organisation: Organisation | undefined): readonly Finding[] =>
  rules.flatMap((rule) => rule(measure, organisation));
