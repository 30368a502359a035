import { declarations } from '#metric/streams.ts';
import { alignmentFindings } from '#scorecard/alignmentRules.ts';
import { suggestion } from '#scorecard/issueWords.ts';
import { labelFindings } from '#scorecard/labelRules.ts';
import { inVersion, measureFindings } from '#scorecard/measureRules.ts';
import { dateFindings } from '#scorecard/milestoneDates.ts';
import { operandFindings } from '#scorecard/operandRules.ts';
import { parentFindings } from '#scorecard/parentRules.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { findingsOfReferences } from '#scorecard/referenceRules.ts';
import type { Measure, Milestone, Organisation, Scorecard } from '#scorecard/schema.ts';
import { stretchFindings } from '#scorecard/stretchRules.ts';
import { themeFindings } from '#scorecard/themeRules.ts';

const within = (path: readonly Step[], findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }));

interface Named {
  readonly id: string;
  readonly path: readonly Step[];
}

export const repeated = (kind: string, all: readonly Named[]): readonly Finding[] =>
  all
    .filter(({ id }, i) => all.findIndex((other) => other.id === id) < i)
    .map(({ id, path }) => ({
      path: [...path, 'id'],
      message: `another ${kind} has the id "${id}" already`,
      mend: 'give each its own id; it is part of the public address',
    }));

const named = ({ groups }: Scorecard, kind: 'measures' | 'milestones'): readonly Named[] =>
  groups.flatMap((group, g) => group[kind].map(({ id }, i) => ({ id, path: ['groups', g, kind, i] })));

const measuresOf = ({ groups }: Scorecard): readonly Measure[] => groups.flatMap((group) => group.measures);

/** Of the formula and of those of its versions. */
const ofReferences = (measure: Measure, all: readonly Measure[]): readonly Finding[] => [
  ...findingsOfReferences(measure, all),
  ...operandFindings(measure),
  ...stretchFindings(measure, (id) => all.find((each) => each.id === id)),
  ...(measure.versions ?? []).flatMap(({ value }, i) => {
    if (!value) return [];
    const changed = { ...measure, value };
    const others = all.map((each) => (each.id === measure.id ? changed : each));
    const findings = [...findingsOfReferences(changed, others), ...operandFindings(changed)];
    return findings.map((finding) => inVersion(finding, i));
  }),
];

const milestoneFindings = (milestone: Milestone): readonly Finding[] => {
  const { start, originalDeadline } = milestone;
  const mend = 'write an earlier start';
  return start !== undefined && originalDeadline !== undefined && start > originalDeadline
    ? [{ path: ['start'], message: `starts after its deadline of ${originalDeadline}`, mend }]
    : dateFindings(milestone);
};

/** Amounts are recorded under the budget's id, so that it may be no measure's. */
const budgetFindings = (scorecard: Scorecard): readonly Finding[] => {
  const budgets = (scorecard.budgets ?? []).map(({ id }, b) => ({ id, path: ['budgets', b] }));
  return [
    ...repeated('measure or budget', [...named(scorecard, 'measures'), ...budgets]).filter(
      ({ path }) => path[0] === 'budgets',
    ),
    ...(scorecard.budgets ?? []).flatMap(({ lines }, b) =>
      repeated(
        'line',
        lines.map(({ id }, i) => ({ id, path: ['budgets', b, 'lines', i] })),
      ),
    ),
  ];
};

/** What the schema cannot say of a scorecard. */
export const scorecardFindings = (scorecard: Scorecard, organisation?: Organisation): readonly Finding[] => [
  ...repeated(
    'group',
    scorecard.groups.map(({ id }, g) => ({ id, path: ['groups', g] })),
  ),
  ...repeated('measure', named(scorecard, 'measures')),
  ...repeated('milestone', named(scorecard, 'milestones')),
  ...budgetFindings(scorecard),
  ...alignmentFindings(scorecard),
  ...parentFindings(scorecard),
  ...scorecard.groups.flatMap(({ measures, milestones }, g) => [
    ...measures.flatMap((each, i) =>
      within(
        ['groups', g, 'measures', i],
        [...measureFindings(each, organisation), ...ofReferences(each, measuresOf(scorecard))],
      ),
    ),
    ...milestones.flatMap((each, i) => within(['groups', g, 'milestones', i], milestoneFindings(each))),
  ]),
];

const listedDimensions: readonly string[] = [
  ...new Set(
    Object.values(declarations).flatMap(({ dimensions }) =>
      Object.entries(dimensions).flatMap(([name, { kind }]) => (kind === 'listed' ? [name] : [])),
    ),
  ),
].sort();

const dimensionFindings = (name: string, values: readonly string[]): readonly Finding[] => {
  const path = ['dimensions', name];
  if (!listedDimensions.includes(name)) {
    const mend = suggestion(name, listedDimensions);
    return [{ path, atKey: true, message: `no event has a dimension "${name}" to be listed`, mend }];
  }
  return values.flatMap((value, i) =>
    values.indexOf(value) < i
      ? [{ path: [...path, i], message: `"${value}" is listed twice`, mend: 'remove one of the two' }]
      : [],
  );
};

/** A network that is not listed is counted as `other`, so to name it would do nothing. */
const unseenFindings = ({ dimensions, repliesUnseen = [] }: Organisation): readonly Finding[] => {
  const known = [...(dimensions['network'] ?? []), ...(declarations.message.dimensions['channel']?.values ?? [])];
  return repliesUnseen.flatMap((name, i) =>
    known.includes(name)
      ? []
      : [
          {
            path: ['repliesUnseen', i],
            message: `"${name}" is neither a channel nor a network that is listed`,
            mend: suggestion(name, known),
          },
        ],
  );
};

export const organisationFindings = (organisation: Organisation): readonly Finding[] => [
  ...Object.entries(organisation.dimensions).flatMap(([name, values]) => dimensionFindings(name, values)),
  ...labelFindings(organisation),
  ...unseenFindings(organisation),
  ...(organisation.theme ? themeFindings(organisation.theme) : []),
];
