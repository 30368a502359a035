import type { Day } from '#calendar/day.ts';
import { parsePeriod, periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { Annotation } from '#scorecard/annotationSchema.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { longDate } from '#scorecard/format.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';

type Series = readonly { readonly period: string }[];

const byDay = (a: Annotation, b: Annotation): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

const periodOf = (series: Series, on: Day): string | undefined =>
  series.find(({ period: id }) => {
    const { start, end } = parsePeriod(id);
    return start <= on && on <= end;
  })?.period;

/** What had happened by the as-of day and lies in a period of the series, the oldest first. */
export const annotationsIn = (
  written: readonly Annotation[],
  series: Series,
  asOf: Day,
): NonNullable<EditionMeasure['annotations']> =>
  written
    .filter(({ on }) => on <= asOf)
    .toSorted(byDay)
    .flatMap(({ on, text }) => {
      const period = periodOf(series, on);
      return period === undefined ? [] : [{ on, text, period }];
    });

type Reach = Pick<Measure, 'frequency' | 'year'>;

const outside = ({ frequency, year }: Reach, history: number, on: Day, today: Day): string | undefined => {
  const first = shiftPeriod(periodContaining(today, frequency, year), 1 - history).start;
  if (on > today) return `${longDate(on)} is still to come: it is shown when it is over`;
  return on < first ? `${longDate(on)} lies before the series, which begins on ${longDate(first)}` : undefined;
};

const doubtsOf = (
  written: readonly Annotation[] = [],
  path: readonly Step[],
  whyOf: (on: Day) => string | undefined,
): readonly Finding[] =>
  written.flatMap(({ on }, i) => {
    const message = whyOf(on);
    return message === undefined
      ? []
      : [{ path: [...path, 'annotations', i, 'on'], message, mend: 'check the day, or leave it as it is' }];
  });

/** Days that no chart shows now. */
export const annotationWarnings = (
  { annotations, frequency, history, groups }: Scorecard,
  today: Day,
): readonly Finding[] => [
  ...doubtsOf(annotations, [], (on) => outside({ frequency }, history, on, today)),
  ...groups.flatMap(({ measures }, g) =>
    measures.flatMap((measure, i) =>
      doubtsOf(measure.annotations, ['groups', g, 'measures', i], (on) => outside(measure, history, on, today)),
    ),
  ),
];
