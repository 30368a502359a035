import type { Organisation, Scorecard, Source } from '#scorecard/schema.ts';

/** All that one organisation configures, checked and with its defaults filled in. */
export interface Configuration {
  readonly organisation: Organisation;
  readonly sources: readonly Source[];
  readonly scorecards: readonly Scorecard[];
}
