import { dayNumber, londonTime } from '#calendar/day.ts';

/** `2024-03-28 16:30` on a London clock; a time that the clock shows twice is the first of the two. */
export const london = (text: string): Date => {
  const [, day = '', hours, minutes] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})$/.exec(text) ?? [];
  return londonTime(dayNumber(day), Number(hours) * 60 + Number(minutes));
};
