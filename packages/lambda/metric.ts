export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** What it is of: the name of the dimension, and its value. */
  readonly dimension: string;
  readonly of: string;
}

/** A count in the embedded metric format: CloudWatch reads it out of the log, so that no call and no permission is needed. */
export const metricLine = ({ namespace, name, dimension, of }: Metric, count: number, now: Date): string =>
  JSON.stringify({
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        { Namespace: namespace, Dimensions: [[dimension]], Metrics: [{ Name: name, Unit: 'Count' }] },
      ],
    },
    [dimension]: of,
    [name]: count,
  });
