import { isDay } from '#calendar/day.ts';
import { isPeriodId, parsePeriod } from '#calendar/period.ts';
import { type Command, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { explanationOf, type Question } from '#cli/explanation.ts';
import { explanationText } from '#cli/explanationText.ts';
import { withStores } from '#cli/localStores.ts';
import { Failure } from '#local/failure.ts';

const usage = 'explain MEASURE --period P [--org ORG] [--scorecard S] [--as-of DATE]';

export const explain: Command = {
  usage,
  summary: 'say what a figure was worked out from, day by day, and where it was published',
  options: {
    period: { type: 'string' },
    org: { type: 'string' },
    scorecard: { type: 'string' },
    'as-of': { type: 'string' },
  },
  positionals: 1,
  async run(context, { values, positionals: [measure] }) {
    const question = questionOf(measure, values);
    const explained = await withStack(context, (up) =>
      withStores(up, (stores) => explanationOf(question, stores, context.now())),
    );
    for (const line of explanationText(explained)) context.output.line(line);
    return explained;
  },
};

function questionOf(measure: string | undefined, values: Values): Question {
  const [period, asOf] = [textOf(values, 'period'), textOf(values, 'as-of')];
  if (measure === undefined || period === undefined)
    throw new Failure(`Name a measure and a period: quarterlight ${usage}`);
  if (!isPeriodId(period))
    throw new Failure(`"${period}" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.`);
  if (asOf !== undefined && !isDay(asOf)) throw new Failure(`"${asOf}" is no day: write --as-of 2024-01-25.`);
  const organisation = textOf(values, 'org');
  return { measure, period: parsePeriod(period), organisation, scorecard: textOf(values, 'scorecard'), asOf };
}
