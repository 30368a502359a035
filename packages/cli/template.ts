import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { safeCsvLine } from '#adapter/csv/text.ts';
import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { type Command, type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import { checkedFolders } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { Failure, messageOf } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';
import type { Edition } from '#scorecard/edition.ts';
import { type OfficersRow, officersColumns, officersSheet } from '#scorecard/officersSheet.ts';
import type { Scorecard } from '#scorecard/schema.ts';

const usage = 'template SCORECARD --period P [--org ORG] [--out FILE]';

export const template: Command = {
  usage,
  summary: 'write the sheet of figures, comments and milestones that officers owe a period',
  options: {
    period: { type: 'string' },
    org: { type: 'string' },
    out: { type: 'string' },
    site: { type: 'string' },
  },
  positionals: 1,
  async run(context, { values, positionals: [name] }) {
    const period = textOf(values, 'period');
    if (name === undefined || period === undefined)
      throw new Failure(`Name a scorecard and a period: quarterlight ${usage}`);
    if (!isPeriodId(period))
      throw new Failure(`"${period}" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.`);
    const { organisation, scorecard } = scorecardNamed(context, name, textOf(values, 'org'));
    const shownAs = textOf(values, 'out') ?? `${scorecard.id}-${period}.csv`;
    const path = resolve(context.here, shownAs);
    if (existsSync(path))
      throw new Failure(`${shownAs} is there already, perhaps filled in: write --out with another name.`);
    return context.output.stage('Template', async () => {
      const edition = await withSite(context, values, (site) =>
        editionOf(site, `${organisation}/${scorecard.id}`, period),
      );
      const rows = officersSheet(scorecard, parsePeriod(period), edition);
      if (rows.length === 0) throw new Failure(`Nothing of ${scorecard.id} is recorded by hand for ${period}.`);
      writeFileSync(path, sheetText(rows));
      return { detail: `${shownAs}: ${inWords(rows)}`, result: { file: path, rows: rows.length } };
    });
  },
};

/** With a mark, by which spreadsheets know that it is UTF-8. */
export const sheetText = (rows: readonly OfficersRow[]): string =>
  `\ufeff${safeCsvLine(officersColumns)}${rows.map((row) => safeCsvLine(officersColumns.map((column) => row[column] ?? ''))).join('')}`;

const inWords = (rows: readonly OfficersRow[]): string => {
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  return [
    counted(count('measure'), 'figure'),
    counted(count('comment'), 'comment'),
    counted(count('milestone'), 'milestone'),
  ].join(', ');
};

function scorecardNamed(
  { root, here }: Context,
  name: string,
  organisation: string | undefined,
): { organisation: string; scorecard: Scorecard } {
  const configurations = checkedFolders(foldersOf(root, here, organisation === undefined ? [] : [organisation]));
  const all = configurations.flatMap(({ organisation: { id }, scorecards }) =>
    scorecards.map((scorecard) => ({ organisation: id, scorecard })),
  );
  const [found, other] = all.filter(({ scorecard }) => scorecard.id === name);
  if (found && other)
    throw new Failure(
      `Several organisations have a scorecard "${name}": write --org ${found.organisation} or ${other.organisation}.`,
    );
  if (found) return found;
  const meant = probably(
    name,
    all.map(({ scorecard }) => scorecard.id),
  );
  throw new Failure(`There is no scorecard "${name}"${meant ? `: did you mean "${meant}"?` : '.'}`);
}

/** What was published says what was known last: here, or where `--site` is. */
const withSite = <Result>(
  context: Context,
  values: Values,
  work: (site: string) => Promise<Result>,
): Promise<Result> => {
  const site = textOf(values, 'site');
  return site === undefined ? withStack(context, (up) => work(up.site)) : work(site);
};

/** Of the period, or else the newest; undefined where nothing was published yet. */
async function editionOf(site: string, scorecard: string, period: string): Promise<Edition | undefined> {
  for (const folder of [period, 'latest']) {
    const address = `${site.replace(/\/$/, '')}/${scorecard}/${folder}/edition.json`;
    const response = await fetch(address).catch((error: unknown) => {
      throw new Failure(`${address} cannot be read: ${messageOf(error)}`);
    });
    if (response.ok) return (await response.json()) as Edition;
    if (response.status !== 404) throw new Failure(`${address} cannot be read: ${response.status}`);
  }
  return undefined;
}
