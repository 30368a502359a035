import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const dueQuarters = ({ due, frequency }: Measure): readonly Finding[] =>
  due && frequency !== 'quarter'
    ? [found(['due'], `a figure a ${frequency} is due when its period ends`, 'remove it, or write frequency: quarter')]
    : [];

/** An id that is no period, or a shorter one than the measure's; `undefined` when it is in order. */
export const wrongStart = (measure: Measure, id: string, path: readonly Step[]): Finding | undefined => {
  if (!isPeriodId(id))
    return found(path, `"${id}" is not a period`, 'write 2023-24-q3, 2023-24-h1, 2023-24 or 2016-05');
  const lengths = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
  const { frequency } = parsePeriod(id);
  return lengths[frequency] < lengths[measure.frequency]
    ? found(path, `${id} is shorter than the measure's periods`, `write a ${measure.frequency}`)
    : undefined;
};

const suspensions = (measure: Measure): readonly Finding[] =>
  (measure.suspended ?? []).flatMap(({ from, to }, i) => {
    const wrong = [
      wrongStart(measure, from, ['suspended', i, 'from']),
      to === undefined ? undefined : wrongStart(measure, to, ['suspended', i, 'to']),
    ].filter((each) => each !== undefined);
    if (wrong.length > 0 || to === undefined) return wrong;
    return parsePeriod(to).end < parsePeriod(from).start
      ? [found(['suspended', i, 'to'], `it ends before it begins in ${from}`, 'write a later period, or remove it')]
      : [];
  });

/** What the schema cannot say of when a measure brings figures. */
export const timingFindings = (measure: Measure): readonly Finding[] => [
  ...dueQuarters(measure),
  ...suspensions(measure),
];
