import type { VerifyOutput } from '#functions/payloads.ts';
import { type Verdict, type VerdictTools, verdictsOf } from '#functions/rollup/verdict.ts';
import type { Log } from '#lambda/log.ts';
import type { DirtyDay, DirtyDays } from '#store/eventLog.ts';

export interface VerifyTools extends VerdictTools {
  readonly log: VerdictTools['log'] & Pick<DirtyDays, 'mark'>;
  readonly tell: Pick<Log, 'info'>;
  /** Counts the days that were wrong, also when none was. */
  readonly drift: (days: number) => void;
  readonly now: () => Date;
}

type Different = Extract<Verdict, { readonly is: 'different' }>;

const isDifferent = (verdict: Verdict): verdict is Different => verdict.is === 'different';

/**
 * Counts days again without replacing anything, tells which of them were not what their events add up to, and has the
 * next night replace those. Told before they are marked: whatever is marked is not verified again.
 */
export async function verify(days: readonly DirtyDay[], tools: VerifyTools): Promise<VerifyOutput> {
  const verdicts = await verdictsOf(days, tools);
  const different = verdicts.filter(isDifferent);
  for (const { day, differences } of different)
    tools.tell.info('what is stored of a day is not what its events add up to', {
      organisation: day.organisation,
      stream: day.stream,
      day: day.day,
      differences: differences.join('; '),
    });
  tools.drift(different.length);
  const wrong = different.map(({ day }) => day);
  if (wrong.length > 0) await tools.log.mark(wrong, tools.now());
  const marked = verdicts.filter(({ is }) => is === 'marked').length;
  return { verified: verdicts.length - marked, marked, different: different.length };
}
