import { longDate } from '#scorecard/format.ts';
import { isReady, type Readiness, type ToEnter } from '#scorecard/readiness.ts';
import { toDo } from '#site/words.ts';

const whenOf = ({ expectedBy, isLate }: ToEnter): readonly string[] => [
  ...(expectedBy === undefined ? [] : [toDo.expected(longDate(expectedBy))]),
  ...(isLate ? [toDo.late] : []),
];

const entryOf = (entry: ToEnter): string => [entry.title, entry.period, ...whenOf(entry)].filter(Boolean).join('; ');

/** What is still to do, a line each; none where nothing is. */
export function readinessText(readiness: Readiness, indent = '  '): readonly string[] {
  if (isReady(readiness)) return [];
  const { unexplained, outdated, toEnter } = readiness;
  return [
    ...section(
      toDo.unexplained,
      unexplained.map(({ title, lacks }) =>
        toDo.lacking(
          title,
          lacks.map((lack) => toDo.lacks[lack]),
        ),
      ),
    ),
    ...section(
      toDo.outdated,
      outdated.map(({ title }) => title),
    ),
    ...toEnter.flatMap(({ owner = toDo.nobody.toLowerCase(), entries }) =>
      section(`${toDo.toEnter}, ${owner}`, entries.map(entryOf)),
    ),
  ].map((line) => `${indent}${line}`);
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  ${line}`)];
