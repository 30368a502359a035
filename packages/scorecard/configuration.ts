import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Logo } from '#scorecard/logo.ts';
import type { Paper } from '#scorecard/paperSchema.ts';
import type { Organisation, Scorecard } from '#scorecard/schema.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** All that one organisation configures, checked and with its defaults filled in. */
export interface Configuration {
  readonly organisation: Organisation;
  readonly sources: readonly Source[];
  readonly scorecards: readonly Scorecard[];
  /** Absent where none is written, and in what an earlier version pushed. */
  readonly papers?: readonly Paper[];
  /** Likewise. */
  readonly dashboards?: readonly Dashboard[];
  /** The picture that the theme names. */
  readonly logo?: Logo;
}
