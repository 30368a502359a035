import type * as z from 'zod';
import { holidaysRunOut } from '#calendar/bankHolidays.ts';
import type { Day } from '#calendar/day.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { dashboardFindings } from '#scorecard/dashboardRules.ts';
import { type Dashboard, dashboard } from '#scorecard/dashboardSchema.ts';
import { findingsOf } from '#scorecard/issues.ts';
import { checkLogo, type Logo } from '#scorecard/logo.ts';
import { checkPaper } from '#scorecard/paperFile.ts';
import type { Finding, Problem } from '#scorecard/problem.ts';
import { reservedFindings } from '#scorecard/reserved.ts';
import { organisationFindings, scorecardFindings } from '#scorecard/rules.ts';
import { type Organisation, organisation, type Scorecard, scorecard } from '#scorecard/schema.ts';
import { sourcesFindings, sourcesWarnings } from '#scorecard/sourceRules.ts';
import { type Source, sources } from '#scorecard/sourceSchema.ts';
import { scorecardWarnings } from '#scorecard/warnings.ts';
import { readYaml, type YamlFile } from '#scorecard/yamlFile.ts';

/** With problems nothing is taken; warnings are for a second look at what is. */
export type Checked<Value> =
  | { readonly value: Value; readonly warnings?: readonly Problem[] }
  | { readonly problems: readonly Problem[] };

const emptyFile: Finding = { path: [], message: 'the file is empty', mend: 'see docs/scorecards.md for an example' };

/** By place in the file, so that an officer mends it from the top. */
const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));

const located = (yaml: YamlFile, findings: readonly Finding[]): readonly Problem[] =>
  inOrder(findings.map(yaml.locate));

const checkFile = <Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  beyond: (value: z.infer<Schema>) => readonly Finding[],
  doubts?: (value: z.infer<Schema>) => readonly Finding[],
): Checked<z.infer<Schema>> => {
  const yaml = readYaml(file, text);
  if ('problems' in yaml) return yaml;
  if (yaml.value === null || yaml.value === undefined) return { problems: located(yaml, [emptyFile]) };
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success)
    return { problems: located(yaml, findingsOf(parsed.error.issues, { schema, value: yaml.value })) };
  const findings = beyond(parsed.data);
  if (findings.length > 0) return { problems: located(yaml, findings) };
  return doubts ? { value: parsed.data, warnings: located(yaml, doubts(parsed.data)) } : { value: parsed.data };
};

const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? '').replace(/\.ya?ml$/, '');

const nameFinding = (file: string, id: string): readonly Finding[] =>
  nameOf(file) === id
    ? []
    : [
        {
          path: ['id'],
          message: `"${id}" is not the name of the file`,
          mend: `rename the file to ${id}.yaml, or write id: ${nameOf(file)}`,
        },
      ];

/**
 * One scorecard file; with the organisation, values of dimensions are checked against those it lists; with the day,
 * targets that run out are warned of.
 */
export const checkScorecard = (file: string, text: string, of?: Organisation, today?: Day): Checked<Scorecard> =>
  checkFile(
    file,
    text,
    scorecard,
    (value) => [
      ...nameFinding(file, value.id),
      ...reservedFindings('scorecard', value.id),
      ...scorecardFindings(value, of),
    ],
    (value) => scorecardWarnings(value, today),
  );

const folderOf = (file: string): string | undefined => file.split(/[/\\]/).at(-2);

const folderFinding = (file: string, id: string): readonly Finding[] => {
  const folder = folderOf(file);
  if (folder === undefined || folder === id) return [];
  return [
    {
      path: ['id'],
      message: `"${id}" is not the name of the folder`,
      mend: `rename the folder to ${id}, or write id: ${folder}`,
    },
  ];
};

/** Whatever is counted in working days needs the bank holidays of the days to come. */
const holidayWarnings = ({ division = 'england-and-wales' }: Organisation, today?: Day): readonly Finding[] => {
  const message = today && holidaysRunOut(division, today);
  return message ? [{ path: [], message, mend: 'run quarterlight holidays' }] : [];
};

/** Bytes of the pictures of one organisation, by path. */
export type Pictures = Readonly<Record<string, Uint8Array>>;

const besides = (file: string, name: string): string => file.replace(/[^/\\]*$/, name);

const logoFindings = (file: string, { theme }: Organisation, pictures?: Pictures): readonly Finding[] =>
  theme?.logo === undefined || pictures === undefined || besides(file, theme.logo) in pictures
    ? []
    : [
        {
          path: ['theme', 'logo'],
          message: `there is no file ${theme.logo} beside it`,
          mend: 'put the picture there, or remove the line',
        },
      ];

/** Without pictures nothing is said of the logo. */
export const checkOrganisationFile = (
  file: string,
  text: string,
  today?: Day,
  pictures?: Pictures,
): Checked<Organisation> =>
  checkFile(
    file,
    text,
    organisation,
    (value) => [
      ...folderFinding(file, value.id),
      ...reservedFindings('organisation', value.id),
      ...organisationFindings(value),
      ...logoFindings(file, value, pictures),
    ],
    (value) => holidayWarnings(value, today),
  );

/** With the organisation, words that it does not list are warned of. */
export const checkSources = (file: string, text: string, of?: Organisation): Checked<readonly Source[]> => {
  const checked = checkFile(file, text, sources, sourcesFindings, (value) => (of ? sourcesWarnings(value, of) : []));
  return 'value' in checked ? { ...checked, value: checked.value.sources } : checked;
};

/** Files of one organisation by path: `organisation.yaml`, `sources.yaml`, `papers/*.md`, `dashboards/*.yaml`, and every other is a scorecard. */
type Files = Readonly<Record<string, string>>;

const missing = (files: Files, name: string, what: string): Problem => {
  const folder = Object.keys(files)[0]?.replace(/[^/\\]*$/, '') ?? '';
  const mend = `add ${name}: ${what}`;
  return { file: `${folder}${name}`, line: 1, column: 1, path: '', message: 'the file is missing', mend };
};

const problemsOf = (checked: Checked<unknown> | undefined): readonly Problem[] =>
  checked && 'problems' in checked ? checked.problems : [];
const valueIn = <Value>(checked: Checked<Value> | undefined): Value | undefined =>
  checked && 'value' in checked ? checked.value : undefined;

const isPaper = (file: string): boolean => folderOf(file) === 'papers' && file.endsWith('.md');

const isDashboard = (file: string): boolean => folderOf(file) === 'dashboards';

/** One dashboard, `dashboards/{id}.yaml`; its measures are looked up in the scorecards. */
export const checkDashboard = (file: string, text: string, scorecards: readonly Scorecard[]): Checked<Dashboard> =>
  checkFile(file, text, dashboard, (value) => [
    ...nameFinding(file, value.id),
    ...dashboardFindings(value, scorecards),
  ]);

/** What names measures is checked when every scorecard is right: what a broken one holds would be called unknown. */
const overScorecards = <Value>(
  files: readonly (readonly [string, string])[],
  scorecards: readonly Checked<Scorecard>[],
  check: (file: string, text: string, known: readonly Scorecard[]) => Checked<Value>,
): readonly Checked<Value>[] => {
  if (scorecards.some((each) => 'problems' in each)) return [];
  const known = scorecards.flatMap((each) => valueIn(each) ?? []);
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => check(file, text, known));
};

const named = (files: Files, name: string): readonly [string, string] | undefined =>
  Object.entries(files).find(([file]) => nameOf(file) === name && !isDashboard(file));

/** The picture that the organisation names, checked where it is there; that it is missing is told of its name. */
const logoIn = (file: string, of: Organisation | undefined, pictures?: Pictures): Checked<Logo> | undefined => {
  const path = of?.theme?.logo === undefined ? undefined : besides(file, of.theme.logo);
  const bytes = path === undefined ? undefined : pictures?.[path];
  return path === undefined || bytes === undefined ? undefined : checkLogo(path, bytes);
};

/** All that one organisation configures, or every problem in its files: nothing half checked is pushed. */
export function checkOrganisation(
  files: Files,
  today?: Day,
  pictures?: Pictures,
):
  | { readonly configuration: Configuration; readonly warnings: readonly Problem[] }
  | { readonly problems: readonly Problem[] } {
  const [organisationFile, sourcesFile] = [named(files, 'organisation'), named(files, 'sources')];
  const of = organisationFile && checkOrganisationFile(...organisationFile, today, pictures);
  const logo = organisationFile && logoIn(organisationFile[0], valueIn(of), pictures);
  const from = sourcesFile && checkSources(...sourcesFile, valueIn(of));
  const all = Object.entries(files);
  const others = all.filter(([file]) => !['organisation', 'sources'].includes(nameOf(file)) && !isDashboard(file));
  const scorecards = others
    .filter(([file]) => !isPaper(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => checkScorecard(file, text, valueIn(of), today));
  const papers = overScorecards(
    others.filter(([file]) => isPaper(file)),
    scorecards,
    checkPaper,
  );
  const dashboards = overScorecards(
    all.filter(([file]) => isDashboard(file)),
    scorecards,
    checkDashboard,
  );
  const problems = [
    ...(of ? [] : [missing(files, 'organisation.yaml', 'the id and name of the organisation')]),
    ...(from ? [] : [missing(files, 'sources.yaml', 'who may post')]),
    ...[of, logo, from, ...scorecards, ...papers, ...dashboards].flatMap(problemsOf),
  ];
  const [checkedOrganisation, checkedSources] = [valueIn(of), valueIn(from)];
  if (problems.length > 0 || !checkedOrganisation || !checkedSources) return { problems: inOrder(problems) };
  return {
    configuration: {
      organisation: checkedOrganisation,
      sources: checkedSources,
      scorecards: scorecards.flatMap((each) => valueIn(each) ?? []),
      ...(logo && 'value' in logo && { logo: logo.value }),
      ...(dashboards.length > 0 && { dashboards: dashboards.flatMap((each) => valueIn(each) ?? []) }),
      ...(papers.length > 0 && { papers: papers.flatMap((each) => valueIn(each) ?? []) }),
    },
    warnings: inOrder(
      [of, from, ...scorecards].flatMap((each) => (each && 'value' in each ? (each.warnings ?? []) : [])),
    ),
  };
}
