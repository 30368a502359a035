import type { Listed } from '#metric/cube.ts';
import { unanswerableDistinct } from '#metric/distinct.ts';
import { unanswerableDuration } from '#metric/duration.ts';
import { unanswerable } from '#metric/query.ts';
import { unanswerableTop } from '#metric/top.ts';
import { questionOf } from '#scorecard/duration.ts';
import { formulaFindings } from '#scorecard/formulaRules.ts';
import { judgementFindings } from '#scorecard/judgementRules.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { type Asked, numberParts, questionsOf, streamsOf } from '#scorecard/questions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';

/** A finding within a measure: its path begins at the measure. */
type Rule = (measure: Measure, organisation: Organisation | undefined) => readonly Finding[];

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

/** The one condition that cannot be asked even alone; where only their being together is at fault, the whole. */
const blamed = ({ path, wherePath, stream, where = {} }: Asked, organisation?: Organisation): readonly Step[] => {
  const alone = Object.entries(where).find(([name, condition]) =>
    unanswerable(stream, { [name]: condition }, undefined, undefined, organisation?.dimensions),
  );
  return alone ? [...(wherePath ?? [...path, 'where']), alone[0]] : path;
};

const whyUnanswerable = (question: Asked, by: string | undefined, listed?: Listed): string | undefined => {
  const { stream, where, number, id, rankedBy, duration, each } = question;
  const cutBy = by ?? each;
  if (id !== undefined) return unanswerableDistinct(stream, { where, of: id }, listed);
  if (rankedBy !== undefined) return unanswerableTop(stream, { where, by: rankedBy }, listed);
  if (duration)
    return unanswerableDuration(stream, { ...questionOf(duration), ...(cutBy !== undefined && { by: cutBy }) }, listed);
  return unanswerable(stream, where, by, number, listed);
};

const askCubes = (question: Asked, by: string | undefined, organisation?: Organisation): readonly Finding[] => {
  const message = whyUnanswerable(question, by, organisation?.dimensions);
  if (message === undefined) return [];
  const path = by === undefined ? blamed(question, organisation) : question.path;
  const [wrong = message, ...mends] = message.split('; ');
  return [found(path, wrong, mends.join('; ') || 'docs/measures.md lists what can be asked')];
};

const firstOfEach = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ message }, i) => findings.findIndex((other) => other.message === message) === i);

const answerable: Rule = (measure, organisation) => {
  const questions = questionsOf(measure.value, ['value']);
  const plain = questions.flatMap((question) => askCubes(question, undefined, organisation));
  if (plain.length > 0) return firstOfEach(plain);
  const cut = (by: string, i: number) =>
    questions.flatMap((question) => askCubes({ ...question, path: ['cuts', i] }, by, organisation));
  return firstOfEach(measure.cuts.flatMap(cut));
};

const ofFormula: readonly Rule[] = [answerable, formulaFindings];

/** The formula of a version is asked like the first. */
const inVersions: Rule = (measure, organisation) =>
  (measure.versions ?? []).flatMap(({ value }, i) => {
    if (!value) return [];
    const findings = ofFormula.flatMap((rule) => rule({ ...measure, value }, organisation));
    return findings.map((finding) => inVersion(finding, i));
  });

/** What stands in the formula stands in the version; the unit and the cuts are the measure's. */
export const inVersion = (finding: Finding, i: number): Finding =>
  finding.path[0] === 'value' ? { ...finding, path: ['versions', i, ...finding.path] } : finding;

/** A version has its own `from`. */
const silence: Rule = ({ value, from }) =>
  'availability' in value && from === undefined
    ? [
        found(
          ['value', 'availability'],
          'a period without outages is published as 100%, so it must be known when they began to be sent',
          'write from: and the first whole period',
        ),
      ]
    : [];

/** Only the streams that the formula reads are at hand when a measure is worked out. */
const spread: Rule = ({ distribution, value }, organisation) => {
  if (distribution === undefined) return [];
  const { of, where, by } = distribution;
  const { stream, name } = numberParts(of);
  const path = ['distribution', 'of'];
  const streams = streamsOf(value);
  if (!streams.includes(stream))
    return [
      found(
        path,
        `the figure is not worked out of ${stream}`,
        `write a number of ${streams.join(' or ') || 'a stream'}`,
      ),
    ];
  const question: Asked = { path, wherePath: ['distribution', 'where'], stream, where, number: name };
  return [
    ...askCubes(question, undefined, organisation),
    ...(by === undefined ? [] : askCubes(question, by, organisation)),
  ];
};

const rules: readonly Rule[] = [...ofFormula, silence, spread, judgementFindings, inVersions];

/** What the schema cannot say of one measure. Values of dimensions are judged only when the organisation is known. */
export const measureFindings = (measure: Measure, organisation: Organisation | undefined): readonly Finding[] =>
  rules.flatMap((rule) => rule(measure, organisation));
