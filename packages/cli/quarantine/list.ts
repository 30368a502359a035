import { counted, type Output } from '#cli/output.ts';
import type { QuarantineStores } from '#cli/quarantine/stores.ts';
import type { Wanted } from '#cli/quarantine.ts';
import { textTable } from '#cli/textTable.ts';
import type { Kept } from '#store/quarantine.ts';

/** The entries of one source that were set aside for one reason. */
export interface Group {
  readonly organisation: string;
  readonly source: string;
  readonly reason: string;
  readonly pointer: string;
  readonly count: number;
  /** Days. */
  readonly first: string;
  readonly last: string;
  /** The id of the newest, for `--show`. */
  readonly example: string;
}

/** Of every organisation and day that is wanted, the earliest first. */
export async function* entriesOf(
  { organisations, days, source }: Wanted,
  { quarantine }: Pick<QuarantineStores, 'quarantine'>,
): AsyncGenerator<readonly Kept[]> {
  for (const organisation of organisations) {
    for (const day of days) {
      const entries = await quarantine.list(organisation, day);
      const ofSource = entries.filter((entry) => source === undefined || entry.source === source);
      if (ofSource.length > 0) yield ofSource;
    }
  }
}

/** How many of each source and reason, the most first. What is in them is not told: see `--show`. */
export async function listEntries(wanted: Wanted, stores: QuarantineStores, output: Output) {
  const groups = await output.stage('Read', async () => {
    const result = await groupsOf(entriesOf(wanted, stores));
    const total = result.reduce((sum, { count }) => sum + count, 0);
    return { detail: `${counted(total, 'record')} set aside, for ${counted(result.length, 'reason')}`, result };
  });
  for (const line of tableOf(groups)) output.line(line);
  return { groups };
}

async function groupsOf(days: AsyncIterable<readonly Kept[]>): Promise<readonly Group[]> {
  const groups = new Map<string, Group>();
  for await (const entries of days)
    for (const entry of entries) {
      const key = [entry.organisation, entry.source, entry.reason, entry.pointer].join('\n');
      groups.set(key, joined(groups.get(key), entry));
    }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

const joined = (group: Group | undefined, { organisation, source, reason, pointer, day, id }: Kept): Group => ({
  organisation,
  source,
  reason,
  pointer,
  count: (group?.count ?? 0) + 1,
  first: group?.first ?? day,
  last: day,
  example: id,
});

function tableOf(groups: readonly Group[]): readonly string[] {
  if (groups.length === 0) return [];
  const heading = ['Records', 'Source', 'Last', 'Example', 'Reason'];
  const rows = groups.map(({ organisation, source, count, last, example, reason, pointer }) => [
    count.toLocaleString('en-GB'),
    `${organisation}.${source}`,
    last,
    example.slice(0, 8),
    pointer === '' ? reason : `${reason} (at ${pointer})`,
  ]);
  return textTable([heading, ...rows], [true, false, false, false, false]);
}
