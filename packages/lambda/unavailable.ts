import { Problem } from '#lambda/problem.ts';

const throttlingNames = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

const isThrottling = (error: unknown): boolean => error instanceof Error && throttlingNames.includes(error.name);

/** What a sender is told when a store did not answer: the same request again, later, loses nothing. */
const unavailable = (cause: unknown): Problem =>
  isThrottling(cause)
    ? new Problem(429, 'Too much at once. Send the request again.', { cause, headers: { 'retry-after': '5' } })
    : new Problem(503, 'A store did not answer. Send the request again.', { cause, headers: { 'retry-after': '30' } });

/** Work on a store; its failure is answered 503, or 429 when it was throttled. */
export const stored = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    throw unavailable(error);
  }
};
