import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { Context } from '#cli/command.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { checkSources } from '#scorecard/check.ts';
import { problemText } from '#scorecard/problem.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

const heading = '# yaml-language-server: $schema=../schema/sources.json\nsources:\n';

export interface SourcesFile {
  /** As it is called from where the person stands. */
  readonly name: string;
  readonly text: string;
  readonly sources: readonly Source[];
  write(text: string): void;
}

/** An organisation's `sources.yaml`, which must be right; one that is not there yet is empty. */
export function sourcesFileOf({ root, here }: Context, organisation: string): SourcesFile {
  foldersOf(root, here, [organisation]);
  const path = join(root, 'scorecards', organisation, 'sources.yaml');
  const name = relative(here, path);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : heading;
  const sources = text === heading ? [] : checkedSources(name, text);
  return { name, text, sources, write: (changed) => writeFileSync(path, changed) };
}

export function checkedSources(name: string, text: string): readonly Source[] {
  const checked = checkSources(name, text);
  if ('value' in checked) return checked.value;
  throw new Failure(checked.problems.map(problemText).join('\n'));
}

/** One more entry at the end of the list. Whatever else is in the file stays as it was written, its comments too. */
export function withEntry(text: string, entry: object): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  if (!isSeq(list) || list.items.length === 0 || list.flow) return withNewList(text, entry);
  const end = list.range?.[1] ?? text.length;
  const before = text.slice(0, end).trimEnd();
  return `${before}\n${indented(entry, indentOf(text, list.range?.[0] ?? 0))}${text.slice(before.length)}`;
}

/** Where there is no list in lines yet, there are no comments in it to keep. */
function withNewList(text: string, entry: object): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  const known = isSeq(list) ? (list.toJSON() as object[]) : [];
  document.set('sources', document.createNode([...known, entry]));
  return document.toString({ lineWidth: 0 });
}

const indentOf = (text: string, start: number): string => text.slice(text.lastIndexOf('\n', start - 1) + 1, start);

const indented = (entry: object, indent: string): string =>
  stringify([entry], { lineWidth: 0 }).trimEnd().replaceAll(/^/gm, indent);
