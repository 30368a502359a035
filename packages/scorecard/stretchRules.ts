import { operandsOf } from '#scorecard/operands.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';
import { stretchOf } from '#scorecard/stretch.ts';

type MeasureOf = (id: string) => Measure | undefined;

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const adding = 'adds up over the year, so that only the same point of another year compares with it';

const sameLength: readonly string[] = ['12-months-prior', 'same-period-last-year'];

/** Of a measure that takes after others; one that adds up by itself is told of elsewhere. */
const ofComparison = (measure: Measure, measureOf: MeasureOf): readonly Finding[] => {
  if (sameLength.includes(measure.compare) || 'recorded' in measure.value || 'yearToDate' in measure.value) return [];
  return stretchOf(measure, measureOf) === 'year-to-date'
    ? [found(['compare'], `what it is worked out from ${adding}`, 'write compare: same-period-last-year')]
    : [];
};

const ofGrowth = ({ value }: Measure, addsUp: (id: string) => boolean): readonly Finding[] =>
  'growth' in value && value.growth.against === 'previous-period' && addsUp(value.growth.of)
    ? [found(['value', 'growth', 'against'], `"${value.growth.of}" ${adding}`, 'write against: same-period-last-year')]
    : [];

const ofMonths = ({ value }: Measure, addsUp: (id: string) => boolean): readonly Finding[] =>
  operandsOf(value).flatMap(({ operand, path }) =>
    typeof operand === 'object' && 'monthsBefore' in operand && operand.monthsBefore % 12 > 0 && addsUp(operand.measure)
      ? [
          found(
            ['value', ...path, 'monthsBefore'],
            `"${operand.measure}" ${adding}`,
            'write 12, or another number of years',
          ),
        ]
      : [],
  );

const ofAverage = ({ value }: Measure, addsUp: (id: string) => boolean): readonly Finding[] =>
  'average' in value && 'periods' in value.average && value.average.step === 'period' && addsUp(value.average.of)
    ? [found(['value', 'average', 'step'], `"${value.average.of}" ${adding}`, 'write step: year')]
    : [];

const ofProcess = (measure: Measure, measureOf: MeasureOf): readonly Finding[] =>
  measure.noChange && 'method' in measure.noChange && stretchOf(measure, measureOf) === 'year-to-date'
    ? [
        found(
          ['noChange'],
          'a figure of the year so far climbs until the year begins anew, so that its process has no limits',
          'write a tolerance such as { within: 5, unit: percent }',
        ),
      ]
    : [];

/** A year so far compared with anything but the same point of another year always rises. */
export const stretchFindings = (measure: Measure, measureOf: MeasureOf): readonly Finding[] => {
  const addsUp = (id: string): boolean => {
    const input = measureOf(id);
    return input !== undefined && stretchOf(input, measureOf) === 'year-to-date';
  };
  return [
    ...ofComparison(measure, measureOf),
    ...ofGrowth(measure, addsUp),
    ...ofMonths(measure, addsUp),
    ...ofAverage(measure, addsUp),
    ...ofProcess(measure, measureOf),
  ];
};
