import { daysBetween, daysOf, startOfDay } from '#calendar/day.ts';

/** The two years of the example, London days, and how busy a contact centre is on each. */
export const firstDay = '2023-05-01';
export const lastDay = '2025-04-30';
export const days: readonly string[] = [...daysOf({ start: firstDay, end: lastDay })];

export const secondMs = 1000;
export const hourMs = 3600 * secondMs;
export const dayMs = 24 * hourMs;

const bankHolidays = new Set([
  ...['2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28', '2023-12-25', '2023-12-26'],
  ...['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26'],
  ...['2025-01-01', '2025-04-18', '2025-04-21'],
]);

/** So many seconds after London midnight: on all but the two days of the clock change, what a London clock shows. */
export function londonMs(day: string, seconds: number): number {
  return startOfDay(day).getTime() + seconds * secondMs;
}

/** 0 on the first day, 1 on the last: whatever improves over the two years does so by it. */
export function progress(day: string): number {
  return daysBetween(firstDay, day) / (days.length - 1);
}

const byWeekday = [0, 1.3, 1.1, 1, 0.95, 0.9, 0.12];
const byMonth: Readonly<Record<string, number>> = { '03': 1.6, '04': 1.25, '08': 0.85, '12': 0.8 };

/** The lines are busiest on Mondays and in March, when council tax bills arrive; closed on Sundays and bank holidays. */
export function callWeight(day: string): number {
  if (bankHolidays.has(day)) return 0;
  return (byWeekday[new Date(day).getUTCDay()] as number) * seasonOf(day);
}

/** How much busier than usual a month is. */
export function seasonOf(day: string): number {
  return byMonth[day.slice(5, 7)] ?? 1;
}
