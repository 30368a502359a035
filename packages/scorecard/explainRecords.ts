import { type Day, endOfDay } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';

/** One recorded value of the measure and period, and what became of it. */
export interface ExplainedRecord {
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly id: string;
  readonly revision: number;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly rank?: number;
  readonly improvement?: number;
  readonly series?: string;
  readonly cut?: Readonly<Record<string, string>>;
  readonly qualifier?: string;
  readonly status?: string;
  readonly source?: string;
  readonly recordedBy?: string;
  readonly reason?: string;
  /** `holds`, or why it does not. */
  readonly state: 'holds' | 'replaced by a newer one' | 'withdrawn' | 'after the as-of date';
}

const shown = [
  'value',
  'numerator',
  'denominator',
  'rank',
  'improvement',
  'series',
  'cut',
  'qualifier',
  'status',
  'source',
  'recordedBy',
  'reason',
] as const;

const isOf = (measure: string, period: string) => (fact: Fact) =>
  fact.type === 'measure.recorded' && fact.data['measure'] === measure && fact.data['period'] === period;

/** Values of one series and cut replace one another; a change recorded by itself does not replace a value. */
const placeOf = ({ data }: Fact): string =>
  JSON.stringify([data['series'] ?? 'own', data['cut'], data['improvement'] !== undefined]);

const newestFirst = (a: Fact, b: Fact): number =>
  a.time === b.time ? b.revision - a.revision || (a.id < b.id ? 1 : -1) : a.time < b.time ? 1 : -1;

/** Everything recorded of a measure and period, newest first. */
export const recordsOf = (
  facts: readonly Fact[],
  { measure, period, asOf }: { readonly measure: string; readonly period: string; readonly asOf: Day },
): readonly ExplainedRecord[] => {
  const until = endOfDay(asOf).toISOString();
  const taken = new Set<string>();
  const stateOf = (fact: Fact): ExplainedRecord['state'] => {
    if (fact.withdrawn) return 'withdrawn';
    if (fact.time > until) return 'after the as-of date';
    if (taken.has(placeOf(fact))) return 'replaced by a newer one';
    taken.add(placeOf(fact));
    return 'holds';
  };
  return facts
    .filter(isOf(measure, period))
    .toSorted(newestFirst)
    .map((fact) => ({
      time: fact.time,
      id: fact.id,
      revision: fact.revision,
      ...Object.fromEntries(shown.filter((name) => name in fact.data).map((name) => [name, fact.data[name]])),
      state: stateOf(fact),
    }));
};
