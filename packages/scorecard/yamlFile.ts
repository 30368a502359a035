import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type Finding, type Problem, pathText, type Step } from '#scorecard/problem.ts';

/** A YAML file's value, and where in the text each part of it stands. */
export interface YamlFile {
  readonly value: unknown;
  readonly locate: (finding: Finding) => Problem;
}

const mends: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'remove one of the two',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BAD_INDENT: 'line it up with its neighbours',
  MULTIPLE_DOCS: 'keep one document in a file and remove the line ---',
  MISSING_CHAR: 'close the quote or bracket that is open here',
  TAG_RESOLVE_FAILED: 'remove the tag that begins with an exclamation mark, or put the text in quotes',
};
const usualMend = 'check the indentation, colons and quotes on this line and the one above';

const keyMessage = (error: YAMLError): string =>
  error.code === 'DUPLICATE_KEY'
    ? 'this key stands twice in one place'
    : (error.message.split(/ at line |:?\n/)[0] ?? '');

/** After one slip of syntax the rest is read wrongly: only the first is told. Keys that stand twice are told all. */
const telling = (errors: readonly YAMLError[]): readonly YAMLError[] => {
  const slip = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return slip ? [slip] : errors;
};

const resolved = (node: unknown, document: Document): unknown => (isAlias(node) ? node.resolve(document) : node);

/** The key's node and the value's, of one step down. */
const child = (node: unknown, step: Step): { key?: unknown; value?: unknown } => {
  if (isSeq(node)) return { value: node.items[Number(step)] };
  if (!isMap(node)) return {};
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return { key: pair?.key, value: pair?.value };
};

const offsetOf = (node: unknown): number | undefined => (node as Node | undefined)?.range?.[0];

/** The nearest place in the text: a part that is missing, or came by way of an anchor, is where its parent stands. */
function offsetAt(document: Document, path: readonly Step[], atKey: boolean): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const { key, value } = child(resolved(node, document), step);
    const last = depth === path.length - 1;
    offset = (last && atKey ? offsetOf(key) : undefined) ?? offsetOf(value) ?? offsetOf(key) ?? offset;
    node = value;
  }
  return offset;
}

/** Where the first alias without an anchor before it stands. */
const strayAlias = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return undefined;
      offset = offsetOf(alias);
      return visit.BREAK;
    },
  });
  return offset;
};

type Content =
  | { readonly value: unknown }
  | { readonly offset: number; readonly message: string; readonly mend: string };

const contentOf = (document: Document): Content => {
  const offset = strayAlias(document);
  if (offset !== undefined)
    return { offset, message: 'no anchor of this name stands above', mend: 'write &name at what *name repeats' };
  try {
    return { value: document.toJS() };
  } catch (error) {
    // The library counts aliases, so that a few lines cannot grow without end.
    if (error instanceof ReferenceError)
      return { offset: 0, message: 'anchors repeat one another too often', mend: 'write the repeated parts out' };
    throw error;
  }
};

/** Anchors and merge keys are fine; a key that stands twice is not. */
export function readYaml(file: string, text: string): YamlFile | { readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  const problemAt = (offset: number, path: string, message: string, mend: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path, message, mend };
  };
  const broken = telling([...document.errors, ...document.warnings]).map((error) =>
    problemAt(error.pos[0], '', keyMessage(error), mends[error.code] ?? usualMend),
  );
  if (broken.length > 0) return { problems: broken };
  const content = contentOf(document);
  if ('mend' in content) return { problems: [problemAt(content.offset, '', content.message, content.mend)] };
  return {
    value: content.value,
    locate: ({ path, atKey, message, mend }) =>
      problemAt(offsetAt(document, path, atKey ?? false), pathText(path), message, mend),
  };
}
