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
/** Of the example: no council has as many kinds of measure. */
const exhaustive = ['every-formula', 'every-rule'];
const megabyte = 1_000_000;

/** Every scorecard there is, each with both editions of a night; those that count events over five busy years. */
export async function scorecardLines(): Promise<readonly Line[]> {
  const { partials, facts } = await fiveYears(configurationOf(example).organisation);
  const shelf = partials.map(
    ({ stream, day, ...rest }): Stored => ({ stream, day, bytes: encodePartial({ stream, day, ...rest }) }),
  );
  const organisations = readdirSync('scorecards').filter((name) => name !== 'schema');
  const tasks = (await Promise.all(organisations.map(tasksOf))).flat();
  const [shown, councils] = parted(tasks);
  const [shownLong, councilsLong] = parted(tasks.map(withHistory));
  const one = councilsLong.filter(({ input }) => input.scorecard.id === typical);
  if (one.length === 0 || shown.length !== exhaustive.length)
    throw new Error('a scorecard that the bench names is not there');
  const decoded = await costOf(rounds, nothing, () => shelf.map(({ bytes }) => decodePartial(bytes)));
  const bytes = shelf.reduce((total, stored) => total + stored.bytes.length, 0);
  return [
    whole(`five years, assess ${councils.length} scorecards of councils`, await opened(councils, shelf)),
    whole('five years, the same with 20 quarters of history', await opened(councilsLong, shelf)),
    whole('five years, the same and decoding what each reads', await decoding(councilsLong, shelf)),
    whole(`five years, the same of ${typical} alone`, await decoding(one, shelf)),
    whole('five years, assess the two of every formula and rule', await opened(shown, shelf)),
    whole('five years, the same with 20 quarters of history', await opened(shownLong, shelf)),
    whole(`five years, decode ${shelf.length.toLocaleString('en-GB')} stored partials`, decoded),
    plain(`five years, ${facts.toLocaleString('en-GB')} facts, stored`, `${(bytes / megabyte).toFixed(1)} MB`),
  ];
}

/** Those that show every formula and rule, and all others. */
const parted = (tasks: readonly Task[]): readonly [readonly Task[], readonly Task[]] => {
  const isExhaustive = ({ input }: Task) => exhaustive.includes(input.scorecard.id);
  return [tasks.filter(isExhaustive), tasks.filter((task) => !isExhaustive(task))];
};

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
