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

/** The number that a question wants or limits, and that is not known of all. */
function maybeUnknownIn(stream: Stream, question: Question): string | undefined {
  const number = isCounted(stream) ? declarations[stream].maybeUnknown?.number : undefined;
  return number !== undefined && usedNumbers(question).includes(number) ? number : undefined;
}

const anyKnown = { atLeast: 0 } as const;

/** What a whole must satisfy besides, so that only those are in it of which the part is known. */
function knownBesides(stream: Stream, part: Question, whole: Question): Where {
  const { where = {}, unseen } = part;
  const hidden = hiddenFrom(stream, where, unseen);
  const number = maybeUnknownIn(stream, part);
  return {
    ...(hidden && !Object.hasOwn(whole.where ?? {}, hidden.flag) && { [hidden.flag]: ['true', 'false'] }),
    ...(number !== undefined && usedNumbers(whole).length === 0 && { [number]: anyKnown }),
  };
}

/**
 * The whole of a share whose part is not known of all: only those of which it is known. Of 10 messages, 4 of them on a
 * network whose replies cannot be seen, the share answered is one of 6; and so with calls whose wait nobody knows.
 */
export function knownWhole<Whole extends Where>(
  stream: Stream,
  part: Question,
  whole: { readonly where: Whole; readonly number?: string },
): Whole {
  const known = { ...whole.where, ...knownBesides(stream, part, whole) };
  return unanswerable(stream, known, undefined, whole.number) === undefined ? known : whole.where;
}

/** How many might match, if what cannot be seen were: by the value of the dimension cut by, or under `''`. */
export function countUnknown(partial: Partial, question: Question, until: Date): ReadonlyMap<string, number> {
  const { where = {}, by, unseen } = question;
  const hidden = hiddenFrom(partial.stream, where, unseen);
  if (!hidden) return countLacking(partial, question, until);
  const rest = without(where, hidden.names);
  const counted = (values: readonly string[]) =>
    tally(partial, { where: { ...rest, [hidden.flag]: values }, by, unseen, until });
  return new Map([...counted([''])].flatMap(([cut, { count }]) => (count > 0 ? [[cut, count]] : [])));
}

const without = (where: Where, names: readonly string[]): Where =>
  Object.fromEntries(Object.entries(where).filter(([name]) => !names.includes(name)));

/** All that match but for the number, less those that have it. */
function countLacking(partial: Partial, question: Question, until: Date): ReadonlyMap<string, number> {
  const number = maybeUnknownIn(partial.stream, question);
  if (number === undefined) return new Map();
  const { where = {}, by, unseen } = question;
  const rest = without(where, [number]);
  const had = tally(partial, { where: { ...rest, [number]: anyKnown }, by, unseen, until });
  return new Map(
    [...tally(partial, { where: rest, by, unseen, until })].flatMap(([cut, { count }]) => {
      const lacking = count - (had.get(cut)?.count ?? 0);
      return lacking > 0 ? [[cut, lacking]] : [];
    }),
  );
}

/** Why so many make a total unknown, as a sentence. */
export function whyUnknown(stream: Stream, count: number): string {
  const unknown = isCounted(stream) ? declarations[stream].maybeUnknown : undefined;
  return unknown
    ? `${unknown.called} of ${count} of the ${stream}s is not known`
    : `replies cannot be seen of ${count} of the messages`;
}
