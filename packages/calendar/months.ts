import type { Day } from '#calendar/day.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const lastDateOf = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** The same day number so many months later, or that month's last day where it has no such day. */
export const addMonths = (day: Day, months: number): Day => {
  const month = monthOf(day) + months;
  const date = Math.min(Number(day.slice(8)), lastDateOf(month));
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(date)}`;
};

/** The fewest months that reach a day: a begun month counts. Negative when the day lies a month or more earlier. */
export const monthsUntil = (from: Day, to: Day): number => {
  const months = monthOf(to) - monthOf(from);
  return to <= addMonths(from, months) ? months : months + 1;
};
