import type { DirtyDay, DirtyDays, Mark } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';

/** What is read before a day's facts: whatever changes after that is seen, by the version or by the token. */
export interface Seen {
  readonly version: number;
  readonly mark: Mark | undefined;
}

export interface LookTools {
  readonly log: Pick<DirtyDays, 'read'>;
  readonly partials: Pick<Partials, 'versions'>;
}

/** Every version before any mark. */
export async function look(days: readonly DirtyDay[], { log, partials }: LookTools): Promise<readonly Seen[]> {
  const versions = await partials.versions(days);
  const marks = await log.read(days);
  return versions.map((version, i) => ({ version, mark: marks[i] }));
}
