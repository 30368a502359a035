import type { BankHoliday, Division, HolidayData } from '#calendar/bankHolidays.ts';
import { isDay } from '#calendar/day.ts';

const refuse = (problem: string): never => {
  throw new Error(`These are not GOV.UK's bank holidays: ${problem}.`);
};

const objectAt = (value: unknown, where: string): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse(`${where} is not an object`);

const textAt = (value: unknown, where: string): string =>
  typeof value === 'string' ? value : refuse(`${where} is not text`);

const dayAt = (value: unknown, where: string): string => {
  const text = textAt(value, where);
  return isDay(text) ? text : refuse(`${where} is "${text}", which is no day`);
};

const eventAt = (value: unknown, where: string): BankHoliday => {
  const { title, date, notes, bunting } = objectAt(value, where);
  if (typeof bunting !== 'boolean') return refuse(`${where}.bunting is neither true nor false`);
  return {
    title: textAt(title, `${where}.title`) || refuse(`${where}.title is empty`),
    date: dayAt(date, `${where}.date`),
    notes: textAt(notes, `${where}.notes`),
    bunting,
  };
};

const divisionAt = (value: unknown, name: Division): HolidayData[Division] => {
  const { division, events } = objectAt(value, name);
  if (division !== name) return refuse(`${name}.division is not "${name}"`);
  if (!Array.isArray(events) || events.length === 0) return refuse(`${name}.events is no list of events`);
  return { division: name, events: events.map((event, index) => eventAt(event, `${name}.events[${index}]`)) };
};

/** The content of https://www.gov.uk/bank-holidays.json, checked; unknown fields are dropped. Throws a sentence. */
export const parseGovUkHolidays = (json: unknown): HolidayData => {
  const all = objectAt(json, 'the document');
  return {
    'england-and-wales': divisionAt(all['england-and-wales'], 'england-and-wales'),
    scotland: divisionAt(all['scotland'], 'scotland'),
    'northern-ireland': divisionAt(all['northern-ireland'], 'northern-ireland'),
  };
};

const withEarlier = (division: Division, published: HolidayData, current: HolidayData): HolidayData[Division] => {
  const { events } = published[division];
  const isEarlier = ({ date }: BankHoliday): boolean => events.every((event) => date < event.date);
  return { division, events: [...current[division].events.filter(isEarlier), ...events] };
};

/** What GOV.UK publishes now, after the earlier years that we hold: it drops old years, and old cases need them. */
export const keepEarlierYears = (published: HolidayData, current: HolidayData): HolidayData => ({
  'england-and-wales': withEarlier('england-and-wales', published, current),
  scotland: withEarlier('scotland', published, current),
  'northern-ireland': withEarlier('northern-ireland', published, current),
});
