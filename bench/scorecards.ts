import { readdirSync } from 'node:fs';
import { costOf } from '#bench/cpu.ts';
import { organisation as example, factsFrom, fiveYears, years } from '#bench/fiveYears.ts';
import { type Line, plain, whole } from '#bench/table.ts';
import { type Day, endOfDay } from '#calendar/day.ts';
import { type Period, periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import type { DayPartial } from '#metric/partial.ts';
import { postedFor } from '#oracle/postings.ts';
import { configurationOf } from '#oracle/published.ts';
import { type AssessInput, assess, knowledgeOf } from '#scorecard/assess.ts';
import type { Edition } from '#scorecard/edition.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';
import { decodePartial, encodePartial } from '#store/partialCodec.ts';

const rounds = 5;
/** Every quarter of the five years. */
const history = 20;
/** Of the size that a council's has; the other scorecards of the example show every formula and rule. */
const typical = 'contact-centre';
const megabyte = 1_000_000;

/** Every scorecard there is, each with both editions of a night; those that count events over five busy years. */
export async function scorecardLines(): Promise<readonly Line[]> {
  const { partials, facts } = await fiveYears(configurationOf(example).organisation);
  const shelf = partials.map(
    ({ stream, day, ...rest }): Stored => ({ stream, day, bytes: encodePartial({ stream, day, ...rest }) }),
  );
  const organisations = readdirSync('scorecards').filter((name) => name !== 'schema');
  const tasks = (await Promise.all(organisations.map(tasksOf))).flat();
  const readAll = (): readonly (readonly DayPartial[])[] => tasks.map((task) => readFor(task, shelf));
  const assessed = await costOf(rounds, readAll, (read) => tasks.map((task, i) => bothOf(task, read[i] ?? [])));
  const night = await costOf(rounds, nothing, () => tasks.map((task) => bothOf(task, readFor(task, shelf))));
  const [one] = tasks.filter(({ input }) => input.scorecard.id === typical);
  if (!one) throw new Error(`there is no scorecard ${typical}`);
  const alone = await costOf(rounds, nothing, () => bothOf(one, readFor(one, shelf)));
  const decoded = await costOf(rounds, nothing, () => shelf.map(({ bytes }) => decodePartial(bytes)));
  const bytes = shelf.reduce((total, stored) => total + stored.bytes.length, 0);
  return [
    whole(`five years, assess ${tasks.length} scorecards, ${2 * tasks.length} editions`, assessed),
    whole('five years, the same with decoding what each reads', night),
    whole(`five years, the same of ${typical} alone`, alone),
    whole(`five years, decode ${shelf.length.toLocaleString('en-GB')} stored partials`, decoded),
    plain(`five years, ${facts.toLocaleString('en-GB')} facts, stored`, `${(bytes / megabyte).toFixed(1)} MB`),
  ];
}

interface Stored {
  readonly stream: Stream;
  readonly day: Day;
  readonly bytes: Uint8Array;
}

type Input = Omit<AssessInput, 'period' | 'partials'>;

interface Task {
  readonly input: Input;
  readonly periods: readonly Period[];
  /** Other organisations than the example have posted no events. */
  readonly streams: readonly Stream[];
}

/** As the night's function reads them: whole streams, from the first day that either edition needs. */
function readFor({ input, periods, streams }: Task, shelf: readonly Stored[]): readonly DayPartial[] {
  const { scorecard, asOf } = input;
  const from = periods.map((period) => daysNeeded(scorecard, period, asOf).from).sort()[0] ?? asOf;
  return shelf
    .filter(({ stream, day }) => streams.includes(stream) && day >= from && day <= asOf)
    .map(({ bytes }) => decodePartial(bytes));
}

/** As the night does: what is known is worked out once. */
function bothOf({ input, periods }: Task, partials: readonly DayPartial[]): readonly Edition[] {
  const known = knowledgeOf({ ...input, partials });
  return periods.map((period) => assess({ ...input, partials, period, known }));
}

async function tasksOf(organisation: string): Promise<readonly Task[]> {
  const { scorecards, ...configuration } = configurationOf(organisation);
  const { postings, night } = await postedFor(organisation);
  const records = postings.map(factsFrom(organisation)).filter(({ stream }) => stream === 'record');
  const isExample = organisation === example;
  const asOf = isExample ? years.end : night;
  return scorecards.map((scorecard) => ({
    input: {
      ...configuration,
      scorecard: isExample ? { ...scorecard, history } : scorecard,
      asOf,
      publishedAt: endOfDay(asOf).toISOString(),
      software: 'bench',
      records: records.filter(({ subject }) => subject === scorecard.id),
    },
    periods: periodsOf(scorecard, asOf),
    streams: isExample ? streamsIn(scorecard) : [],
  }));
}

const streamsIn = ({ groups }: Scorecard): readonly Stream[] => [
  ...new Set(groups.flatMap(({ measures }) => measures.flatMap(everyVersion)).flatMap(({ value }) => streamsOf(value))),
];

function periodsOf({ frequency }: Scorecard, asOf: Day): readonly Period[] {
  const current = periodContaining(asOf, frequency);
  return [shiftPeriod(current, -1), current];
}

function nothing(): void {}
