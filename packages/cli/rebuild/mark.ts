import { counted, type Output, type Progress } from '#cli/output.ts';
import type { Scope } from '#cli/rebuild/scope.ts';
import type { RebuildStores } from '#cli/rebuild/stores.ts';
import type { DirtyDay } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';

type Stores = Pick<RebuildStores, 'log' | 'partials'>;

const batch = 100;
const daysAtOnce = 4;

/** Days that have a count, or should have one: counting a day of nothing would leave a count of nothing. */
async function worthCounting(days: readonly DirtyDay[], { log, partials }: Stores, progress: Progress) {
  const worth: DirtyDay[] = [];
  for (let at = 0; at < days.length; at += batch) {
    const some = days.slice(at, at + batch);
    const versions = await partials.versions(some);
    const has = await inParallel(
      [...some.entries()],
      async ([i, day]) => versions[i] !== 0 || (await log.factsOf(day)).length > 0,
      daysAtOnce,
    );
    worth.push(...some.filter((_, i) => has[i]));
    progress((at + batch) / days.length, `${counted(worth.length, 'day')} found`);
  }
  return worth;
}

export interface Marked {
  readonly organisation: string;
  readonly marked: number;
  readonly from?: string;
  readonly to?: string;
}

const spanOf = (organisation: string, days: readonly DirtyDay[]): Marked => {
  const inOrder = days.map(({ day }) => day).sort();
  return { organisation, marked: days.length, from: inOrder[0], to: inOrder.at(-1) };
};

const streamsInWords = (days: readonly DirtyDay[]): string =>
  [...Map.groupBy(days, ({ stream }) => stream)]
    .map(([stream, ofOne]) => `${stream} ${ofOne.length.toLocaleString('en-GB')}`)
    .join(', ');

const cost = [
  'The next night reads every event of these days once more and replaces what is stored. A figure that changes by',
  'that is published as a revision. Nothing is replaced before, and no event is changed.',
];

const toBeCounted = ({ organisation, marked, from, to }: Marked, days: readonly DirtyDay[]): string =>
  `To be counted again: ${counted(marked, 'day')} of ${organisation}, ${from} to ${to} (${streamsInWords(days)}).`;

/** Has the next night count the days again, as it does with days that events touched. Says first what that means. */
export async function markDays(
  scopes: readonly Scope[],
  stores: Stores,
  output: Output,
  now: () => Date,
): Promise<readonly Marked[]> {
  const all: (readonly [Marked, readonly DirtyDay[]])[] = [];
  for (const { configuration, days } of scopes) {
    const { id } = configuration.organisation;
    const found = await output.stage('Look', async (progress) => {
      const result = await worthCounting(days, stores, progress);
      return { detail: `${id}: ${counted(result.length, 'day')} with events or a count of them`, result };
    });
    if (found.length > 0) all.push([spanOf(id, found), found]);
  }
  const lines = all.map(([marked, days]) => toBeCounted(marked, days));
  for (const line of lines.length > 0 ? [...lines, ...cost] : lines) output.line(line);
  const marks = all.flatMap(([, days]) => days);
  if (marks.length > 0) await stores.log.mark(marks, now());
  return all.map(([marked]) => marked);
}
