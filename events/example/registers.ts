import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs } from '#events/example/days.ts';
import { mulberry32, type Random, whole } from '#events/example/random.ts';

const networks = ['web', 'app'];
const populations = { '2023-06-30': 148_200, '2024-06-30': 149_650 };

/** Residents' accounts on the web and in the app, read at the end of each month; residents, counted once a year. */
export function registers(): CloudEvent<'registers'>[] {
  const random = mulberry32(0xacc);
  const totals = networks.flatMap((network, index) => accounts(random, network, [21_400, 3_150][index] as number));
  const residents = Object.entries(populations).map(([day, value]) => reading(day, { gauge: 'population', value }));
  return numbered('registers', 'count', [...totals, ...residents]);
}

function accounts(random: Random, network: string, first: number): Drawn[] {
  let value = first;
  const lastDays = days.filter((day, index) => days[index + 1]?.slice(0, 7) !== day.slice(0, 7));
  return lastDays.map((day) => {
    value += whole(random, 60, 240);
    return reading(day, { gauge: 'accounts', value, dimensions: { network } });
  });
}

function reading(day: string, data: Readonly<Record<string, unknown>>): Drawn {
  return { type: 'gauge.read', atMs: londonMs(day, 18 * 3600), data };
}
