import { csvFindings } from '#adapter/csv/check.ts';
import { openingCalendar } from '#calendar/openingHours.ts';
import { type EventType, streamOfType } from '#event/types.ts';
import { anyOf } from '#scorecard/format.ts';
import { suggestion } from '#scorecard/issueWords.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { repeated } from '#scorecard/rules.ts';
import type { Organisation } from '#scorecard/schema.ts';
import { isWatched, streamsSent } from '#scorecard/sourceCalendar.ts';
import type { AdapterName, Source } from '#scorecard/sourceSchema.ts';

type Trust = Source['trust'];
type Rule = (source: Source) => readonly Finding[];

/** How each adapter's own tool can prove who it is; the first is what is advised. */
export const trustsOf: Readonly<Record<AdapterName, readonly Trust[]>> = {
  cloudevents: ['signed', 'token'],
  csv: ['token', 'signed'],
  firehose: ['token'],
  matomo: ['browser', 'token'],
  plausible: ['browser', 'token'],
  umami: ['browser', 'token'],
  asterisk: ['token'],
  freeswitch: ['token'],
  twilio: ['signed', 'token'],
  meta: ['signed'],
};

const types = Object.keys(streamOfType) as EventType[];

const unknownTypes = ({ types: listed = [] }: Source): readonly Finding[] =>
  listed.flatMap((type, t) =>
    (types as readonly string[]).includes(type)
      ? []
      : [{ path: ['types', t], message: `"${type}" is not a type of event`, mend: suggestion(type, types) }],
  );

const wrongTrust: Rule = ({ adapter, trust }) => {
  const trusts = trustsOf[adapter];
  if (trusts.includes(trust)) return [];
  const message = `what ${adapter} posts cannot be trusted as ${trust}`;
  return [{ path: ['adapter'], message, mend: `write trust: ${anyOf(trusts)}` }];
};

const noOrigins = ({ trust, origins = [] }: Source): readonly Finding[] =>
  trust !== 'browser' || origins.length > 0
    ? []
    : [
        {
          path: ['trust'],
          message: 'any page of the web could post here',
          mend: 'name the sites whose pages may, such as origins: [https://www.northmoor.example]',
        },
      ];

const pathInPublicUrl = ({ publicUrl = '' }: Source): readonly Finding[] =>
  /\/hooks(\/|$)|[?#]/.test(publicUrl)
    ? [{ path: ['publicUrl'], message: `"${publicUrl}" says too much`, mend: 'write what comes before /hooks only' }]
    : [];

type Table = Readonly<Record<string, string>>;
const tableNames = ['queue', 'service', 'enquiryType', 'network', 'form', 'site'] as const;

const tablesOf = ({ mapping = {} }: Source): readonly (readonly [(typeof tableNames)[number], Table])[] =>
  tableNames.flatMap((name) => {
    const table = mapping[name];
    return table ? [[name, table] as const] : [];
  });

const keyOf = (word: string): string => word.trim().toLowerCase();

/** Words are looked up in any case, so that only one of the two could hold. */
const sameWords: Rule = (source) =>
  tablesOf(source).flatMap(([name, table]) =>
    Object.keys(table).flatMap((word, i, all) => {
      const before = all.slice(0, i).find((other) => keyOf(other) === keyOf(word));
      const message = `"${word}" is the same word as "${before}"`;
      const path = ['mapping', name, word];
      return before === undefined ? [] : [{ path, atKey: true, message, mend: 'remove one of the two' }];
    }),
  );

/** Why opening hours cannot be, in their own words; undefined when they can. */
const whyNoHours = ({ calendar }: Source): string | undefined => {
  if (typeof calendar !== 'object') return undefined;
  try {
    openingCalendar(calendar.hours, calendar);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};

const calendarFindings: Rule = (source) => {
  if (!source.calendar) return [];
  const path = ['calendar'];
  const hours = whyNoHours(source);
  if (hours !== undefined)
    return [{ path: [...path, 'hours'], message: hours, mend: "write { mon: ['09:00', '17:00'] }" }];
  if (!source.types)
    return [
      { path, message: 'nothing says what it sends on those days', mend: 'add types: [contact.call.completed, …]' },
    ];
  return streamsSent(source).some(isWatched)
    ? []
    : [{ path, message: 'nothing that it sends is expected day by day', mend: 'remove it, or add to types' }];
};

const sheetFindings: Rule = ({ adapter, csv }) => {
  if (!csv) return [];
  if (adapter !== 'csv')
    return [{ path: ['csv'], message: `what ${adapter} posts is no sheet`, mend: 'remove it, or write adapter: csv' }];
  return csvFindings(csv).map((finding) => ({ ...finding, path: ['csv', ...finding.path] }));
};

const rules: readonly Rule[] = [
  unknownTypes,
  wrongTrust,
  noOrigins,
  pathInPublicUrl,
  sameWords,
  calendarFindings,
  sheetFindings,
];

interface Sources {
  readonly sources: readonly Source[];
}

const ofEach = ({ sources }: Sources, each: Rule): readonly Finding[] =>
  sources.flatMap((source, i) =>
    each(source).map((finding) => ({ ...finding, path: ['sources', i, ...finding.path] satisfies Step[] })),
  );

/** What the schema cannot say of sources. */
export const sourcesFindings = (value: Sources): readonly Finding[] => [
  ...repeated(
    'source',
    value.sources.map(({ id }, i) => ({ id, path: ['sources', i] })),
  ),
  ...ofEach(value, (source) => rules.flatMap((rule) => rule(source))),
];

/** A word that the organisation does not list is counted, but under "other". */
const unlisted =
  ({ dimensions }: Organisation): Rule =>
  (source) =>
    tablesOf(source).flatMap(([name, table]) =>
      name === 'form'
        ? []
        : Object.entries(table).flatMap(([word, ours]) => {
            const listed = dimensions[name] ?? [];
            if (listed.includes(ours)) return [];
            const message = `"${ours}" is not listed as a ${name}: it will count as "other"`;
            return [{ path: ['mapping', name, word], message, mend: mendOf(name, ours, listed) }];
          }),
    );

const mendOf = (name: string, ours: string, listed: readonly string[]): string =>
  listed.length === 0
    ? `list it in organisation.yaml under dimensions.${name}`
    : `${suggestion(ours, listed, 'listed')}, or list it in organisation.yaml under dimensions.${name}`;

const unasked: Rule = ({ trust, origins }) =>
  origins && trust !== 'browser'
    ? [{ path: ['origins'], message: `origins are not asked for with trust: ${trust}`, mend: 'remove them' }]
    : [];

/** Doubts about sources that are in order. */
export const sourcesWarnings = (value: Sources, organisation: Organisation): readonly Finding[] => [
  ...ofEach(value, unlisted(organisation)),
  ...ofEach(value, unasked),
];
