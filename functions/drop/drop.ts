import { type OpenSheet, openSheet } from '#adapter/csv/openSheet.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { keyedHash } from '#event/personal.ts';
import { begun, type Place, pieceKey, placeOf, reportKey, summaryKey } from '#functions/drop/place.ts';
import { knownWords, reportHead, shown } from '#functions/drop/report.ts';
import { type SliceStores, type SliceTask, takeSlice } from '#functions/drop/slice.ts';
import type { DropState, ObjectCreated } from '#functions/payloads.ts';
import type { Log } from '#lambda/log.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import type { ConfigStore } from '#store/config.ts';
import type { Drops } from '#store/drops.ts';
import type { Secrets } from '#store/secrets.ts';

export interface Stores extends SliceStores {
  readonly config: Pick<ConfigStore, 'read'>;
  readonly secrets: Pick<Secrets, 'of'>;
  readonly drops: Drops;
  readonly log: Log;
}

export interface Clock {
  readonly now: () => Date;
  readonly hasTime: () => boolean;
}

/**
 * Imports a file that was put under `drop/`, as far as the time goes; the state machine calls again with what this
 * gives. What cannot be imported is told beside the file, for whoever put it there; only what is broken is thrown.
 */
export async function drop(input: ObjectCreated | DropState, stores: Stores, clock: Clock): Promise<DropState> {
  const state = 'batch' in input ? input : begun(input);
  const place = placeOf(state.key);
  if (!place) return { ...state, done: true };
  try {
    return await advance(state, place, stores, clock);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    await stores.drops.write(summaryKey(state.key), `${place.name} was not imported. ${error.message}\n`, plainText);
    stores.log.info('not imported', { organisation: place.organisation, source: place.source });
    return { ...state, done: true };
  }
}

const plainText = 'text/plain; charset=utf-8';
const csvText = 'text/csv; charset=utf-8';

async function advance(state: DropState, place: Place, stores: Stores, clock: Clock): Promise<DropState> {
  const { organisation } = place;
  const configuration = await stores.config.read(organisation);
  const source = sourceAt(place, configuration);
  const known = await stores.secrets.of(organisation);
  if (!known) throw new Error(`${organisation} has no secrets`);
  const open = async () => {
    const bytes = await stores.drops.read(state);
    return bytes && openSheet(bytes, { config: source.csv ?? {}, mapping: source.mapping ?? {} });
  };
  if (state.parts === 0) await trusted(await open());
  const sheet = await open();
  // Taken away, or imported and removed by an attempt whose answer was lost.
  if (!sheet) return { ...state, done: true };
  const words = knownWords(configuration, source);
  const task: SliceTask = {
    state,
    owner: {
      organisation,
      source,
      hashKey: known.hashKey,
      context: { now: clock.now() },
      scorecards: configuration?.scorecards ?? [],
      shown: (sent) => `"${shown(sent, words)}"`,
    },
    hash: (kind, value) => keyedHash(known.hashKey, kind, value),
    known: words,
    ...clock,
  };
  const { counts, parts, rejected, warnings, isLast } = await takeSlice(sheet, task, stores);
  if (rejected.length > 0) await stores.drops.write(pieceKey(state, state.pieces), rejected.join(''), csvText);
  const told = warnings.length > 0 ? { warnings } : {};
  const next = { ...state, ...told, counts, parts, pieces: state.pieces + (rejected.length > 0 ? 1 : 0), done: isLast };
  if (isLast) await end(next, place, sheet, stores);
  return next;
}

function sourceAt({ organisation, source: id }: Place, configuration: Configuration | undefined): Source {
  const source = configuration?.sources.find((each) => each.id === id);
  if (!source)
    throw new SheetError(`There is no source "${id}" of "${organisation}": the folders say whose a file is.`);
  if (source.adapter !== 'csv')
    throw new SheetError(`The source "${id}" takes what ${source.adapter} posts, not sheets.`);
  return source;
}

/** Throws a SheetError before anything of the sheet is stored. */
const trusted = async (sheet: OpenSheet | undefined): Promise<void> => {
  for await (const _ of sheet?.rows() ?? []);
};

/** The report and the summary first; then the file goes, since it may hold what the mapping leaves behind. */
async function end(state: DropState, place: Place, sheet: OpenSheet, { drops, log }: Stores): Promise<void> {
  const { key, pieces, counts } = state;
  const keys = Array.from({ length: pieces }, (_, piece) => pieceKey(state, piece));
  const kept = await Promise.all(keys.map((piece) => drops.text(piece)));
  await drops.write(reportKey(key), reportHead(sheet) + kept.join(''), csvText);
  await drops.write(summaryKey(key), summaryOf(state, place), plainText);
  await Promise.all([...keys, key].map((each) => drops.remove(each)));
  log.info('imported', { organisation: place.organisation, source: place.source, ...counts });
}

const summaryOf = ({ batch, counts, warnings = [] }: DropState, { name }: Place): string => {
  const { rows, accepted, unchanged, leftOut, rejected } = counts;
  const lines = [
    `${name}: ${rows} rows`,
    `${accepted} accepted, ${unchanged} unchanged, ${leftOut} left out, ${rejected} rejected`,
    `Batch ${batch}: quarterlight import --undo ${batch} takes it back.`,
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
  return `${lines.join('\n')}\n`;
};
