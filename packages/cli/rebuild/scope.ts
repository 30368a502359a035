import { type Day, daysOf } from '#calendar/day.ts';
import { placesFor, streamsIn } from '#cli/explanation.ts';
import type { VerifyStores } from '#cli/rebuild/stores.ts';
import { type Stream, streams } from '#event/types.ts';
import { Failure } from '#local/failure.ts';
import { isCounted } from '#metric/streams.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import type { DirtyDay } from '#store/eventLog.ts';

/** What the person named; everything where nothing is. */
export interface Asked {
  readonly organisation?: string;
  readonly scorecard?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** What is worked out anew of one organisation. */
export interface Scope {
  readonly configuration: Configuration;
  readonly scorecards: readonly Scorecard[];
  readonly days: readonly DirtyDay[];
}

const counted = streams.filter(isCounted);

/**
 * From the first day of any stream to the last one, or to the newest day that was published, so that a partial that was
 * lost at either end of another stream is missed. None where nothing was ever counted.
 */
async function spanOf(organisation: string, scorecards: readonly Scorecard[], { partials, editions }: VerifyStores) {
  const spans = await Promise.all(counted.map((stream) => partials.span(organisation, stream)));
  const heads = await Promise.all(scorecards.map(({ id }) => editions.heads(organisation, id)));
  const known = spans.filter((span) => span !== undefined);
  const [start] = known.map(({ first }) => first).sort();
  const ends = [...known.map(({ last }) => last), ...heads.flat().map(({ asOf }) => asOf)];
  return { start, end: ends.sort().at(-1) };
}

export async function scopesOf(asked: Asked, stores: VerifyStores): Promise<readonly Scope[]> {
  if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to)
    throw new Failure(`No day is from ${asked.from} to ${asked.to}.`);
  const places = await placesFor(asked, stores.config);
  const byOrganisation = [...Map.groupBy(places, ({ configuration }) => configuration)];
  return Promise.all(
    byOrganisation.map(async ([configuration, ofOne]) => {
      const scorecards = ofOne.map(({ scorecard }) => scorecard);
      const used = new Set(scorecards.flatMap((scorecard) => [...streamsIn(scorecard)]));
      const streamsAsked = asked.scorecard === undefined ? counted : counted.filter((stream) => used.has(stream));
      const { id } = configuration.organisation;
      const span = await spanOf(id, scorecards, stores);
      const [start, end] = [asked.from ?? span.start, asked.to ?? span.end];
      const days = start === undefined || end === undefined ? [] : daysIn(id, streamsAsked, { start, end });
      return { configuration, scorecards, days };
    }),
  );
}

function daysIn(organisation: string, of: readonly Stream[], range: { readonly start: Day; readonly end: Day }) {
  const days = [...daysOf(range)];
  return of.flatMap((stream) => days.map((day): DirtyDay => ({ organisation, stream, day })));
}
