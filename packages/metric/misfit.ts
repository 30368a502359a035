import type { Stream } from '#event/types.ts';
import type { Listed } from '#metric/cube.ts';
import { unlisted } from '#metric/query.ts';
import { isRange, type Question, usedDimensions } from '#metric/question.ts';
import { inWords } from '#metric/route.ts';

/** Something that is kept by certain dimensions only. */
interface Kept {
  readonly dimensions: readonly string[];
  readonly what: string;
}

/** How a filter or a cut asks for more than is kept, or for a value that is never counted under its name. */
export function misfit(stream: Stream, question: Question, kept: Kept, listed?: Listed): string | undefined {
  const { where = {} } = question;
  const range = Object.entries(where).find(([, condition]) => isRange(condition));
  if (range) return `"${range[0]}" cannot be limited here: ${kept.what} of ${stream} are filtered by dimensions only`;
  const stranger = usedDimensions(question).find((name) => !kept.dimensions.includes(name));
  if (stranger !== undefined)
    return `${kept.what} of ${stream} are not kept by ${stranger}; they are by ${inWords(kept.dimensions)}`;
  return listed && unlisted(stream, where, listed);
}
