import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { eventOfDraft } from '#adapter/csv/rowEvents.ts';
import type { Context } from '#cli/command.ts';
import { readSheet } from '#cli/import/sheet.ts';
import { sheetSource } from '#cli/import/source.ts';
import { readEvents } from '#cli/send.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { EventType, Fact } from '#event/types.ts';
import { streamOfType } from '#event/types.ts';
import { Failure } from '#local/failure.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { outranks } from '#store/factTable.ts';

/** Files with figures and comments that nobody has sent, and what they would be sent as. */
export interface DraftFiles {
  readonly paths: readonly string[];
  /** Of sheets: the source that says how their columns are read; the organisation's only one when left out. */
  readonly source?: string;
  readonly preset?: string;
}

/** The first source that may send CloudEvents of the type: who would send it in earnest. */
export const senderOf = ({ sources }: Configuration, type: EventType): string | undefined => {
  const senders = sources.filter(({ adapter = 'cloudevents' }) => adapter === 'cloudevents');
  return (senders.find(({ types }) => types?.includes(type)) ?? senders.find(({ types }) => types === undefined))?.id;
};

const isSheet = (path: string): boolean => /\.(csv|tsv|txt)$/i.test(path);

/** What stands in the files, as a night would find it had it been sent. Nothing is sent. */
export async function factsIn(files: DraftFiles, of: Configuration, context: Context): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for (const path of files.paths)
    found.push(...(isSheet(path) ? await factsOfSheet(path, files, of, context) : factsOfEvents(path, of, context)));
  return found;
}

const factsOfEvents = (path: string, of: Configuration, { here, now }: Context): readonly Fact[] =>
  readEvents(resolve(here, path), path).map((event) => {
    const sender = senderOf(of, event['type'] as EventType) ?? 'default';
    return factIn(event, { path, of, sender, now: now() });
  });

/** Ids of rows are hashed, and no two rows may have one id. */
const hash = (kind: string, value: string): string =>
  createHash('sha256').update(`${kind}\n${value}`).digest('hex').slice(0, 32);

async function factsOfSheet(
  path: string,
  { source: name, preset }: DraftFiles,
  of: Configuration,
  context: Context,
): Promise<readonly Fact[]> {
  const source = sheetSource(context, name ?? sheetsOf(of, path), preset);
  const [now, sender] = [context.now(), source.source.id];
  const { rows, reader } = await readSheet({ path: resolve(context.here, path), shownAs: path }, source);
  const found: Fact[] = [];
  for await (const row of rows) {
    if (row.refused) throw new Failure(`${path}, line ${row.line}: ${reader.inColumns(row.refused).reason}`);
    if (row.leftOut !== undefined) continue;
    for (const draft of row.drafts) {
      const event = eventOfDraft(draft, row.occurrence, { source: sender, hash, importedAt: now });
      found.push(factIn(event, { path: `${path}, line ${row.line}`, of, sender, now }));
    }
  }
  return found;
}

function sheetsOf({ organisation, sources }: Configuration, path: string): string {
  const sheets = sources.filter(({ adapter }) => adapter === 'csv');
  const [only, ...more] = sheets;
  if (only && more.length === 0) return `${organisation.id}.${only.id}`;
  const advice = only
    ? `write --source ${sheets.map(({ id }) => id).join(' or --source ')}`
    : 'no source of sources.yaml has adapter: csv';
  throw new Failure(`How the columns of ${path} are read is not known: ${advice}.`);
}

interface Posting {
  /** As it is named to the officer. */
  readonly path: string;
  readonly of: Configuration;
  readonly sender: string;
  readonly now: Date;
}

function factIn(event: unknown, { path, of, sender, now }: Posting): Fact {
  const organisation = of.organisation.id;
  const parsed = parseEvent(event, { now, pathSource: sender, organisation });
  if (!('event' in parsed)) {
    const which = parsed.id === undefined ? '' : `, ${parsed.id}`;
    throw new Failure(`${path}${which}: ${parsed.reason} at ${parsed.pointer}`);
  }
  const { type, id } = parsed.event;
  if (streamOfType[type] !== 'record')
    throw new Failure(
      `${path}, ${id}: ${type} is counted by a night; a draft takes figures, comments and milestones only. Send it first.`,
    );
  return factOf(parsed.event, { organisation, hashKey: 'of a draft' });
}

const identityOf = ({ source, id }: Fact): string => JSON.stringify([source, id]);

/** Records with those of files among them, as if they had been received: of one id the highest revision holds. */
export const withDrafts = (stored: readonly Fact[], drafts: readonly Fact[]): readonly Fact[] => {
  const all = new Map<string, Fact>();
  for (const fact of [...stored, ...drafts]) {
    const known = all.get(identityOf(fact));
    if (!known || outranks(fact, known)) all.set(identityOf(fact), fact);
  }
  return [...all.values()];
};
