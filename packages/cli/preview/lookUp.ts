import { existsSync } from 'node:fs';
import type { Day } from '#calendar/day.ts';
import type { Context } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { withStores } from '#cli/localStores.ts';
import { type Draft, type DraftEdition, draftOf } from '#cli/preview/draft.ts';
import type { Subject } from '#cli/preview/subjects.ts';
import { softwareVersion } from '#cli/softwareVersion.ts';
import { Failure } from '#local/failure.ts';
import { dataFolder } from '#local/folders.ts';
import { readUp } from '#local/upFile.ts';

/** The last period that is over, of each scorecard that was ever assessed, or of all where the day is given. */
export interface LookedUp {
  readonly draft: Draft;
  readonly closed: DraftEdition;
}

const isKept = ({ folder }: Context): boolean => readUp(folder) !== undefined || existsSync(dataFolder(folder));

/** By the records of the stack that is up, or of the one that was last; why not, where there is neither. */
export async function lookUp(
  context: Context,
  subjects: readonly Subject[],
  asOf: Day | undefined,
): Promise<readonly LookedUp[] | string> {
  if (!isKept(context)) return 'no records are kept here';
  try {
    return await withStack(context, (up) =>
      withStores(up, async (stores) => {
        const drafting = { facts: [], asOf, software: softwareVersion(), now: context.now() };
        const drafts = subjects.map(async (subject) => {
          const { configuration, scorecard } = subject;
          const heads = await stores.editions.heads(configuration.organisation.id, scorecard.id);
          return heads.length === 0 && asOf === undefined ? undefined : draftOf(subject, stores, drafting);
        });
        return (await Promise.all(drafts)).flatMap((draft) => {
          const closed = draft?.editions.findLast(({ edition }) => edition.period.complete);
          return draft && closed ? [{ draft, closed }] : [];
        });
      }),
    );
  } catch (error) {
    if (error instanceof Failure) return error.message.replace(/\.$/, '');
    throw error;
  }
}
