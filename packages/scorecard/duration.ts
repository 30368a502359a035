import type { Clock } from '#calendar/clock.ts';
import { complaintRegimes } from '#calendar/complaintRegimes.ts';
import { type Durations, durationsOf, type Kept, type Waited, waitedOf, withinOf } from '#metric/duration.ts';
import { count as countOf, mean as meanOf, percentile as percentileOf, sum as sumOf } from '#metric/histogram.ts';
import type { SpanQuestion } from '#metric/span.ts';
import type { ClockWritten, Duration } from '#scorecard/durationSchema.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import { type Figure, type Figures, mapped, parted } from '#scorecard/figure.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

/** By name: the plain ones, and those of complaint procedures. */
const named: Readonly<Record<Extract<ClockWritten, string>, Clock>> = {
  elapsed: { kind: 'elapsed' },
  'calendar-days': { kind: 'calendar-days' },
  'calendar-months': { kind: 'calendar-months' },
  'ombudsman-code': complaintRegimes['ombudsman-code'].clock,
  'scottish-model': complaintRegimes['scottish-model'].clock,
};

/** The schema refuses a written clock that lacks what its kind needs. */
export const clockOf = (written: ClockWritten): Clock =>
  typeof written === 'string' ? named[written] : (written as Clock);

export const countsSeconds = ({ kind }: Clock): boolean => kind === 'elapsed' || kind === 'opening-hours';

const secondsIn = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** How many of the clock's own units one of the measure's is. */
const sizeOf = (clock: Clock, unit: Unit): number =>
  countsSeconds(clock) && unit in secondsIn ? secondsIn[unit as keyof typeof secondsIn] : 1;

const nothingSeen = ({ unknown }: { readonly unknown: number }): Figure =>
  unknown > 0 ? { because: 'How long it took cannot be seen.' } : {};

const ofTimes = (durations: Durations, statistic: Duration['statistic'], size: number): Figure => {
  const { histogram } = durations;
  const denominator = countOf(histogram);
  if (denominator === 0) return nothingSeen(durations);
  if (statistic === 'mean') return { value: (meanOf(histogram) ?? 0) / size, numerator: sumOf(histogram), denominator };
  const at = typeof statistic === 'object' && 'percentile' in statistic ? statistic.percentile : 50;
  return { value: (percentileOf(histogram, at) ?? 0) / size, denominator };
};

/** Those still open in good time are left out: nobody knows yet. */
const ofLimit = (kept: Kept): Figure => {
  const all = kept.within + kept.late;
  return all === 0 && kept.unknown > 0 ? nothingSeen(kept) : parted(kept.within, all, 'percent');
};

/** Of those that ended only: one that is still open has not been too soon. */
const ofWait = ({ after, tooSoon, unknown }: Waited): Figure =>
  after + tooSoon === 0 && unknown > 0 ? nothingSeen({ unknown }) : parted(after, after + tooSoon, 'percent');

export const questionOf = ({ from, to, clock, where, statistic }: Duration): SpanQuestion => ({
  from,
  to,
  clock: clockOf(clock),
  ...(where && { where }),
  ...(typeof statistic === 'object' && 'moreThan' in statistic && { orOnce: statistic.orOnce }),
});

export const durationFigures = (duration: Duration, unit: Unit, ask: Evidence & { readonly by?: string }): Figures => {
  const partial = ask.partialOf(duration.of);
  if (partial.days.length === 0) return new Map();
  const question = { ...questionOf(duration), unseen: ask.unseen, ...(ask.by !== undefined && { by: ask.by }) };
  const { statistic } = duration;
  if (typeof statistic === 'object' && 'within' in statistic) {
    const scale = secondsIn[statistic.unit ?? 'seconds'];
    const limited = { ...question, limit: statistic.within * scale, extension: (statistic.extension ?? 0) * scale };
    return mapped(withinOf(partial, limited, ask.until), ofLimit);
  }
  if (typeof statistic === 'object' && 'moreThan' in statistic) {
    const limited = { ...question, limit: statistic.moreThan * secondsIn[statistic.unit ?? 'seconds'] };
    return mapped(waitedOf(partial, limited, ask.until), ofWait);
  }
  const size = sizeOf(question.clock, unit);
  return mapped(durationsOf(partial, question, ask.until), (each) => ofTimes(each, statistic, size));
};
