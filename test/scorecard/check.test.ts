import { describe, expect, test } from '@jest/globals';
import { checkOrganisation, checkOrganisationFile, checkScorecard, checkSources } from '#scorecard/check.ts';
import { problemText } from '#scorecard/problem.ts';
import type { Organisation } from '#scorecard/schema.ts';

const good = `id: service
title: Service
groups:
  - id: contact
    title: Contact
    measures:
      - id: answered
        title: Answered
        unit: percent
        polarity: higher
        frequency: quarter
        value:
          ratio:
            of: { count: call, where: { outcome: answered, waitSeconds: { atMost: 80 } } }
            over: { count: call, where: { outcome: [answered, abandoned] } }
        target: 80
        rating: { amber: { within: 5, of: target, unit: points } }
        cuts: [queue]
    milestones:
      - { id: charter, title: Charter, start: 2023-04-01, originalDeadline: 2024-03-31 }
`;

const council: Organisation = { id: 'example', name: 'Example', dimensions: { queue: ['benefits'] }, expected: {} };

const linesOf = (checked: { value: unknown } | { problems: readonly Parameters<typeof problemText>[0][] }): string[] =>
  'problems' in checked ? checked.problems.map(problemText) : [];
const told = (text: string): string[] => linesOf(checkScorecard('service.yaml', text, council));

/** The example with one slip in it. */
const slip = (from: string | RegExp, to: string): string => {
  const text = good.replace(from, to);
  if (text === good) throw new Error(`the example has no ${from}`);
  return text;
};
const formula = (to: string): string => slip(/value:\n[\s\S]*(?= {8}target:)/, `value: ${to}\n`);

test('the example is in order, and its defaults are filled in', () => {
  expect(checkScorecard('service.yaml', good, council)).toMatchObject({
    value: {
      frequency: 'quarter',
      history: 12,
      milestoneRating: { windowDays: 35 },
      groups: [{ measures: [{ compare: '12-months-prior', lag: 0, rating: { version: '1' } }] }],
    },
  });
});

describe('each slip is told once, with its place and its mend', () => {
  test.each([
    [
      'a key written wrongly',
      slip('polarity:', 'polarty:'),
      'service.yaml:10:9 groups[0].measures[0].polarty: "polarty" is not a key that is known here; did you mean "polarity"?',
    ],
    [
      'a value that is not allowed',
      slip('higher', 'hgiher'),
      'service.yaml:10:19 groups[0].measures[0].polarity: "hgiher" is not allowed here; did you mean "higher"? (allowed: higher, lower, band, none)',
    ],
    [
      'a value like none that is allowed',
      slip('points }', 'furlongs }'),
      'service.yaml:17:57 groups[0].measures[0].rating.amber.unit: "furlongs" is not allowed here; allowed: points, percent',
    ],
    [
      'a missing key',
      slip('        title: Answered\n', ''),
      'service.yaml:7:9 groups[0].measures[0].title: "title" is missing; add it: text',
    ],
    [
      'an empty key',
      slip('title: Answered', 'title:'),
      'service.yaml:8:15 groups[0].measures[0].title: must be text, not empty; write text here, or remove the key',
    ],
    [
      'a number where text belongs',
      slip('title: Answered', 'title: 80'),
      'service.yaml:8:16 groups[0].measures[0].title: must be text, not a number; put it in quotes',
    ],
    [
      'an id that is no address',
      slip('id: answered', 'id: Calls Answered'),
      'service.yaml:7:13 groups[0].measures[0].id: "Calls Answered" must be lower-case words joined by hyphens; write calls-answered',
    ],
    [
      'a date the other way round',
      slip('originalDeadline: 2024-03-31', 'originalDeadline: 31/03/2024'),
      'service.yaml:20:77 groups[0].milestones[0].originalDeadline: "31/03/2024" is not in the form that is needed here; write a real date such as 2024-03-31',
    ],
    [
      'a day that does not exist',
      slip('originalDeadline: 2024-03-31', 'originalDeadline: 2023-02-29'),
      'service.yaml:20:77 groups[0].milestones[0].originalDeadline: "2023-02-29" is not in the form that is needed here; write a real date such as 2024-03-31',
    ],
    [
      'too much history',
      slip('groups:', 'history: 121\ngroups:'),
      'service.yaml:3:10 history: must be at most 120; change 121',
    ],
    ['no groups', slip(/groups:[\s\S]*/, 'groups: []\n'), 'service.yaml:3:9 groups: must not be empty; add an entry'],
    [
      'a percent sign',
      slip('target: 80', 'target: 80%'),
      'service.yaml:16:17 groups[0].measures[0].target: must be a number, or numbers by period; write 80, without a percent sign, or { 2023-24: 80 }',
    ],
  ])('%s', (_, text, line) => expect(told(text)).toEqual([line]));
});

describe('a formula is judged as the kind that it was meant to be', () => {
  const at = 'service.yaml:12:16 groups[0].measures[0].value';
  test.each([
    ['{ share: call }', `${at}.where: "where" is missing; add it: a set of keys`],
    [
      '{ count: calls }',
      'service.yaml:12:25 groups[0].measures[0].value.count: "calls" is not allowed here; did you mean "call"? (allowed: call, message, visit, transaction, web, case, survey, gauge)',
    ],
    [
      '{ cuont: call }',
      'service.yaml:12:18 groups[0].measures[0].value.cuont: does not say which kind it is; did you mean "count"?',
    ],
    [
      '{ wibble: call }',
      expect.stringContaining(
        `${at}: does not say which kind it is; begin it with one of: count, sum, mean, minimum, `,
      ),
    ],
    ['answered', `${at}: must be a formula; write { recorded: true }, or one such as { count: call }`],
    ['{ mean: waitSeconds }', expect.stringContaining('must be a stream and a number, such as call.waitSeconds')],
    [
      '{ percentile: call.waitSeconds, at: 101 }',
      'service.yaml:12:52 groups[0].measures[0].value.at: must be at most 100; change 101',
    ],
    [
      '{ count: call, where: { waitSeconds: 80 } }',
      expect.stringContaining('must be a value, a list of values or a range; write { atMost: 80 } or { atLeast: 10 }'),
    ],
    ['{ count: call, where: { waitSeconds: {} } }', expect.stringContaining('is a range without a limit; write')],
    ['{ count: call, where: { waitSeconds: { atmost: 8 } } }', expect.stringContaining('did you mean "atMost"?')],
    ['{ ratio: { of: { cuont: call }, over: { count: call } } }', expect.stringContaining('value.ratio.of.cuont')],
    [
      '{ ratio: { of: { count: call } } }',
      expect.stringContaining('value.ratio.over: "over" is missing; add it: count or sum'),
    ],
  ])('%s', (text, line) => expect(told(formula(text))).toEqual([line]));
});

describe('beyond the schema', () => {
  test.each([
    [
      'a dimension that calls do not have',
      slip('{ outcome: answered,', '{ outcme: answered,'),
      'service.yaml:14:49 groups[0].measures[0].value.ratio.of.where.outcme: call has no dimension "outcme"; the nearest is "outcome"',
    ],
    [
      'a value that the organisation does not list',
      slip('{ outcome: answered,', '{ outcome: answered, queue: benefit,'),
      'service.yaml:14:67 groups[0].measures[0].value.ratio.of.where.queue: queue of call is never "benefit"; the nearest is "benefits"',
    ],
    [
      'a filter outside the grouping sets',
      slip('{ outcome: answered,', '{ outcome: answered, hour: "09", queue: benefits,'),
      'no grouping set of call has outcome, hour and queue together; the nearest is',
    ],
    [
      'a cut outside the grouping sets',
      slip('cuts: [queue]', 'cuts: [hour, network]'),
      'cuts[1]: call has no dimension "network"',
    ],
    [
      'a ratio that is no percent',
      slip('unit: percent', 'unit: count'),
      'a part of a whole is published as 0 to 100: write unit: percent',
    ],
    [
      'a count in percent',
      formula('{ count: call }'),
      'unit: this formula cannot come out in percent; write unit: count',
    ],
    [
      'seconds in pounds',
      formula('{ mean: call.waitSeconds }').replace('unit: percent', 'unit: pounds'),
      'unit: this formula cannot come out in pounds; write unit: seconds, minutes, hours or days',
    ],
    ['a latest of what is no gauge', formula('{ latest: call.waitSeconds }'), 'only readings of gauges have a latest'],
    [
      'a target where neither way is better',
      slip('polarity: higher', 'polarity: none'),
      'service.yaml:16:17 groups[0].measures[0].target: no colour is possible: with polarity none',
    ],
    [
      'a rating without a target',
      slip('        target: 80\n', ''),
      'rating: there is no target for this rating to judge by',
    ],
    [
      'a period that is none',
      slip('target: 80', 'target: { 2023-25: 80 }'),
      'target.2023-25: "2023-25" is not a period',
    ],
    [
      'a target never used',
      slip('target: 80', 'target: { 2023-12: 80 }'),
      'a target for a month never serves a figure of a quarter',
    ],
    [
      'a baseline that is missing',
      slip('cuts:', 'compare: baseline\n        cuts:'),
      'there is no baseline to compare with',
    ],
    [
      'a baseline that is not used',
      slip('cuts:', 'baseline: { period: 2018-19 }\n        cuts:'),
      'it is not used, since compare is 12-months-prior',
    ],
    ['a recorded figure with cuts', formula('{ recorded: true }'), 'cuts: a recorded figure is not cut by a formula'],
    [
      'a start after the deadline',
      slip('2023-04-01', '2024-04-01'),
      'milestones[0].start: starts after its deadline of 2024-03-31',
    ],
    [
      'a file of another name',
      slip('id: service', 'id: services'),
      'id: "services" is not the name of the file; rename the file to services.yaml',
    ],
  ])('%s', (_, text, part) => expect(told(text)).toEqual([expect.stringContaining(part)]));

  test.each(['dashboards', 'data', 'papers'])('the id %s, which is an address of the site', (id) =>
    expect(linesOf(checkScorecard(`${id}.yaml`, slip('id: service', `id: ${id}`), council))).toEqual([
      `${id}.yaml:1:5 id: "${id}" is an address of the site's own, so that no scorecard can have it; write another, such as service-${id}`,
    ]),
  );

  test('ids are unique over the whole scorecard, not only in their group', () => {
    const again = good.slice(good.indexOf('    measures:'));
    expect(told(`${good}  - id: contact\n    title: Again\n${again}`)).toEqual([
      expect.stringContaining('groups[1].id: another group has the id "contact" already'),
      expect.stringContaining('groups[1].measures[0].id: another measure has the id "answered" already'),
      expect.stringContaining('groups[1].milestones[0].id: another milestone has the id "charter" already'),
    ]);
  });
});

describe('YAML', () => {
  test.each([
    [
      'a key that stands twice',
      slip('title: Answered', 'title: Answered\n        title: Again'),
      'service.yaml:9:9 this key stands twice in one place; remove one of the two',
    ],
    [
      'a tab',
      slip('        title: Answered', '\ttitle: Answered'),
      'service.yaml:8:1 Tabs are not allowed as indentation; indent with spaces, not with tabs',
    ],
    [
      'an alias without its anchor',
      slip('[queue]', '*cuts'),
      'service.yaml:18:15 no anchor of this name stands above; write &name at what *name repeats',
    ],
    ['an empty file', '', 'service.yaml:1:1 the file is empty; see docs/scorecards.md for an example'],
    [
      'a list',
      '- a',
      'service.yaml:1:1 must be a set of keys, not a list; write "key: value" lines below it, indented',
    ],
  ])('%s', (_, text, line) => expect(told(text)).toEqual([line]));

  test('a bracket left open is told at its place', () =>
    expect(told(slip('cuts: [queue]', 'cuts: [queue'))).toEqual([expect.stringMatching(/^service\.yaml:(18|19):/)]));

  test('anchors and merge keys are fine', () => {
    const text = slip('        target: 80', '        <<: { owner: Head of service }\n        target: 80')
      .replace('value:', 'value: &formula')
      .replace(
        '    milestones:',
        '      - { id: b, title: B, unit: percent, polarity: none, frequency: year, value: *formula }\n    milestones:',
      );
    expect(told(text)).toEqual([]);
  });

  test('a few lines that would grow without end are refused', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'])
      lines.push(`${to}: &${to} [${`*${from}, `.repeat(9)}*${from}]`);
    expect(told(lines.join('\n'))).toEqual([expect.stringContaining('anchors repeat one another too often')]);
  });
});

describe('the organisation and its sources', () => {
  const organisation = 'id: example\nname: Example\n';
  const sources = 'sources:\n  - id: telephony\n';

  test.each([
    ['expected: { cal: weekdays }', 'expected.cal: "cal" is not a key that is known here; did you mean "call"?'],
    ['expected: { call: weekday }', 'expected.call: "weekday" is not allowed here; did you mean "weekdays"?'],
    ['website: example', 'website: "example" is not in the form that is needed here; write a whole address'],
    [
      'dimensions: { queu: [a] }',
      'dimensions.queu: no event has a dimension "queu" to be listed; did you mean "queue"?',
    ],
    ['dimensions: { queue: [a, b, a] }', 'dimensions.queue[2]: "a" is listed twice; remove one of the two'],
  ])('%s', (line, part) =>
    expect(linesOf(checkOrganisationFile('organisation.yaml', `${organisation}${line}\n`))).toEqual([
      expect.stringContaining(part),
    ]),
  );

  test('the folder bears the name of the organisation', () =>
    expect(linesOf(checkOrganisationFile('scorecards/wirral/organisation.yaml', organisation))).toEqual([
      expect.stringContaining('"example" is not the name of the folder; rename the folder to example'),
    ]));

  test.each(['accessibility', 'assets', 'how-we-rate', 'schema'])('the id %s, an address of the site', (id) =>
    expect(linesOf(checkOrganisationFile(`${id}/organisation.yaml`, `id: ${id}\nname: Example\n`))).toEqual([
      expect.stringContaining(`1:5 id: "${id}" is an address of the site's own`),
    ]),
  );

  test.each([
    ['sources:\n  - { id: a }\n  - { id: a }\n', 'sources[1].id: another source has the id "a" already'],
    ['sources:\n  - { id: a, types: [contact.call.complete] }\n', 'did you mean "contact.call.completed"?'],
  ])('%s', (text, part) =>
    expect(linesOf(checkSources('sources.yaml', text))).toEqual([expect.stringContaining(part)]),
  );

  const entry = (more: string) => `sources:\n  - { id: a, ${more} }\n`;
  test.each([
    [
      'adapter: matamo, trust: browser, origins: [https://a.example]',
      'sources[0].adapter: "matamo" is not allowed here; did you mean "matomo"?',
    ],
    ['adaptor: matomo', 'sources[0].adaptor: "adaptor" is not a key that is known here; did you mean "adapter"?'],
    [
      'mapping: { queues: { a: b } }',
      'sources[0].mapping.queues: "queues" is not a key that is known here; did you mean "queue"?',
    ],
    ['adapter: firehose', 'sources[0].adapter: what firehose posts cannot be trusted as signed; write trust: token'],
    ['adapter: matomo', 'cannot be trusted as signed; write trust: browser or token'],
    [
      'trust: browser, origins: [https://a.example]',
      'what cloudevents posts cannot be trusted as browser; write trust: signed or token',
    ],
    ['adapter: meta, trust: token', 'what meta posts cannot be trusted as token; write trust: signed'],
    ['adapter: umami, trust: browser', 'sources[0].trust: any page of the web could post here; name the sites'],
    ['adapter: umami, trust: browser, origins: []', 'any page of the web could post here'],
    ['adapter: umami, trust: browser, origins: ["https://*.a.example"]', 'sources[0].origins[0]'],
    ['adapter: umami, trust: browser, origins: ["https://a.example:*"]', 'sources[0].origins[0]'],
    ['adapter: umami, trust: browser, origins: ["https://a.example/"]', 'sources[0].origins[0]'],
    ['publicUrl: https://a.example/hooks', 'write what comes before /hooks only'],
    ['publicUrl: ftp://a.example', 'sources[0].publicUrl'],
    [
      'mapping: { queue: { Waste: streets, " waste": housing } }',
      'sources[0].mapping.queue. waste: " waste" is the same word as "Waste"; remove one of the two',
    ],
    ['requestsPerMinute: 0', 'sources[0].requestsPerMinute'],
  ])('a source with %s', (more, part) => {
    const lines = linesOf(checkSources('sources.yaml', entry(more)));
    expect(lines).toEqual([expect.stringContaining(part)]);
  });

  test.each([
    'adapter: umami, trust: browser, origins: ["http://127.0.0.1:*", "http://localhost:8080", "https://a.example"]',
    'adapter: firehose, trust: token',
    'adapter: twilio, publicUrl: "https://a.example/gate"',
    'trust: token',
  ])('nothing is wrong with %s', (more) => expect(checkSources('sources.yaml', entry(more))).toHaveProperty('value'));

  const warningsOf = (more: string) => {
    const files = {
      'example/organisation.yaml': `${organisation}dimensions: { queue: [revenues, housing] }\n`,
      'example/sources.yaml': entry(more),
    };
    const checked = checkOrganisation({ ...files, 'example/service.yaml': good });
    if ('problems' in checked) throw new Error(checked.problems.map(problemText).join());
    return checked.warnings.map(problemText).filter((line) => line.includes('sources'));
  };

  test.each([
    [
      'mapping: { queue: { A: revenues, B: Housing } }',
      [
        'example/sources.yaml:2:50 sources[0].mapping.queue.B: "Housing" is not listed as a queue: it will count as "other"; did you mean "housing"? (listed: revenues, housing), or list it in organisation.yaml under dimensions.queue',
      ],
    ],
    [
      'mapping: { site: { "1": main } }',
      ['"main" is not listed as a site: it will count as "other"; list it in organisation.yaml under dimensions.site'],
    ],
    ['mapping: { form: { "/report": Report it } }', []],
    ['trust: token, origins: [https://a.example]', ['origins are not asked for with trust: token; remove them']],
  ])('a second look at %s', (more, parts) =>
    expect(warningsOf(more)).toEqual(parts.map((part) => expect.stringContaining(part))),
  );

  test('all of it together is a configuration', () => {
    const files = {
      'scorecards/example/service.yaml': good,
      'scorecards/example/organisation.yaml': `${organisation}dimensions: { queue: [benefits] }\n`,
      'scorecards/example/sources.yaml': sources,
    };
    expect(checkOrganisation(files)).toMatchObject({
      configuration: {
        organisation: { id: 'example' },
        sources: [{ id: 'telephony', adapter: 'cloudevents', trust: 'signed' }],
        scorecards: [{ id: 'service' }],
      },
    });
  });

  test('problems of every file are told, in order', () => {
    const files = {
      'x/b.yaml': slip('higher', 'hgiher').replace('id: service', 'id: b'),
      'x/a.yaml': '',
      'x/sources.yaml': sources,
    };
    const checked = checkOrganisation(files);
    expect('problems' in checked && checked.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'x/a.yaml:1',
      'x/b.yaml:10',
      'x/organisation.yaml:1',
    ]);
  });
});
