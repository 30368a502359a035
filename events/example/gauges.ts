import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs } from '#events/example/days.ts';
import { mulberry32, whole } from '#events/example/random.ts';

/** Followers of the council's pages, read at five o'clock on the last day of each month. */
export function readings(): CloudEvent[] {
  const random = mulberry32(0x6a06e);
  let value = 11_840;
  const lastDays = days.filter((day, index) => days[index + 1]?.slice(0, 7) !== day.slice(0, 7));
  const drawn = lastDays.map((day): Drawn => {
    value += whole(random, 40, 260);
    return { type: 'gauge.read', atMs: londonMs(day, 17 * 3600), data: { gauge: 'followers', value } };
  });
  return numbered('social', 'reading', drawn);
}
