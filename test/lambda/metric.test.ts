import { expect, test } from '@jest/globals';
import { metricLine } from '#lambda/metric.ts';

test('a count is one line that CloudWatch reads as a metric', () => {
  const metric = { namespace: 'Quarterlight', name: 'PartialDrift', dimension: 'FunctionName', of: 'rollup-1' };
  const line = metricLine(metric, 3, new Date('2025-05-01T01:00:00Z'));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 1_746_061_200_000,
      CloudWatchMetrics: [
        {
          Namespace: 'Quarterlight',
          Dimensions: [['FunctionName']],
          Metrics: [{ Name: 'PartialDrift', Unit: 'Count' }],
        },
      ],
    },
    FunctionName: 'rollup-1',
    PartialDrift: 3,
  });
});
