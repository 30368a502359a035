import { describe, expect, test } from '@jest/globals';
import { presetNames } from '#adapter/csv/check.ts';
import { checkSources } from '#scorecard/check.ts';
import { problemText } from '#scorecard/problem.ts';

const problems = (csv: string, adapter = 'csv') => {
  const indented = csv.replaceAll('\n', '\n      ');
  const checked = checkSources(
    'sources.yaml',
    `sources:\n  - id: sheets\n    trust: token\n    adapter: ${adapter}\n    csv:\n      ${indented}\n`,
  );
  return 'problems' in checked ? checked.problems.map(problemText) : [];
};

const visits = (more: string): string =>
  `type: contact.visit.completed\nfields:\n  visitId: Visit\n  site: Site\n  arrivedAt: Arrived\n  ${more}`;

describe('a mapping that says all it must', () => {
  test.each(presetNames)('the preset %s alone', (preset) => {
    expect(problems(`preset: ${preset}`)).toEqual([]);
  });

  test.each([
    ['columns', visits('service: [Service, Team]')],
    [
      'how a column is written',
      visits('servedAt: { date: Day, time: Hour, dates: dd.MM.yy, twoDigitYears: true, zone: UTC }'),
    ],
    ['what stands in for a blank', visits('service: { column: Team, orElse: { column: Desk, orElse: General } }')],
    [
      'rows to leave out',
      `skip:\n  - { column: Visit, is: [Total] }\n  - { filled: [Note] }\n${visits('service: Team')}`,
    ],
    [
      'several events',
      'by: What\nevents:\n  seen: { type: gauge.read, id: [Day, [Site, Place]], fields: { time: Day, gauge: What, value: Count, dimensions.ward: Ward } }',
    ],
    [
      'a preset with its own words',
      'preset: telephony\nfields: { outcome: { column: Result, words: { Lost: abandoned } } }',
    ],
  ])('%s', (_, csv) => {
    expect(problems(csv)).toEqual([]);
  });
});

describe('a mapping that cannot work is told with its place and mend', () => {
  test.each([
    ['preset: ga3', /^sources\.yaml:6:\d+ .*no preset "ga3".*ga4/s],
    ['skip: [{ column: A, is: [x] }]', /does not say what its rows become/],
    ['type: gauge.read\nfields: { gauge: A, value: B }', /Nothing says the field time of "row"/],
    [visits('waitSecs: Wait'), /has no field "waitSecs".*it has visitId/s],
    [visits('service.inner: Wait'), /has no field "service.inner"/],
    [visits('servedAt: { column: B, dates: DD/MM/YYYY }'), /"DD" is no part of a date/],
    [visits('servedAt: { column: B, unit: minutes }'), /"minutes" is no unit of this field.*leave the unit out/s],
    [visits('servedAt: { column: B, zone: Europe\\/Paris }'), /must be Europe\/London/],
    ['preset: telephony\nfields: { waitSeconds: { column: Wait, unit: pounds } }', /no unit of this field.*mm:ss/s],
    [
      'preset: telephony\nfields: { outcome: { column: R, words: { Lost: gone } } }',
      /"gone" is no value of this field.*answered/s,
    ],
    ['preset: telephony\nfields: { outcome: { constant: gone } }', /"gone" is no value of this field/],
    ['preset: telephony\nsplit: comma', /split/],
    ['preset: ga4\nskip: [{ column: A }]', /says nothing of a column/],
    ['preset: officers\nfields: { measure: A }', /does not say which type of event "row" is/],
    ['dates: sometimes\npreset: ga4', /"sometimes" is no part of a date/],
  ])('%s', (csv, problem) => {
    expect(problems(csv).join('\n')).toMatch(problem);
  });

  test('and so is one for a source that sends no sheets', () => {
    expect(problems('preset: ga4', 'asterisk').join('\n')).toMatch(/what asterisk posts is no sheet/);
  });
});
