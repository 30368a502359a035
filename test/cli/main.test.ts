import { describe, expect, test } from '@jest/globals';
import { commandNames } from '#cli/commands.ts';
import { project, quarterlight } from '#test/cli/commandLine.ts';

describe('help', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])('%j names every command', async (words) => {
    const { code, out } = await quarterlight(words);
    expect(code).toBe(0);
    for (const name of commandNames) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });
});

describe('what cannot be understood is told in one sentence, with a code', () => {
  test.each([
    [['nigth'], 'There is no command "nigth": did you mean "night"?'],
    [['wallboard'], 'There is no command "wallboard": run "quarterlight help" for those there are.'],
    [['explain', 'x'], /^Name a measure and a period: quarterlight explain MEASURE --period P/],
    [['explain', 'x', '--period', 'Q3'], '"Q3" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.'],
    [['explain', 'x', '--period', '2023-24', '--as-of', 'now'], '"now" is no day: write --as-of 2024-01-25.'],
    [['night', '--as-of', '2023-02-29'], '"2023-02-29" is no day: write --as-of 2024-01-25.'],
    [['night', '2024-01-25'], '"night" cannot use "2024-01-25": quarterlight night [--as-of DATE] [--org ORG]'],
    [['up', '--frsh'], `"up" was not understood: Unknown option '--frsh'; quarterlight up [--fresh]`],
    [['send'], 'Name at least one file: quarterlight send FILE… --source SOURCE'],
    [['send', 'nowhere.json'], /^nowhere\.json cannot be read: ENOENT/],
    [['check', 'nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [['push', 'wiral'], 'There is no organisation "wiral": did you mean "wirral"?'],
  ])('%j', async (words, sentence) => {
    const root = project({ 'scorecards/wirral/organisation.yaml': 'id: wirral' });
    const { code, out, err } = await quarterlight(words, root);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n')).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence), '']);
  });
});

const filesOnly = 'Looked at files only: no records are kept here, so what is still to be entered is not known.\n';

describe('scorecards', () => {
  const right = {
    'scorecards/wirral/organisation.yaml': 'id: wirral\nname: Wirral Council\n',
    'scorecards/wirral/sources.yaml': 'sources:\n  - id: performance-team\n',
    'scorecards/wirral/strategy.yaml': [
      'id: strategy',
      'title: A strategy',
      'groups:',
      '  - id: calls',
      '    title: Calls',
      '    measures:',
      '      - id: answered',
      '        title: Calls answered',
      '        unit: count',
      '        polarity: higher',
      '        frequency: quarter',
      '        value: { count: call }',
      '',
    ].join('\n'),
  };
  const wrong = {
    ...right,
    'scorecards/wirral/strategy.yaml': right['scorecards/wirral/strategy.yaml'].replace('unit: count', 'unit: cuont'),
  };
  const where = /^scorecards\/wirral\/strategy\.yaml:9:\d+ groups\[0\]\.measures\[0\]\.unit: .+; .+$/m;

  test('that are right are checked without a word too many', async () => {
    const { code, out, err } = await quarterlight(['check'], project(right));
    expect({ code, out, err }).toEqual({ code: 0, out: `${filesOnly}3 files checked: no problems.\n`, err: '' });
  });

  test.each([[['check']], [['check', 'scorecards/wirral/strategy.yaml']], [['check', 'scorecards/wirral']]])(
    '%j tells file, line, path and the mend',
    async (words) => {
      const { code, err } = await quarterlight(words, project(wrong));
      expect(code).toBe(1);
      expect(err).toMatch(where);
      expect(err).toMatch(/^1 problem\.$/m);
    },
  );

  test('machines get the same as JSON', async () => {
    const { code, err } = await quarterlight(['check', '--json'], project(wrong));
    expect(code).toBe(1);
    expect(JSON.parse(err)).toEqual({
      problems: [
        expect.objectContaining({
          file: 'scorecards/wirral/strategy.yaml',
          line: 9,
          path: 'groups[0].measures[0].unit',
        }),
      ],
    });
  });

  test.each(['push', 'start'])('%s stops before anything is changed', async (command) => {
    const { code, out, err } = await quarterlight([command], project(wrong));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(where);
    expect(err).toMatch(/Nothing was pushed: what was pushed before still holds\.\n$/);
  });
});
