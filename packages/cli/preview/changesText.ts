import type { Edition } from '#scorecard/edition.ts';
import { draftChanges, draftChangesHeading, isUnchanged } from '#site/draftChanges.ts';
import { toDo } from '#site/words.ts';

/** What a draft would change of what readers see of its period, a line each. */
export function changesText(shown: Edition | undefined, draft: Edition, indent = '  '): readonly string[] {
  if (shown === undefined) return [`${indent}${toDo.nothingPublished}`];
  const changes = draftChanges(shown, draft);
  const lines = [...changes.measures, ...changes.milestones].map(({ text }) => text);
  const said = isUnchanged(changes) ? [toDo.nothingChanges] : [...lines, ...changes.others];
  return [`${draftChangesHeading(shown)}:`, ...said.map((line) => `  ${line}`)].map((line) => `${indent}${line}`);
}
