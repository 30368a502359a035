import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import type { CsvConfig } from '#adapter/csv/config.ts';
import { csv } from '#adapter/csv.ts';
import { parseEvent } from '#event/parseEvent.ts';

const now = new Date('2024-03-04T10:15:30.500Z');
const contextOf = (config: CsvConfig | undefined, mapping = {}): AdapterContext => ({
  source: { id: 'sheets', trust: 'token', origins: [], mapping, csv: config },
  credentials: { signing: [], tokens: ['a token'] },
  now,
  hash: (kind, value) => `${kind}(${value})`,
});
const requestOf = (body: string | Buffer, query = '', type = 'text/csv'): HookRequest => ({
  method: 'POST',
  rest: '',
  query,
  url: '',
  headers: { 'content-type': type },
  rawBody: Buffer.from(body),
  body: Buffer.from(body),
  address: '',
  requestId: '',
});

const read = (text: string | Buffer, config?: CsvConfig, { query = '', mapping = {} } = {}) =>
  csv.read(requestOf(text, query), contextOf(config, mapping));

const itemsOf = (...given: Parameters<typeof read>): readonly Item[] => {
  const items = read(...given);
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};

interface Event {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly revision?: number;
  readonly data: Record<string, unknown>;
}
const eventsOf = (...given: Parameters<typeof read>) => itemsOf(...given).flatMap(({ events }) => events as Event[]);
const detailOf = (...given: Parameters<typeof read>): string => {
  const items = read(...given);
  return 'unreadable' in items ? items.detail : 'readable';
};

const visits: CsvConfig = {
  type: 'contact.visit.completed',
  id: 'Visit',
  fields: {
    visitId: 'Visit',
    site: { column: ['Site', 'Building'], words: { 'Town Hall': 'town-hall' } },
    arrivedAt: { date: 'Date', time: 'Time' },
    service: { column: 'Service', optional: true },
  },
};
const sheet = 'Visit,Site,Date,Time\nV1,Town hall,13/02/2024,09:41\n';

describe('a row', () => {
  test('is an event, with the id hashed and the import’s second as its revision', () => {
    expect(eventsOf(sheet, visits)).toEqual([
      {
        specversion: '1.0',
        id: 'row(["row","V1"])',
        source: 'sheets',
        type: 'contact.visit.completed',
        time: '2024-02-13T09:41:00.000Z',
        revision: 2 * 1_709_547_330,
        data: { visitId: 'V1', site: 'town-hall', arrivedAt: '2024-02-13T09:41:00.000Z' },
      },
    ]);
  });

  test.each([
    ['columns in another order', 'Time,Date,Site,Visit\n09:41,13/02/2024,Town hall,V1\n'],
    ['another case, and spaces', ' VISIT , site,DATE,Time \nV1,town  hall,13/02/2024,09:41\n'],
    ['the other name of a column', 'Visit,Building,Date,Time\nV1,Town hall,13/02/2024,09:41\n'],
    ['semicolons', sheet.replaceAll(',', ';')],
    ['tabs', sheet.replaceAll(',', '\t')],
    ['bars', sheet.replaceAll(',', '|')],
    ['CRLF and a mark', `\ufeff${sheet.replaceAll('\n', '\r\n')}`],
    ['old Macs’ lines', sheet.replaceAll('\n', '\r')],
    [
      'quotation marks, with a line break in them',
      'Visit,"Site",Date,Time,Note\nV1,"Town hall",13/02/2024,09:41,"a\nb, c"\n',
    ],
    ['rows before the header', `Report of visits\n\nFrom,01/02/2024\n${sheet}`],
    ['columns nobody asked for, blank ones among them', 'Visit,Site,Date,Time,,\nV1,Town hall,13/02/2024,09:41,,\n'],
    ['blank rows', `${sheet},,,\n\n`],
    ['an apostrophe against formulas', 'Visit,Site,Date,Time\nV1,Town hall,13/02/2024,09:41\n'],
  ])('is the same with %s', (_, text) => {
    expect(eventsOf(text, visits)).toEqual(eventsOf(sheet, visits));
  });

  test('may stand where headerRow says', () => {
    const twice = `Visit,Site,Date,Time\n${sheet}`;
    expect(eventsOf(twice, { ...visits, headerRow: 2 })).toHaveLength(1);
    expect(detailOf(sheet, { ...visits, headerRow: 9 })).toMatch(/no row at line 9/);
  });
});

describe('a sheet that cannot be trusted is refused whole', () => {
  test.each([
    ['', /The file is empty/],
    ['\n\n', /The file is empty/],
    ['\ufeff', /The file is empty/],
    ['Visit,Sites,Date,Time\nV1,x,13/02/2024,09:41\n', /There is no column "Site" \(or "Building"\): is it "Sites"\?/],
    ['Visit,Site\nV1,x\n', /There is no column "Date"\./],
    ['a,b\n1,2\n', /No row names the columns that are expected\..*Line 1 has: a… \(1 character\),b… \(1 character\)$/],
    ['Visit,Site,Date,Time,Site\nV1,x,13/02/2024,09:41,y\n', /The header has "Site" twice/],
    [`${sheet}V2,x,02/13/2024,09:41\n`, /Line 3, column Date: 02\/13\/2024 has the month first.*No row was taken/],
    ['Visit,Site,Date,Time\nV1,"x,13/02/2024,09:41\n', /quotation mark .* is not closed/],
    [`Visit,Site,Date,Time\nV1,${'x'.repeat(10_000_000)},13/02/2024,09:41\n`, /more than 1,000,000 characters/],
    ['Vi\0sit,Site\n', /NUL characters/],
    [Buffer.from('PK\u0003\u0004…'), /This is a workbook/],
  ])('%#', (text, detail) => {
    expect(detailOf(text, visits)).toMatch(detail);
  });

  test('a header alone is no row', () => {
    expect(itemsOf('Visit,Site,Date,Time\n', visits)).toEqual([]);
  });

  test.each([
    ['nothing that says what rows are', undefined, /does not say what its rows become/],
    ['a preset there is not', { preset: 'ga3' }, /There is no preset "ga3": there is ga4/],
    ['a field there is not', { ...visits, fields: { ...visits.fields, sight: 'Site' } }, /has no field sight/],
    [
      'a field that is needed',
      { type: 'gauge.read', fields: { value: 'Visit' } },
      /Nothing says the field gauge.*Nothing says the field time/,
    ],
  ] as const)('%s', (_, config, detail) => {
    expect(detailOf(sheet, config as CsvConfig | undefined)).toMatch(detail);
  });
});

describe('a row that cannot be read is refused alone', () => {
  test.each([
    ['V2,x,30/02/2024,09:41', /column Date: 30\/02\/2024 is no day/, '/Date'],
    ['V2,x,13/02/2024,9 o’clock', /column Time: .* is no time/, '/Time'],
    [',x,13/02/2024,09:41', /column Visit: is blank, and tells one row from another/, '/Visit'],
    ['V2,"=cmd|x",13/02/2024,09:41', /column Site: "=… \(6 characters\)" begins with =/, '/Site'],
    ['V2,07700 900123,13/02/2024,09:41', /column Site: what it holds looks like a telephone number/, '/Site'],
    ['V2,a.b@example.com,13/02/2024,09:41', /e-mail address/, '/Site'],
    ['V2,x,13/02/2024,09:41,more', /has 5 cells and the header 4/, ''],
    ['V2,x\0,13/02/2024,09:41', /NUL character/, ''],
    ['V2,caf\ufffd,13/02/2024,09:41', /a character that was lost/, ''],
    ['V1,x,13/02/2024,09:41', /the same id as line 2, and says something else/, ''],
  ])('%s', (row, reason, pointer) => {
    const [first, second] = itemsOf(`${sheet}${row}\n`, visits);
    expect(first?.events).toHaveLength(1);
    expect(second).toMatchObject({ events: [], refused: { reason: expect.stringMatching(reason), pointer } });
  });

  test('what the event’s schema says is said of the column', () => {
    const request = requestOf(sheet);
    const context = contextOf(visits);
    csv.read(request, context);
    const rejected = [{ index: 0, id: 'x', reason: 'data.site must be shorter', pointer: '/data/site' }];
    const reply = csv.reply?.({ accepted: 0, duplicates: 0, leftOut: 0, rejected }, request, context);
    expect(reply?.status).toBe(422);
    expect(JSON.parse(reply?.body ?? '')).toMatchObject({
      rejected: [{ index: 0, row: 2, id: 'x', reason: 'column Site: data.site must be shorter', pointer: '/Site' }],
    });
  });
});

describe('ids', () => {
  const whole: CsvConfig = { ...visits, id: undefined };

  test('without columns of an id are of the whole row, whatever its order, and count equal rows', () => {
    const rows = ['V1,x,13/02/2024,09:41', 'V2,x,13/02/2024,09:41', 'V1,x,13/02/2024,09:41'];
    const ids = (some: readonly string[]) =>
      eventsOf(`Visit,Site,Date,Time\n${some.join('\n')}\n`, whole).map(({ id }) => id);
    expect(new Set(ids(rows)).size).toBe(3);
    expect(ids(rows.toReversed()).sort()).toEqual(ids(rows).sort());
    expect(ids(rows)).toEqual(ids(rows));
  });

  test('count on where an import says how many equal rows it has seen', () => {
    const text = 'Visit,Site,Date,Time,Quarterlight: equal rows before\nV1,x,13/02/2024,09:41,2\n';
    const [event] = eventsOf(text, whole);
    const third = eventsOf(`Visit,Site,Date,Time\n${'V1,x,13/02/2024,09:41\n'.repeat(3)}`, whole)[2];
    expect(event?.id).toBe(third?.id);
  });

  test.each([
    ['a count', '7', 14],
    ['a time', '13/02/2024 10:00', 2 * Date.parse('2024-02-13T10:00:00Z')],
    ['nothing', '', 0],
  ])('with a column of revisions, %s', (_, cell, revision) => {
    const [event] = eventsOf(`Visit,Site,Date,Time,Changed\nV1,x,13/02/2024,09:41,${cell}\n`, {
      ...visits,
      revision: 'Changed',
    });
    expect(event?.revision).toBe(revision);
  });

  test('of an import have its own moment as their revision', () => {
    const [event] = eventsOf(sheet, visits, { query: 'batch=20240304T101500-1f2e3d4c&part=3' });
    expect(event?.revision).toBe((2 * Date.parse('2024-03-04T10:15:00Z')) / 1000);
  });
});

describe('what quarantine kept of a row', () => {
  test('is read again as the same row, perhaps with a better mapping', () => {
    const [, bad] = itemsOf(`${sheet}V2,x,13.02.24,09:41\n`, visits);
    expect(bad?.refused?.reason).toMatch(/two digits/);
    const again = csv.again(bad?.text() ?? '', contextOf({ ...visits, twoDigitYears: true }));
    expect(again.events).toMatchObject([
      { id: 'row(["row","V2"])', revision: 2 * 1_709_547_330, data: { visitId: 'V2' } },
    ]);
    expect(again.text()).toBe(bad?.text());
  });

  test('is read by the preset that it came with', () => {
    const [bad] = itemsOf(
      'Date,Network,Followers\n30/02/2024,x,5\n',
      { preset: 'officers' },
      { query: 'preset=social-followers' },
    );
    const again = csv.again(bad?.text() ?? '', contextOf({ preset: 'officers' }));
    expect(again.refused?.reason).toBe('column Date: 30/02/2024 is no day of the calendar');
  });

  test.each([[''], ['{}'], ['[]'], ['null'], ['{"columns":["a"],"cells":[1],"occurrence":0,"importedAt":"x"}']])(
    'that is none: %s',
    (text) => {
      expect(csv.again(text, contextOf(visits))).toMatchObject({
        events: [],
        refused: { reason: 'this is no row of a sheet' },
      });
    },
  );
});

describe('presets', () => {
  const facts = (preset: string, text: string) =>
    itemsOf(text, { preset }).flatMap(({ events, refused }) => {
      if (refused) return [refused.reason];
      return events.map((event) => {
        const parsed = parseEvent({ ...event, id: 'a row' }, { now, pathSource: 'sheets', organisation: 'example' });
        return 'event' in parsed
          ? { type: parsed.event.type, time: parsed.event.time, ...parsed.event.data }
          : parsed.reason;
      });
    });

  test('ga4: views of a page and day are a reading', () => {
    const text = [
      '# ----------------------------------------',
      '# Free form 1',
      '# 20240213-20240214',
      '# ----------------------------------------',
      'Date,Page path and screen class,Views,Active users',
      '20240213,/council-tax?ref=1,"1,204",900',
      '20240214,/,88,70',
      ',Grand total,"1,292",970',
    ].join('\n');
    expect(facts('ga4', text)).toEqual([
      {
        type: 'gauge.read',
        time: '2024-02-13T00:00:00.000Z',
        gauge: 'page-views',
        value: 1204,
        dimensions: { page: '/council-tax' },
      },
      {
        type: 'gauge.read',
        time: '2024-02-14T00:00:00.000Z',
        gauge: 'page-views',
        value: 88,
        dimensions: { page: '/' },
      },
    ]);
  });

  test('social-messages: a message and, where there is one, its reply', () => {
    const text =
      'Message ID,Network,Received at,Replied at\nM1,Facebook,13/02/2024 09:00,13/02/2024 09:30\nM2,Twitter,13/02/2024 10:00,\n';
    expect(facts('social-messages', text)).toMatchObject([
      {
        type: 'contact.message.received',
        messageId: 'M1',
        threadId: 'M1',
        network: 'Facebook',
        channel: 'social',
        sentAt: '2024-02-13T09:00:00.000Z',
      },
      {
        type: 'contact.message.replied',
        messageId: 'reply to M1',
        threadId: 'M1',
        inReplyTo: 'M1',
        sentAt: '2024-02-13T09:30:00.000Z',
      },
      { type: 'contact.message.received', messageId: 'M2', network: 'x' },
    ]);
  });

  test('social-followers: how many followed an account on a day', () => {
    expect(facts('social-followers', 'Date;Network;Followers\n13/02/2024;Facebook;12,345\n')).toEqual([
      {
        type: 'gauge.read',
        time: '2024-02-13T00:00:00.000Z',
        gauge: 'followers',
        value: 12_345,
        dimensions: { network: 'Facebook' },
      },
    ]);
  });

  test('telephony: calls, with what the system leaves to be worked out', () => {
    const text = [
      'Call ID,Queue,Date,Time,Result,Wait,Talk time,Caller',
      'C1,Council tax,13/02/2024,09:41:22,Answered,00:01:20,00:03:00,07700900123',
      'C2,Waste,13/02/2024,09:42:00,Missed,00:00:40,,07700900124',
      'C3,Waste,13/02/2024,09:42:00,Exploded,00:00:40,,07700900124',
    ].join('\n');
    expect(facts('telephony', text)).toEqual([
      {
        type: 'contact.call.completed',
        time: '2024-02-13T09:45:42.000Z',
        callId: 'C1',
        queue: 'Council tax',
        direction: 'inbound',
        offeredAt: '2024-02-13T09:41:22.000Z',
        endedAt: '2024-02-13T09:45:42.000Z',
        outcome: 'answered',
        waitSeconds: 80,
        talkSeconds: 180,
      },
      expect.objectContaining({ callId: 'C2', outcome: 'abandoned', endedAt: '2024-02-13T09:42:40.000Z' }),
      'column Result: "E… (8 characters)" is none of answered, abandoned, overflow, failed: add it to words',
    ]);
  });

  test('telephony: times of day stand for the lengths that are not given', () => {
    const text =
      'Contact ID,Queue name,Start time,Answer time,End time,Outcome,Direction\nC1,Waste,13/02/2024 09:00:00,13/02/2024 09:00:30,13/02/2024 09:05:00,answered,In\nC2,Waste,13/02/2024 09:00:00,,13/02/2024 09:00:45,abandoned,In\n';
    expect(facts('telephony', text)).toMatchObject([
      { waitSeconds: 30, answeredAt: '2024-02-13T09:00:30.000Z', direction: 'inbound' },
      { waitSeconds: 45, outcome: 'abandoned' },
    ]);
  });

  test('officers: what was filled in, and nothing else', () => {
    const text = [
      'kind,scorecard,id,title,period,unit,value,status,comment,deadline now,status now,new deadline,completed on',
      'measure,cx,calls,Calls,2023-24-q3,percent,81.5%,confirmed,,,,,',
      'measure,cx,visits,Visits,2023-24-q3,count,,,,,,,',
      'comment,cx,calls,Calls,2023-24-q3,,,,"Busy, all through.",,,,',
      'milestone,cx,callback,Call back,,,,,,2024-05-31,on-track,30/06/2024,',
      'milestone,cx,kiosk,Kiosk,,,,Complete,,2024-01-31,on-track,,12/01/2024',
      'milestone,cx,chat,Chat,,,,,,2024-09-30,on-track,,',
      'mesure,cx,calls,Calls,2023-24-q3,percent,1,,,,,,',
    ].join('\n');
    expect(facts('officers', text)).toMatchObject([
      {
        type: 'measure.recorded',
        time: '2024-03-04T10:15:30.500Z',
        measure: 'calls',
        period: '2023-24-q3',
        value: 81.5,
        status: 'confirmed',
      },
      { type: 'commentary.recorded', measure: 'calls', kind: 'comment', text: 'Busy, all through.' },
      { type: 'milestone.updated', milestone: 'callback', status: 'on-track', currentDeadline: '2024-06-30' },
      {
        type: 'milestone.updated',
        milestone: 'kiosk',
        status: 'complete',
        currentDeadline: '2024-01-31',
        completedOn: '2024-01-12',
      },
      'column kind: "m… (6 characters)" is none of measure, comment, milestone comment, group comment, milestone: is it measure?',
    ]);
  });

  test('are overridden field by field', () => {
    const config: CsvConfig = { preset: 'telephony', fields: { queue: 'Line', outcome: { constant: 'answered' } } };
    const [event] = eventsOf('Call ID,Line,Date,Time,Wait\nC1,Waste,13/02/2024,09:00:00,30\n', config);
    expect(event?.data).toMatchObject({ queue: 'Waste', outcome: 'answered', waitSeconds: 30 });
    expect(detailOf('Call ID,Queue,Date,Time,Wait\nC1,Waste,13/02/2024,09:00,30\n', config)).toMatch(
      /no column "Line"/,
    );
  });

  test('may be named in the address', () => {
    expect(
      eventsOf('Date,Network,Followers\n13/02/2024,x,5\n', undefined, { query: 'preset=social-followers' }),
    ).toHaveLength(1);
  });
});

describe('the source’s mapping', () => {
  test('names queues, and by queue the service', () => {
    const mapping = {
      queue: { 'council tax': 'revenues', '01234 567890': 'streets' },
      service: { 'Council tax': 'council-tax' },
    };
    const rows =
      'Call ID,Queue,Date,Time,Result,Wait\nC1,Council Tax,13/02/2024,09:00,Answered,5\nC2,01234 567890,13/02/2024,09:00,Answered,5\n';
    const [first, second] = eventsOf(rows, { preset: 'telephony' }, { mapping });
    expect(first?.data).toMatchObject({ queue: 'revenues', service: 'council-tax' });
    expect(second?.data).toMatchObject({ queue: 'streets' });
  });
});

describe('a request', () => {
  test.each([
    ['text/csv', true],
    ['text/csv; charset=utf-8', true],
    ['application/octet-stream', true],
    ['application/vnd.ms-excel', true],
    ['application/x-www-form-urlencoded', true],
    ['application/json', false],
    ['multipart/form-data; boundary=x', false],
  ])('of %s', (type, isTaken) => {
    expect('unreadable' in csv.read(requestOf(sheet, '', type), contextOf(visits))).toBe(!isTaken);
  });

  test('is read in the character set that it names', () => {
    const body = Buffer.concat([
      Buffer.from('Visit,Site,Date,Time\nV1,Caf'),
      Buffer.from([0xe9]),
      Buffer.from(',13/02/2024,09:41\n'),
    ]);
    const items = csv.read(requestOf(body, '', 'text/csv; charset=windows-1252'), contextOf(visits));
    expect(items).toMatchObject([{ events: [{ data: { site: 'Café' } }] }]);
  });

  test('must show a token', () => {
    expect(csv.problem(requestOf(sheet), contextOf(visits))).toMatch(/token/);
    const shown = { ...requestOf(sheet), headers: { authorization: 'Bearer a token' } };
    expect(csv.problem({ ...shown, headers: { 'x-api-key': 'a token' } }, contextOf(visits))).toBeUndefined();
  });
});
