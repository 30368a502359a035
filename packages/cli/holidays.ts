import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bankHolidays, type Division, divisions, type HolidayData, holidayCoverage } from '#calendar/bankHolidays.ts';
import { keepEarlierYears, parseGovUkHolidays } from '#calendar/govUkHolidays.ts';
import type { Command } from '#cli/command.ts';
import { counted } from '#cli/output.ts';
import { Failure, messageOf } from '#local/failure.ts';

const published = 'https://www.gov.uk/bank-holidays.json';

export const holidays: Command = {
  usage: 'holidays [FILE]',
  summary: "refresh the bank holidays from GOV.UK, or from a copy of GOV.UK's file",
  positionals: 1,
  async run({ root, here, output }, { positionals: [file] }) {
    const path = join(root, 'packages', 'calendar', 'bankHolidays.json');
    const current = parsed(readFileSync(path, 'utf8'), path);
    const text = file === undefined ? await fetched() : readGiven(resolve(here, file));
    const fresh = keepEarlierYears(parsed(text, file ?? published), current);
    writeFileSync(path, holidaysText(fresh));
    const changes = divisions.map((division) => changeIn(division, current, fresh));
    for (const { division, added, until } of changes)
      output.line(`${division}: ${counted(added, 'new day')}, known until ${until}.`);
    return changes;
  },
};

async function fetched(): Promise<string> {
  try {
    const response = await fetch(published);
    if (response.ok) return await response.text();
    throw new Error(`it answered ${response.status}`);
  } catch (error) {
    throw new Failure(`${published} could not be read: ${messageOf(error)}. Save it, and name the file.`);
  }
}

function readGiven(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`${path} could not be read: ${messageOf(error)}.`);
  }
}

function parsed(text: string, from: string): HolidayData {
  try {
    return parseGovUkHolidays(JSON.parse(text));
  } catch (error) {
    throw new Failure(`${from}: ${messageOf(error)} Nothing was changed.`);
  }
}

function changeIn(division: Division, current: HolidayData, fresh: HolidayData) {
  const known = new Set(bankHolidays(division, current).map(({ date }) => date));
  const added = bankHolidays(division, fresh).filter(({ date }) => !known.has(date)).length;
  return { division, added, until: holidayCoverage(division, fresh).end };
}

export const holidaysText = (data: HolidayData): string => `${JSON.stringify(data, null, 2)}\n`;
