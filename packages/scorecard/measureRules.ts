import { unanswerable } from '#metric/query.ts';
import { unitsOf } from '#scorecard/conversion.ts';
import { anyOf } from '#scorecard/format.ts';
import { numberParts } from '#scorecard/formula.ts';
import { judgementFindings } from '#scorecard/judgementRules.ts';
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

const cutsNeedFormula: Rule = ({ cuts, value }) =>
  'recorded' in value && cuts.length > 0
    ? [found(['cuts'], 'a recorded figure is not cut by a formula', 'remove cuts; record each part with its own cut')]
    : [];

const rules: readonly Rule[] = [answerable, latestOfReadings, unit, judgementFindings, cutsNeedFormula];

/** What the schema cannot say of one measure. Values of dimensions are judged only when the organisation is known. */
export const measureFindings = (measure: Measure, organisation: Organisation | undefined): readonly Finding[] =>
  rules.flatMap((rule) => rule(measure, organisation));
