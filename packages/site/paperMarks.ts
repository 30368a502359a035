import type { EditionMeasure, Flag } from '#scorecard/edition.ts';
import type { Bound } from '#scorecard/paperNames.ts';
import { statusMark } from '#site/marksOf.ts';
import { flagWords, inText, say } from '#site/words.ts';

/** A figure whose marks are said once: a measure's own, or the earlier one that it is compared with. */
interface Marked {
  readonly figure: string;
  readonly marks: readonly string[];
}

const unmarked = ['title', 'target', 'period', 'reason', 'previous'];

const flagMark = (flag: Flag, { periodLabel }: EditionMeasure): string =>
  flag === 'stale' ? say.staleInText(periodLabel) : inText(flagWords[flag]);

/** Of a figure, within a sentence: how sure, how late and how whole it is. */
export const marksInText = (measure: EditionMeasure): readonly string[] => [
  ...statusMark(measure.status).map(inText),
  ...measure.flags.map((flag) => flagMark(flag, measure)),
];

/** The measure's own figure, and all that is made of it. */
const ofFigure = (measure: EditionMeasure): Marked => ({ figure: measure.id, marks: marksInText(measure) });

const ofPrevious = ({ id, series, improvement }: EditionMeasure): Marked => {
  const point = series.find(({ period }) => period === improvement?.from.period);
  const known = (point?.flags ?? []).filter((flag) => flag !== 'stale');
  return {
    figure: `${id} ${improvement?.from.period}`,
    marks:
      point === undefined ? [] : [...statusMark(point.status), ...known.map((flag) => flagWords[flag])].map(inText),
  };
};

const ofField = (field: string, measure: EditionMeasure): Marked | undefined => {
  if (field === 'previous') return ofPrevious(measure);
  return unmarked.includes(field) ? undefined : ofFigure(measure);
};

/** `0.7% worse (no change; provisional)`: one pair of brackets. */
export const withMarks = (text: string, marks: readonly string[]): string => {
  if (marks.length === 0) return text;
  const said = marks.join('; ');
  return text.endsWith(')') ? `${text.slice(0, -1)}; ${said})` : `${text} (${said})`;
};

/** Adds to a name's text what must be said of the figure, the first time that a section speaks of it. */
export const marker = (
  measures: readonly EditionMeasure[],
): ((bound: Bound, text: string, section: number) => string) => {
  const said = new Set<string>();
  return (bound, text, section) => {
    const measure = bound.kind === 'measure' ? measures.find(({ id }) => id === bound.id) : undefined;
    const marked = bound.kind === 'measure' && measure ? ofField(bound.field, measure) : undefined;
    if (marked === undefined || said.has(`${section} ${marked.figure}`)) return text;
    said.add(`${section} ${marked.figure}`);
    return withMarks(text, marked.marks);
  };
};
