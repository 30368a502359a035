import cron from 'aws-cron-parser';
import { Failure } from '#local/failure.ts';

export interface ScheduleProperties {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly Target: { readonly Arn: string; readonly Input?: string };
}

const lookEveryMs = 20_000;

/** The clock in a time zone, as if it were UTC: cron speaks of clocks, not of instants. */
const clockIn = (timeZone: string, instant: Date): Date => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const [date = '', time = ''] = parts.format(instant).split(', ');
  return new Date(`${date.split('/').reverse().join('-')}T${time}Z`);
};

/** True when the schedule fires after the one instant and not after the other. */
export function isDue({ ScheduleExpression, ScheduleExpressionTimezone = 'UTC' }: ScheduleProperties) {
  const [, expression] = /^cron\((.+)\)$/.exec(ScheduleExpression) ?? [];
  if (!expression) throw new Failure(`The schedule ${ScheduleExpression} is no cron expression.`);
  const parsed = cron.parse(expression);
  return (after: Date, until: Date): boolean => {
    const next = cron.next(parsed, clockIn(ScheduleExpressionTimezone, after));
    return next !== null && next <= clockIn(ScheduleExpressionTimezone, until);
  };
}

/** Looks at the clock now and then, so that a laptop that slept through the hour makes up for it. */
export function keepSchedule(schedule: ScheduleProperties, now: () => Date, run: () => void): () => void {
  const due = isDue(schedule);
  let looked = now();
  const timer = setInterval(() => {
    const instant = now();
    if (due(looked, instant)) run();
    looked = instant;
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
