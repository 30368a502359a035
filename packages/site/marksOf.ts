import type { EditionMeasure, Flag, Point } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';
import { flagWords, statusWords, words } from '#site/words.ts';

/** Whether a figure is still to be confirmed, or is not what was published first. */
export const statusMark = (status: EditionMeasure['status']): readonly string[] =>
  status === 'provisional' || status === 'revised' ? [statusWords[status]] : [];

/** All that must be said beside a figure wherever it stands: how sure, how late and how whole it is. */
export const marksOf = ({ status, flags }: Pick<EditionMeasure, 'status' | 'flags'>): readonly string[] => [
  ...statusMark(status),
  ...flags.map((flag) => flagWords[flag]),
];

/** That a period is not over is said in other words where its figure stands. */
const isSaid = (flag: Flag): boolean => flag !== 'incomplete';

/** What stands in the place of a figure. */
export const absentWord = (point: Pick<Point, 'value' | 'flags'>): string =>
  isWithheld(point) ? words.withheldShare : words.notPublished;

/** What must be said of one figure of a series; why it is not there takes the place of the flag for it. */
export const pointMarks = ({ value, status, flags = [], reason }: Point): readonly string[] => {
  const known = value === undefined && reason !== undefined ? [] : flags.filter(isSaid);
  return [
    ...statusMark(status),
    ...known.map((flag) => flagWords[flag]),
    ...(reason === undefined ? [] : [reason.replace(/\.$/, '')]),
  ];
};
