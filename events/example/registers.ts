import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs } from '#events/example/days.ts';
import { mulberry32, type Random, whole } from '#events/example/random.ts';

const networks = ['web', 'app'];
const populations = { '2023-06-30': 148_200, '2024-06-30': 149_650 };

const ages = { 'under 18': 940, '18 to 64': 3_310, '65 and over': 1_280 };

/**
 * Residents' accounts on the web and in the app, read at the end of each month; members of the library by age, at the
 * end of each quarter; residents, counted once a year.
 */
export function registers(): CloudEvent<'registers'>[] {
  const random = mulberry32(0xacc);
  const totals = networks.flatMap((network, index) => accounts(random, network, [21_400, 3_150][index] as number));
  const residents = Object.entries(populations).map(([day, value]) => reading(day, { gauge: 'population', value }));
  const joined = Object.entries(ages).flatMap(([age, first]) => members(random, age, first));
  return numbered('registers', 'count', [...totals, ...joined, ...residents]);
}

const isQuarterEnd = (day: string): boolean => ['03-31', '06-30', '09-30', '12-31'].includes(day.slice(5));

/** Some leave the library, others join it. */
function members(random: Random, age: string, first: number): Drawn[] {
  let value = first;
  return days.filter(isQuarterEnd).map((day) => {
    value += whole(random, -30, 60);
    return reading(day, { gauge: 'members', value, dimensions: { age } });
  });
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
