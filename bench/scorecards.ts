import { readdirSync } from 'node:fs';
import { type Cost, costOf } from '#bench/cpu.ts';
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
/** Of the size that a council's has. */
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
  const long = tasks.map(withHistory);
  const one = long.filter(({ input }) => input.scorecard.id === typical);
  if (one.length === 0) throw new Error(`there is no scorecard ${typical}`);
  const decoded = await costOf(rounds, nothing, () => shelf.map(({ bytes }) => decodePartial(bytes)));
  const bytes = shelf.reduce((total, stored) => total + stored.bytes.length, 0);
  return [
    whole(`five years, assess ${tasks.length} scorecards, ${2 * tasks.length} editions`, await opened(tasks, shelf)),
    whole('five years, the same with decoding what each reads', await decoding(tasks, shelf)),
    whole('five years, assess them with 20 quarters of history', await opened(long, shelf)),
    whole('five years, the same with decoding what each reads', await decoding(long, shelf)),
    whole(`five years, the same of ${typical} alone`, await decoding(one, shelf)),
    whole(`five years, decode ${shelf.length.toLocaleString('en-GB')} stored partials`, decoded),
    plain(`five years, ${facts.toLocaleString('en-GB')} facts, stored`, `${(bytes / megabyte).toFixed(1)} MB`),
  ];
}

/** Each by itself, as the night's function has it: no more is in memory at once. */
async function sumOf(tasks: readonly Task[], cost: (task: Task) => Promise<Cost>): Promise<Cost> {
  let [cpuMs, draws] = [0, 0];
  for (const task of tasks) {
    const each = await cost(task);
    cpuMs += each.cpuMs;
    draws += each.draws;
  }
  return { cpuMs, draws };
}

const opened = (tasks: readonly Task[], shelf: readonly Stored[]): Promise<Cost> =>
  sumOf(tasks, (task) =>
    costOf(
      rounds,
      () => readFor(task, shelf),
      (read) => bothOf(task, read),
    ),
  );

const decoding = (tasks: readonly Task[], shelf: readonly Stored[]): Promise<Cost> =>
  sumOf(tasks, (task) => costOf(rounds, nothing, () => bothOf(task, readFor(task, shelf))));

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
      scorecard,
      asOf,
      publishedAt: endOfDay(asOf).toISOString(),
      software: 'bench',
      records: records.filter(({ subject }) => subject === scorecard.id),
    },
    periods: periodsOf(scorecard, asOf),
    streams: isExample ? streamsIn(scorecard) : [],
  }));
}

/** Those that count events; what others record is of the periods that were printed. */
const withHistory = (task: Task): Task => {
  const { input, streams } = task;
  return streams.length === 0 ? task : { ...task, input: { ...input, scorecard: { ...input.scorecard, history } } };
};

const streamsIn = ({ groups }: Scorecard): readonly Stream[] => [
  ...new Set(groups.flatMap(({ measures }) => measures.flatMap(everyVersion)).flatMap(({ value }) => streamsOf(value))),
];

function periodsOf({ frequency }: Scorecard, asOf: Day): readonly Period[] {
  const current = periodContaining(asOf, frequency);
  return [shiftPeriod(current, -1), current];
}

function nothing(): void {}
