import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkOrganisation } from '#scorecard/check.ts';

const organisations = readdirSync('scorecards').filter((name) => name !== 'schema');

function filesOf(organisation: string): Readonly<Record<string, string>> {
  const names = globSync(['*.yaml', 'dashboards/*.yaml'], { cwd: `scorecards/${organisation}` }).sort();
  const paths = names.map((name) => `scorecards/${organisation}/${name}`);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

function configurationOf(organisation: string) {
  const checked = checkOrganisation(filesOf(organisation));
  return 'configuration' in checked ? checked.configuration : undefined;
}

describe.each(organisations)('scorecards/%s', (organisation) => {
  test('passes every check', () => {
    expect(checkOrganisation(filesOf(organisation))).not.toHaveProperty('problems');
  });

  test('is named as its folder, and points to the schema at the top of every file', () => {
    expect(configurationOf(organisation)?.organisation.id).toBe(organisation);
    expect(
      Object.values(filesOf(organisation)).filter(
        (text) => !/^# yaml-language-server: \$schema=(\.\.\/)+schema\/\w+\.json\n/.test(text),
      ),
    ).toEqual([]);
    expect(
      Object.values(filesOf(organisation)).filter(
        (text) => !/packages\/scorecard\/(schema|dashboardSchema)\.ts|docs\/senders/.test(text),
      ),
    ).toEqual([]);
  });

  test('owns every measure and milestone by a role', () => {
    const groups = configurationOf(organisation)?.scorecards.flatMap((scorecard) => scorecard.groups) ?? [];
    const owned = groups.flatMap(({ measures, milestones }) => [...measures, ...milestones]);
    expect(owned.length).toBeGreaterThan(10);
    expect(owned.filter(({ owner }) => !owner).map(({ id }) => id)).toEqual([]);
  });
});

test('Wirral has its strategy, and the example a contact centre, every formula, every rule and months', () => {
  const ids = ['wirral', 'example'].flatMap((organisation) => configurationOf(organisation)?.scorecards ?? []);
  expect(ids.map(({ id }) => id)).toEqual([
    'customer-experience',
    'contact-centre',
    'every-formula',
    'every-rule',
    'front-doors',
  ]);
});

test('the example names each of its sources, takes everything else as default, and has a hook for each vendor', () => {
  const sources = configurationOf('example')?.sources ?? [];
  expect(sources.slice(0, 10).map(({ id }) => id)).toEqual([
    'telephony',
    'social',
    'website',
    'reception',
    'payments',
    'casework',
    'feedback',
    'registers',
    'performance-team',
    'default',
  ]);
});
