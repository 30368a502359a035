import { readFileSync } from 'node:fs';
import { cases, type Golden } from '#test/golden/cases.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`test/scorecard/${name}.json`, 'utf8'));

export const goldenOf = (kind: string): readonly Golden[] => cases.filter((golden) => golden.kind === kind);

/** What must come out: the print where it follows from its inputs, our computation where it does not. */
export const answerOf = ({ consistent, expected, computed }: Golden): unknown => (consistent ? expected : computed);

export interface WirralMilestone {
  readonly id: string;
  readonly original: string;
  readonly current: string;
  readonly status: string;
  readonly weeksDelay: number | null;
  readonly rag: string;
}
export const wirralMilestones = read('wirralMilestones') as readonly WirralMilestone[];

export interface MilestoneBoundary {
  readonly id: string;
  readonly description: string;
  readonly status: string;
  readonly current: string;
  readonly previous_quarter_end: string;
  readonly as_of: string;
  readonly expected: string;
}
export const milestoneBoundaries = read('milestoneBoundaries') as readonly MilestoneBoundary[];
