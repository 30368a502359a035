import type { Stream } from '#event/types.ts';
import type { TableDeclaration } from '#metric/declaration.ts';
import type { Partial } from '#metric/partial.ts';
import { tally, unanswerable } from '#metric/query.ts';
import { type Question, usedDimensions, usedNumbers, type Where } from '#metric/question.ts';
import { declarations, isCounted } from '#metric/streams.ts';

/** The dimension that is true or false where an instant can be seen, and the names of all that depends on it. */
interface Hidden {
  readonly flag: string;
  readonly names: readonly string[];
}

function hiddenIn({ flags, durations, unseen }: TableDeclaration): Hidden | undefined {
  const instant = unseen?.instant;
  const flag = Object.keys(flags).find((name) => flags[name] === instant);
  if (instant === undefined || flag === undefined) return undefined;
  const spans = Object.keys(durations).filter((name) => durations[name]?.includes(instant));
  return { flag, names: [flag, ...spans] };
}

/** What of a filter cannot be seen everywhere; undefined where the whole of it can. */
function hiddenFrom(stream: Stream, where: Where, unseen: readonly string[] = []): Hidden | undefined {
  const table = isCounted(stream) ? declarations[stream].table : undefined;
  const hidden = table && unseen.length > 0 ? hiddenIn(table) : undefined;
  const used = [...usedDimensions({ where }), ...usedNumbers({ where })];
  return hidden?.names.some((name) => used.includes(name)) ? hidden : undefined;
}

/**
 * The whole of a share whose part cannot be seen everywhere: only those of which it is known. Of 10 messages, 4 of them on
 * a network whose replies cannot be seen, the share answered is one of 6.
 */
export function knownWhole<Whole extends Where>(
  stream: Stream,
  part: Where,
  whole: Whole,
  unseen?: readonly string[],
): Whole {
  const hidden = hiddenFrom(stream, part, unseen);
  if (!hidden || Object.hasOwn(whole, hidden.flag)) return whole;
  const known = { ...whole, [hidden.flag]: ['true', 'false'] };
  return unanswerable(stream, known) === undefined ? known : whole;
}

/** How many might match, if what cannot be seen were: by the value of the dimension cut by, or under `''`. */
export function countUnknown(
  partial: Partial,
  { where = {}, by, unseen }: Question,
  until: Date,
): ReadonlyMap<string, number> {
  const hidden = hiddenFrom(partial.stream, where, unseen);
  if (!hidden) return new Map();
  const rest = Object.fromEntries(Object.entries(where).filter(([name]) => !hidden.names.includes(name)));
  const counted = (values: readonly string[]) =>
    tally(partial, { where: { ...rest, [hidden.flag]: values }, by, unseen, until });
  return new Map([...counted([''])].flatMap(([cut, { count }]) => (count > 0 ? [[cut, count]] : [])));
}
