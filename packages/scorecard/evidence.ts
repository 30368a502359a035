import { type Day, endOfDay } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import { mergeAll } from '#metric/merge.ts';
import type { DayPartial, Partial } from '#metric/partial.ts';
import type { Evidence } from '#scorecard/formula.ts';

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Day partials merged into periods, each stream and period once; days after the as-of day are left out. */
export const evidenceOf = (partials: readonly DayPartial[], asOf: Day): ((period: Period) => Evidence) => {
  const streams = Map.groupBy(
    partials.filter(({ day }) => day <= asOf),
    ({ stream }) => stream,
  );
  const until = endOfDay(asOf);
  const merged = new Map<string, () => Partial>();
  const mergedOf = (stream: Stream, { start, end }: Period): Partial => {
    const key = `${stream} ${start} ${end}`;
    const within = (): readonly DayPartial[] =>
      (streams.get(stream) ?? []).filter(({ day }) => day >= start && day <= end);
    const make = merged.get(key) ?? once(() => mergeAll(stream, within()));
    merged.set(key, make);
    return make();
  };
  return (period) => ({ until, partialOf: (stream) => mergedOf(stream, period) });
};
