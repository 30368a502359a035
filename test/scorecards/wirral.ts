import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { assess } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const context = { now: new Date('2024-02-01T00:00:00Z'), pathSource: 'performance-team', organisation: 'wirral' };

const records = ['milestones', 'measures', 'comments'].flatMap((name) =>
  (JSON.parse(read(`events/wirral/${name}.json`)) as unknown[]).flatMap((event) => {
    const parsed = parseEvent(event, context);
    return 'event' in parsed ? [factOf(parsed.event, { organisation: 'wirral', hashKey: 'k'.repeat(32) })] : [];
  }),
);

export const editionOf = (period: string, asOf: string): Edition =>
  assess({
    organisation: organisation.parse(parse(read('scorecards/wirral/organisation.yaml'))),
    scorecard: scorecard.parse(parse(read('scorecards/wirral/customer-experience.yaml'))),
    period: parsePeriod(period),
    asOf,
    publishedAt: `${asOf}T23:59:59.999Z`,
    software: 'test',
    partials: [],
    records,
  });
