import { readdirSync } from 'node:fs';
import { costOf } from '#bench/cpu.ts';
import { organisation as example, factsFrom, fiveYears, years } from '#bench/fiveYears.ts';
import { type Line, plain, whole } from '#bench/table.ts';
import { endOfDay } from '#calendar/day.ts';
import { periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { DayPartial } from '#metric/partial.ts';
import { postedFor } from '#oracle/postings.ts';
import { configurationOf } from '#oracle/published.ts';
import { type AssessInput, assess, knowledgeOf } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { decodePartial, encodePartial } from '#store/partialCodec.ts';

const rounds = 5;
/** Every quarter of the five years. */
const history = 20;
const megabyte = 1_000_000;

/** Every scorecard there is, each with both editions of a night; those that count events over five busy years. */
export async function scorecardLines(): Promise<readonly Line[]> {
  const configuration = configurationOf(example);
  const { partials, facts } = await fiveYears(configuration.organisation);
  const organisations = readdirSync('scorecards').filter((name) => name !== 'schema');
  const inputs = (await Promise.all(organisations.map((each) => inputsOf(each, partials)))).flat();
  const editions = inputs.flat().length;
  const assessed = await costOf(rounds, nothing, () => inputs.map(bothOf));
  const stored = partials.map(encodePartial);
  const read = await costOf(rounds, nothing, () => stored.map(decodePartial));
  const bytes = stored.reduce((total, { length }) => total + length, 0);
  return [
    whole(`five years, assess ${inputs.length} scorecards, ${editions} editions`, assessed),
    whole(`five years, decode ${partials.length.toLocaleString('en-GB')} stored partials`, read),
    plain(`five years, ${facts.toLocaleString('en-GB')} facts, stored`, `${(bytes / megabyte).toFixed(1)} MB`),
  ];
}

/** As the night does: what is known is worked out once. */
function bothOf(inputs: readonly AssessInput[]): readonly Edition[] {
  const known = inputs[0] && knowledgeOf(inputs[0]);
  return inputs.map((input) => assess({ ...input, known }));
}

/** Of each scorecard both editions of a night. */
async function inputsOf(
  organisation: string,
  fiveYearsOfPartials: readonly DayPartial[],
): Promise<readonly (readonly AssessInput[])[]> {
  const { scorecards, ...configuration } = configurationOf(organisation);
  const { postings, night } = await postedFor(organisation);
  const records = postings.map(factsFrom(organisation)).filter(({ stream }) => stream === 'record');
  const isExample = organisation === example;
  const asOf = isExample ? years.end : night;
  const partials = isExample ? fiveYearsOfPartials : [];
  return scorecards.map((scorecard) =>
    periodsOf(scorecard, asOf).map((period) => ({
      organisation: configuration.organisation,
      scorecard: isExample ? { ...scorecard, history } : scorecard,
      period,
      asOf,
      publishedAt: endOfDay(asOf).toISOString(),
      software: 'bench',
      partials,
      records: records.filter(({ subject }) => subject === scorecard.id),
    })),
  );
}

function periodsOf({ frequency }: Scorecard, asOf: string) {
  const current = periodContaining(asOf, frequency);
  return [shiftPeriod(current, -1), current];
}

function nothing(): void {}
