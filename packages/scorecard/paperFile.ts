import { findingsOf } from '#scorecard/issues.ts';
import { boundTo, placeholder } from '#scorecard/paperNames.ts';
import { type Paper, type PaperFront, paperFront } from '#scorecard/paperSchema.ts';
import type { Problem } from '#scorecard/problem.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { readYaml } from '#scorecard/yamlFile.ts';

export type CheckedPaper = { readonly value: Paper } | { readonly problems: readonly Problem[] };

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

const problemAt = (file: string, line: number, column: number, message: string, mend: string): Problem => ({
  file,
  line,
  column,
  path: '',
  message,
  mend,
});

const linesIn = (text: string): number => text.split('\n').length - 1;

/** One paper. Every name between double braces must stand for something of its scorecard. */
export function checkPaper(file: string, text: string, scorecards: readonly Scorecard[]): CheckedPaper {
  const clean = text.replace(/^\ufeff/, '');
  const match = frontMatter.exec(clean);
  if (!match) return noFront(file);
  const [head, yaml = ''] = match;
  const front = readFront(file, yaml);
  if ('problems' in front) return front;
  const scorecard = scorecards.find(({ id }) => id === front.value.scorecard);
  if (!scorecard) return { problems: [strangeScorecard(file, front.value, scorecards)] };
  const body = clean.slice(head.length);
  const problems = [...nameProblems(file, front.value), ...unboundNames(file, body, linesIn(head), scorecard)];
  return problems.length > 0 ? { problems } : { value: { ...front.value, body } };
}

const noFront = (file: string): CheckedPaper => ({
  problems: [
    problemAt(
      file,
      1,
      1,
      'a paper begins with its particulars between two lines of ---',
      'see docs/papers.md for an example',
    ),
  ],
});

function readFront(
  file: string,
  text: string,
): { readonly value: PaperFront } | { readonly problems: readonly Problem[] } {
  const yaml = readYaml(file, text);
  const below = (problem: Problem): Problem => ({ ...problem, line: problem.line + 1 });
  if ('problems' in yaml) return { problems: yaml.problems.map(below) };
  const value = yaml.value ?? {};
  const parsed = paperFront.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return { problems: findingsOf(parsed.error.issues, { schema: paperFront, value }).map(yaml.locate).map(below) };
}

const strangeScorecard = (file: string, { scorecard }: PaperFront, scorecards: readonly Scorecard[]): Problem =>
  problemAt(
    file,
    2,
    1,
    `there is no scorecard "${scorecard}"`,
    `there are ${scorecards.map(({ id }) => id).join(', ') || 'none'}`,
  );

const nameProblems = (file: string, { scorecard, period }: PaperFront): readonly Problem[] => {
  const name = `${scorecard}-${period}.md`;
  if (file.split(/[/\\]/).at(-1) === name) return [];
  return [problemAt(file, 1, 1, 'the file is not named after its scorecard and period', `rename it to ${name}`)];
};

const placeholdersIn = (text: string): readonly { readonly name: string; readonly at: number }[] =>
  [...text.matchAll(placeholder)].map((match) => ({
    name: (match[1] ?? '').trim(),
    at: match.index,
  }));

const unboundNames = (file: string, body: string, linesBefore: number, scorecard: Scorecard): readonly Problem[] =>
  placeholdersIn(body).flatMap(({ name, at }) => {
    const bound = boundTo(name, scorecard);
    if (!('message' in bound)) return [];
    const before = body.slice(0, at);
    const column = at - before.lastIndexOf('\n');
    return [problemAt(file, linesBefore + linesIn(before) + 1, column, bound.message, bound.mend)];
  });
