import type { EditionMeasure } from '#scorecard/edition.ts';
import { flagWords, statusWords } from '#site/words.ts';

/** Whether a figure is still to be confirmed, or is not what was published first. */
export const statusMark = (status: EditionMeasure['status']): readonly string[] =>
  status === 'provisional' || status === 'revised' ? [statusWords[status]] : [];

/** All that must be said beside a figure wherever it stands: how sure, how late and how whole it is. */
export const marksOf = ({ status, flags }: Pick<EditionMeasure, 'status' | 'flags'>): readonly string[] => [
  ...statusMark(status),
  ...flags.map((flag) => flagWords[flag]),
];
