import { isDay } from '#calendar/day.ts';
import { type Command, type Context, textOf, type Values } from '#cli/command.ts';
import { counted } from '#cli/output.ts';
import { checkDays, corrected } from '#cli/rebuild/days.ts';
import { checkFigures } from '#cli/rebuild/figures.ts';
import { markDays } from '#cli/rebuild/mark.ts';
import { type Asked, type Scope, scopesOf } from '#cli/rebuild/scope.ts';
import { type RebuildStores, tableOptions, type VerifyStores, withRebuildStores } from '#cli/rebuild/stores.ts';
import { type Checked, checkedInWords, isEqual } from '#cli/rebuild/text.ts';
import { Failure } from '#local/failure.ts';

export const rebuild: Command = {
  usage: 'rebuild [--verify] [--org ORG] [--from D] [--to D]',
  summary: 'prove days and figures from the events, or have the next night count again',
  options: {
    verify: { type: 'boolean' },
    org: { type: 'string' },
    scorecard: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    ...tableOptions,
  },
  async run(context, { values }) {
    const asked = askedFor(values);
    return withRebuildStores(context, values, async (stores) => {
      const scopes = await scopesOf(asked, stores);
      return values['verify'] === true
        ? proved(await verified(scopes, asked, stores, context), values, context)
        : marked(scopes, stores, context);
    });
  },
};

function askedFor(values: Values): Asked {
  const [organisation, scorecard, from, to] = ['org', 'scorecard', 'from', 'to'].map((name) => textOf(values, name));
  const wrong = [from, to].find((day) => day !== undefined && !isDay(day));
  if (wrong !== undefined) throw new Failure(`"${wrong}" is no day: write --from 2024-04-01 --to 2024-06-30.`);
  return { organisation, scorecard, from, to };
}

async function marked(scopes: readonly Scope[], stores: RebuildStores, { output, now }: Context) {
  const organisations = await markDays(scopes, stores, output, now);
  const days = organisations.reduce((sum, each) => sum + each.marked, 0);
  const told = `${counted(days, 'day')} marked. "quarterlight night" counts them again at once.`;
  output.line(days === 0 ? 'There is nothing to count again: neither events nor counts of them.' : told);
  return { organisations };
}

/** Reads only. */
export async function verified(
  scopes: readonly Scope[],
  asked: Asked,
  stores: VerifyStores,
  { output }: Pick<Context, 'output'>,
): Promise<Checked> {
  const days = await output.stage('Days', async (progress) => {
    const result = await checkDays(scopes, stores, progress);
    return { detail: `${counted(result.compared, 'day')} counted again from their events`, result };
  });
  const figures = await output.stage('Figures', async (progress) => {
    const right = { ...stores, partials: corrected(stores, days.rebuilt) };
    const result = await checkFigures(scopes, asked, right, progress);
    return { detail: `${counted(result.compared, 'figure')} worked out from them`, result };
  });
  return { days, figures };
}

/** Throws what differs, so that the command fails. */
export function proved(checked: Checked, values: Values, { output }: Context) {
  const { rebuilt: _, ...days } = checked.days;
  const report = { days, figures: checked.figures };
  const lines = checkedInWords(checked);
  if (!isEqual(checked)) throw new Failure(values['json'] === true ? JSON.stringify(report) : lines.join('\n'));
  for (const line of lines) output.line(line);
  return report;
}
