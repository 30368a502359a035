import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Scorecard } from '#scorecard/schema.ts';

/** A scorecard with all that its organisation configures. */
export interface Subject {
  readonly configuration: Configuration;
  readonly scorecard: Scorecard;
}

const nameOf = ({ configuration, scorecard }: Subject): string => `${configuration.organisation.id}/${scorecard.id}`;

export const subjectsIn = (configurations: readonly Configuration[]): readonly Subject[] =>
  configurations.flatMap((configuration) =>
    configuration.scorecards.map((scorecard) => ({ configuration, scorecard })),
  );

/** Those of the name, in whichever organisation: `town-hall`, or `example/town-hall`; all without a name. */
export function subjectsNamed(name: string | undefined, configurations: readonly Configuration[]): readonly Subject[] {
  const all = subjectsIn(configurations);
  if (name === undefined) return all;
  const found = all.filter((subject) => subject.scorecard.id === name || nameOf(subject) === name);
  if (found.length > 0) return found;
  const meant = probably(
    name,
    all.flatMap((subject) => [subject.scorecard.id, nameOf(subject)]),
  );
  throw new Failure(
    `There is no scorecard "${name}": ${meant ? `did you mean "${meant}"?` : `there is ${all.map(nameOf).join(', ')}.`}`,
  );
}

/** The only one of the name. */
export function subjectNamed(name: string, configurations: readonly Configuration[]): Subject {
  const [found, ...more] = subjectsNamed(name, configurations);
  if (found === undefined || more.length > 0)
    throw new Failure(
      `Several organisations have a scorecard "${name}": write --org ${[found, ...more].flatMap((each) => each?.configuration.organisation.id ?? []).join(' or --org ')}.`,
    );
  return found;
}
