import { addDays, daysOf, isDay, londonDay } from '#calendar/day.ts';
import { type Command, type Context, textOf, type Values } from '#cli/command.ts';
import { listEntries } from '#cli/quarantine/list.ts';
import { replayEntries } from '#cli/quarantine/replay.ts';
import { showEntry } from '#cli/quarantine/show.ts';
import { type QuarantineStores, withQuarantine } from '#cli/quarantine/stores.ts';
import { type Owners, ownersIn } from '#cli/quarantine/wanted.ts';
import { Failure } from '#local/failure.ts';

/** Which entries are meant. */
export interface Wanted extends Owners {
  /** Earliest first. */
  readonly days: readonly string[];
}

/** Entries go after 30 days, counted from when they came. */
const keptDays = 30;

export const quarantine: Command = {
  usage: 'quarantine [ORG] [--source S] [--day D] [--replay]',
  summary: 'list what was set aside and why, or read it again with what was pushed since',
  options: {
    source: { type: 'string', short: 's' },
    day: { type: 'string' },
    since: { type: 'string' },
    show: { type: 'string' },
    replay: { type: 'boolean' },
    table: { type: 'string' },
    bucket: { type: 'string' },
    aws: { type: 'string' },
  },
  positionals: 1,
  async run(context, { values, positionals: [organisation] }) {
    const days = daysIn(values, context.now());
    const id = textOf(values, 'show');
    if (id !== undefined && values['replay'] === true) throw new Failure('Write --show or --replay, not both.');
    return withQuarantine(context, values, async (stores) => {
      const wanted = { ...(await ownersIn(stores, organisation, textOf(values, 'source'))), days };
      return work(context, stores, wanted, { id, replays: values['replay'] === true });
    });
  },
};

function work(
  { output, now }: Context,
  stores: QuarantineStores,
  wanted: Wanted,
  { id, replays }: { readonly id: string | undefined; readonly replays: boolean },
): Promise<unknown> {
  if (id !== undefined) return showEntry(id, wanted, stores, output);
  return replays ? replayEntries(wanted, stores, output, now) : listEntries(wanted, stores, output);
}

/** Of one day, or since one; all that can still be there when neither is written. */
function daysIn(values: Values, now: Date): readonly string[] {
  const [day, since] = [textOf(values, 'day'), textOf(values, 'since')];
  const wrong = [day, since].find((text) => text !== undefined && !isDay(text));
  if (wrong !== undefined) throw new Failure(`"${wrong}" is no day: write 2025-04-30.`);
  if (day !== undefined && since !== undefined) throw new Failure('Write --day or --since, not both.');
  const today = londonDay(now);
  const earliest = addDays(today, -keptDays);
  if (day !== undefined) return [day];
  return [...daysOf({ start: since !== undefined && since > earliest ? since : earliest, end: today })];
}
