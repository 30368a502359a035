import { Failure } from '#local/failure.ts';
import type { LocalSource, Up } from '#local/upFile.ts';
import { probably } from '#metric/nearest.ts';

/** `telephony`, or `example.telephony` where two organisations have one of that name. */
export function sourceNamed({ sources }: Pick<Up, 'sources'>, name: string): LocalSource {
  const source = sources[name];
  if (source) return source;
  const names = Object.keys(sources).filter((one) => one.includes('.'));
  const shared = names.filter((one) => one.endsWith(`.${name}`));
  if (shared.length > 0) throw new Failure(`Several organisations have a source "${name}": write ${listed(shared)}.`);
  const meant = probably(name, Object.keys(sources));
  throw new Failure(
    `There is no source "${name}": ${meant ? `did you mean "${meant}"?` : `there is ${listed(names)}.`}`,
  );
}

const listed = (names: readonly string[]): string => names.join(' or ');
