import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '#cli/output.ts';
import type { Scope } from '#cli/rebuild/scope.ts';
import type { VerifyStores } from '#cli/rebuild/stores.ts';
import { type Verdict, verdictsOf } from '#functions/rollup/verdict.ts';
import type { DayPartial } from '#metric/partial.ts';
import type { DirtyDay } from '#store/eventLog.ts';

export interface DifferentDay extends DirtyDay {
  readonly differences: readonly string[];
}

export interface CheckedDays {
  readonly compared: number;
  readonly different: readonly DifferentDay[];
  readonly leftOut: readonly (DirtyDay & { readonly reason: string })[];
  /** What the events of the different days add up to. */
  readonly rebuilt: readonly { readonly day: DirtyDay; readonly partial: DayPartial }[];
}

const batch = 100;
/** A fact is marked within this time, or its sender is not answered. */
const markedAfterMs = 500;

const reasons: Partial<Record<Verdict['is'], string>> = {
  marked: 'touched by events since the last night',
  'listed otherwise': 'counted when organisation.yaml listed other values, and right by those',
  'other version': 'counted by another version of Quarterlight, and right as far as that knew',
};

/** Every day of the scopes counted again, and compared with what is stored. Writes nothing. */
export async function checkDays(
  scopes: readonly Scope[],
  { log, partials }: Pick<VerifyStores, 'log' | 'partials'>,
  progress: Progress,
): Promise<CheckedDays> {
  const listed = new Map(
    scopes.map(({ configuration: { organisation } }) => [organisation.id, organisation.dimensions]),
  );
  const tools = {
    log,
    partials,
    dimensionsOf: async (organisation: string) => listed.get(organisation) ?? {},
    pause: () => sleep(markedAfterMs),
  };
  const days = scopes.flatMap((scope) => scope.days);
  const verdicts: Verdict[] = [];
  for (let at = 0; at < days.length; at += batch) {
    verdicts.push(...(await verdictsOf(days.slice(at, at + batch), tools)));
    const [last] = days.slice(0, at + batch).slice(-1);
    progress((at + batch) / days.length, `${last?.organisation} ${last?.stream} ${last?.day}`);
  }
  return summed(verdicts);
}

function summed(verdicts: readonly Verdict[]): CheckedDays {
  const different = verdicts.filter((verdict) => verdict.is === 'different');
  return {
    compared: verdicts.filter(({ is }) => is !== 'nothing' && is !== 'marked').length,
    different: different.map(({ day, differences }) => ({ ...day, differences })),
    leftOut: verdicts.flatMap(({ day, is }) => (reasons[is] === undefined ? [] : [{ ...day, reason: reasons[is] }])),
    rebuilt: different.map(({ day, rebuilt }) => ({ day, partial: rebuilt })),
  };
}

/** What would be stored once the different days were counted again. */
export const corrected = (
  { partials }: Pick<VerifyStores, 'partials'>,
  rebuilt: CheckedDays['rebuilt'],
): Pick<VerifyStores['partials'], 'range'> => ({
  async range(organisation, stream, from, to) {
    const stored = await partials.range(organisation, stream, from, to);
    const anew = rebuilt
      .filter(({ day }) => day.organisation === organisation && day.stream === stream)
      .map(({ partial }) => partial)
      .filter(({ day }) => day >= from && day <= to);
    const wrong = new Set(anew.map(({ day }) => day));
    const kept = stored.filter(({ day }) => !wrong.has(day));
    return [...kept, ...anew].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  },
});
