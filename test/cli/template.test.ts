import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { tableOf } from '#adapter/csv/table.ts';
import { parsePeriod } from '#calendar/period.ts';
import { sheetText } from '#cli/template.ts';
import { type Listening, serve } from '#local/server.ts';
import { checkScorecard } from '#scorecard/check.ts';
import type { Edition } from '#scorecard/edition.ts';
import { officersSheet } from '#scorecard/officersSheet.ts';
import { project, quarterlight } from '#test/cli/commandLine.ts';

const yaml = `id: cx
title: Customer experience
groups:
  - id: all
    title: All
    measures:
      - { id: staff, title: Staff in post, unit: fte, polarity: none, frequency: month, value: { recorded: true }, owner: HR manager, source: HR system }
      - { id: calls, title: '=Calls answered', unit: percent, polarity: higher, frequency: quarter, value: { recorded: true }, target: 80, rating: { amber: { within: 5, of: target, unit: points } } }
      - { id: survey, title: Survey, unit: percent, polarity: higher, frequency: quarter, due: [q2, q4], value: { recorded: true } }
      - { id: spend, title: Spend, unit: pounds, polarity: lower, frequency: year, value: { recorded: true }, target: { 2023-24: 1000 } }
      - { id: counted, title: Counted, unit: count, polarity: none, frequency: quarter, value: { count: call } }
    milestones:
      - { id: callback, title: Call back, owner: Head of service, originalDeadline: 2024-03-31 }
`;
const checked = checkScorecard('cx.yaml', yaml);
const scorecard = 'value' in checked ? checked.value : undefined;
if (!scorecard) throw new Error(JSON.stringify(checked));

const edition = {
  period: { id: '2023-24-q3' },
  measures: [
    {
      id: 'calls',
      period: '2023-24-q3',
      periodLabel: 'October to December 2023',
      value: 71.5,
      rating: { colour: 'red', reason: 'Red: 71.5% is more than 5 points under 80%.' },
      series: [
        { period: '2023-24-q2', value: 74 },
        { period: '2023-24-q3', value: 71.5 },
      ],
      commentary: [],
    },
    {
      id: 'staff',
      period: '2023-12',
      value: 12,
      rating: { colour: 'no-target', reason: '' },
      series: [{ period: '2023-11', value: 11 }],
      commentary: [],
    },
  ],
  milestones: [
    {
      id: 'callback',
      status: 'delayed',
      currentDeadline: '2024-05-31',
      rating: { colour: 'red', reason: 'Red: delayed.' },
    },
  ],
} as unknown as Edition;

const rowsOf = (period: string, known: Edition | null = edition) =>
  officersSheet(scorecard, parsePeriod(period), known ?? undefined).map(({ scorecard: of, ...row }) => {
    expect(of).toBe('cx');
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  });

describe('what officers owe a period', () => {
  test('a quarter: three months, its own measures, a comment on what is red, every milestone', () => {
    const staff = {
      kind: 'measure',
      id: 'staff',
      title: 'Staff in post',
      owner: 'HR manager',
      unit: 'fte',
      source: 'HR system',
    };
    const calls = {
      id: 'calls',
      title: '=Calls answered',
      period: '2023-24-q3',
      unit: 'percent',
      'last value': '71.5',
      'last period': '2023-24-q3',
    };
    expect(rowsOf('2023-24-q3')).toEqual([
      { ...staff, period: '2023-10' },
      { ...staff, period: '2023-11', 'last value': '11', 'last period': '2023-11' },
      { ...staff, period: '2023-12', 'last value': '12', 'last period': '2023-12' },
      { kind: 'measure', ...calls, target: '80' },
      { kind: 'comment', ...calls, why: 'October to December 2023: Red: 71.5% is more than 5 points under 80%.' },
      {
        kind: 'milestone',
        id: 'callback',
        title: 'Call back',
        owner: 'Head of service',
        'deadline now': '2024-05-31',
        'status now': 'delayed',
        why: 'Red: delayed.',
      },
    ]);
  });

  test.each([
    ['2023-24-q2', ['staff 2023-07', 'staff 2023-08', 'staff 2023-09', 'calls 2023-24-q2', 'survey 2023-24-q2']],
    [
      '2023-24-q4',
      ['staff 2024-01', 'staff 2024-02', 'staff 2024-03', 'calls 2023-24-q4', 'survey 2023-24-q4', 'spend 2023-24'],
    ],
    ['2024-01', ['staff 2024-01']],
  ])('%s: what ends in it and is due', (period, due) => {
    const measures = rowsOf(period, null).filter(({ kind }) => kind === 'measure');
    expect(measures.map(({ id, period: of }) => `${id} ${of}`)).toEqual(due);
  });

  test('before anything was published: deadlines from the scorecard, no status, no comment', () => {
    const others = rowsOf('2024-01', null).filter(({ kind }) => kind !== 'measure');
    expect(others).toEqual([expect.objectContaining({ kind: 'milestone', 'deadline now': '2024-03-31' })]);
    expect(others[0]).not.toHaveProperty('status now');
  });

  test('no comment twice, unless the figure has changed since', () => {
    const commented = (stale: boolean) => ({
      ...edition,
      measures: edition.measures.map((one) => ({ ...one, commentary: [{ period: '2023-24-q3', stale }] })),
    });
    const kinds = (known: unknown) => rowsOf('2023-24-q3', known as Edition).filter(({ kind }) => kind === 'comment');
    expect([kinds(commented(false)).length, kinds(commented(true)).length]).toEqual([0, 1]);
  });
});

describe('the sheet', () => {
  const text = sheetText(officersSheet(scorecard, parsePeriod('2023-24-q3'), edition));
  const read = (filled: string) =>
    tableOf(Buffer.from(filled), { config: { preset: 'officers' }, mapping: {} }).rows.map(
      ({ drafts, leftOut, refused }) =>
        drafts.length > 0 ? drafts.map(({ type, data }) => ({ type, ...data })) : (refused?.reason ?? leftOut),
    );

  test('as it was written, is nothing to import', () => {
    expect(new Set(read(text))).toEqual(new Set(['nothing in it']));
  });

  test('runs nothing in a spreadsheet, and says its encoding', () => {
    expect(text).toContain(",'=Calls answered,");
    expect(text.startsWith('\ufeffkind,')).toBe(true);
  });

  test('filled in, is just what was filled in', () => {
    const [head = '', ...lines] = text.split('\r\n');
    const names = head.replace('\ufeff', '').split(',');
    const filled = lines.map((line) => {
      const cells = line.split(',');
      const put = (column: string, value: string) => cells.splice(names.indexOf(column), 1, value);
      if (line.startsWith('measure') && line.includes('2023-24-q3')) put('value', '82.5%');
      if (line.startsWith('comment')) put('comment', 'Two lines were down.');
      if (line.startsWith('milestone')) put('completed on', '14/02/2024');
      return cells.join(',');
    });
    expect(
      read([head, ...filled].join('\r\n'))
        .filter((row) => typeof row === 'object')
        .flat(),
    ).toMatchObject([
      {
        type: 'measure.recorded',
        scorecard: 'cx',
        measure: 'calls',
        period: '2023-24-q3',
        value: 82.5,
        status: 'provisional',
      },
      { type: 'commentary.recorded', measure: 'calls', text: 'Two lines were down.' },
      { type: 'milestone.updated', status: 'delayed', currentDeadline: '2024-05-31', completedOn: '2024-02-14' },
    ]);
  });
});

describe('quarterlight template', () => {
  let server: Listening | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const town = () =>
    project({
      'scorecards/town/organisation.yaml': 'id: town\nname: Town\n',
      'scorecards/town/sources.yaml':
        'sources: [{ id: sheets, adapter: csv, trust: token, csv: { preset: officers } }]\n',
      'scorecards/town/cx.yaml': yaml,
    });
  const site = async (published: Readonly<Record<string, unknown>>) => {
    const asked: string[] = [];
    server = await serve((request, response) => {
      asked.push(request.url ?? '');
      const found = published[request.url ?? ''];
      response.writeHead(found ? 200 : 404).end(JSON.stringify(found ?? {}));
    });
    return { asked, address: `${server.address}/` };
  };

  test('writes the sheet by what was published last, and never over one that is there', async () => {
    const root = town();
    const { asked, address } = await site({ '/town/cx/latest/edition.json': edition });
    const words = ['template', 'cx', '--period', '2023-24-q3', '--site', address];
    const { code, out } = await quarterlight(words, root);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('cx-2023-24-q3.csv: 4 figures, 1 comment, 1 milestone'),
    });
    expect(asked).toEqual(['/town/cx/2023-24-q3/edition.json', '/town/cx/latest/edition.json']);
    writeFileSync(join(root, 'cx-2023-24-q3.csv'), 'filled in');
    expect((await quarterlight(words, root)).err).toMatch(/is there already, perhaps filled in/);
    expect(readFileSync(join(root, 'cx-2023-24-q3.csv'), 'utf8')).toBe('filled in');
  });

  test.each([
    [['template'], /Name a scorecard and a period/],
    [['template', 'cx', '--period', 'spring'], /"spring" is no period/],
    [['template', 'cxx', '--period', '2023-24'], /There is no scorecard "cxx": did you mean "cx"\?/],
    [['template', 'cx', '--period', '2023-24', '--org', 'city'], /There is no organisation "city"/],
    [['template', 'cx', '--period', '2023-24', '--site', 'http://127.0.0.1:9'], /cannot be read/],
  ])('%j: one sentence', async (words, sentence) => {
    const root = town();
    const { code, err } = await quarterlight(words, root);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(sentence) });
    expect(existsSync(join(root, 'cx-2023-24.csv'))).toBe(false);
  });
});
