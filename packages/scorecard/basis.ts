import type { Day } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Span } from '#scorecard/spans.ts';

/** Another measure's value, as far as it is known. */
export interface Input {
  readonly measure: Measure;
  readonly value?: number;
  /** What is worked out from a value that is not certain is not certain either. */
  readonly isProvisional: boolean;
  readonly isEstimated: boolean;
  /** From too few people to be told, so nothing that would tell it may be worked out. */
  readonly isSuppressed: boolean;
}

/** What a formula is worked out from in one period. */
export interface Basis {
  readonly period: Period;
  readonly asOf: Day;
  readonly evidenceOf: (span: Span) => Evidence;
  /** undefined for a measure that the scorecard does not have. */
  readonly inputOf: (measure: string, period: Period) => Input | undefined;
}
