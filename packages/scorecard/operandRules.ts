import { isPeriodId, type Period, parsePeriod } from '#calendar/period.ts';
import { isWholePeriods, operandsOf } from '#scorecard/operands.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({
  path: ['value', ...path],
  message,
  mend,
});

const notWhole = ({ frequency }: Measure, months: number, path: readonly Step[]): readonly Finding[] =>
  isWholePeriods(months, frequency)
    ? []
    : [
        found(
          path,
          `${months} months are no whole number of periods of a ${frequency}`,
          'write as many months as make up whole periods',
        ),
      ];

/** A year has such a part of each measure; anything shorter must be a period of this one. */
const notPart = ({ frequency }: Measure, id: string, path: readonly Step[]): readonly Finding[] => {
  if (!isPeriodId(id)) return [found(path, `"${id}" is not a period`, 'write 2019-20, 2019 or 2019-20-q3')];
  const named: Period['frequency'] = parsePeriod(id).frequency;
  return named === 'year' || named === frequency
    ? []
    : [
        found(
          path,
          `${id} is a ${named}, and this measure has one figure a ${frequency}`,
          'write a year, such as 2019-20',
        ),
      ];
};

const ofEach = ({ value }: Measure): readonly Finding[] => {
  if (!('average' in value) || !('each' in value.average)) return [];
  const { each, of, since } = value.average;
  if (each === 'week')
    return 'measure' in of
      ? [
          found(
            ['average', 'of'],
            'figures of other measures are of no weeks',
            'write each: month, or the formula itself',
          ),
        ]
      : [];
  return since === 'period' || since === 'year' || since.endsWith('-01')
    ? []
    : [found(['average', 'since'], `${since} is not the first day of a month`, 'write the first day, or each: week')];
};

const ofAverage = (measure: Measure): readonly Finding[] => {
  const { value } = measure;
  return 'average' in value && 'in' in value.average
    ? value.average.in.flatMap((id, i) => notPart(measure, id, ['average', 'in', i]))
    : [];
};

/** What is wrong with the other times that a formula takes values of. */
export const operandFindings = (measure: Measure): readonly Finding[] => [
  ...operandsOf(measure.value).flatMap(({ operand, path }) => {
    if (typeof operand === 'string') return [];
    if ('monthsBefore' in operand) return notWhole(measure, operand.monthsBefore, [...path, 'monthsBefore']);
    return 'in' in operand ? notPart(measure, operand.in, [...path, 'in']) : [];
  }),
  ...ofAverage(measure),
  ...ofEach(measure),
];
