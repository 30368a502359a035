import { complaintRegimes } from '#calendar/complaintRegimes.ts';
import type { ClockWritten, Duration } from '#scorecard/durationSchema.ts';
import { thingWords } from '#scorecard/questionWords.ts';

type Kind = Exclude<ClockWritten, string>['kind'];

const units: Record<Kind, string> = {
  elapsed: 'elapsed time',
  'calendar-days': 'calendar days',
  'working-days': 'working days',
  'calendar-months': 'calendar months',
  'opening-hours': 'opening hours',
};

const clockWords = (clock: ClockWritten): string => {
  if (typeof clock === 'object') return units[clock.kind];
  if (clock in units) return units[clock as Kind];
  const { title } = complaintRegimes[clock as keyof typeof complaintRegimes];
  return `working days of the ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
};

const limitUnit = (clock: ClockWritten, unit: string | undefined): string => {
  const counted = clockWords(clock);
  if (counted === units.elapsed) return unit ?? 'seconds';
  return counted === units['opening-hours'] ? `${unit ?? 'seconds'} of opening hours` : counted;
};

type MoreThan = Extract<Duration['statistic'], { moreThan: number }>;

const waitWords = ({ moreThan, unit, orOnce }: MoreThan, clock: ClockWritten, span: string): string =>
  `more than ${moreThan} ${limitUnit(clock, unit)} ${span}${orOnce === undefined ? '' : `, or were ${orOnce} by then`}`;

const extensionWords = (extension: number | undefined): string =>
  extension === undefined ? '' : `, or ${extension} more where it was extended`;

/** `Mean working days from opened to responded of cases where kind is complaint`. */
export const durationWords = ({ of, from, to, clock, statistic, where }: Duration): string => {
  const span = `from ${from} to ${to}`;
  const things = thingWords(of, where);
  if (typeof statistic === 'string') return `${statistic} ${clockWords(clock)} ${span} of ${things}`;
  if ('percentile' in statistic)
    return `percentile ${statistic.percentile} of ${clockWords(clock)} ${span} of ${things}`;
  if ('moreThan' in statistic)
    return `percentage of ${things} that took ${waitWords(statistic, clock, span)}; those not ${to} are left out`;
  const limit = `${statistic.within} ${limitUnit(clock, statistic.unit)}${extensionWords(statistic.extension)}`;
  return `percentage of ${things} that took at most ${limit} ${span}; those still open in good time are left out`;
};
