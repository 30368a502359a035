import { CellProblem } from '#adapter/csv/cell.ts';
import type { CsvField } from '#adapter/csv/config.ts';
import { nameKey } from '#adapter/csv/header.ts';
import { looksLikeEmail, looksPersonal } from '#adapter/csv/personal.ts';
import { type Mapping, mapped } from '#adapter/mapping.ts';
import type { FieldKind } from '#event/fieldKinds.ts';
import { quoted } from '#event/reason.ts';

/** Reads what stands in a cell; `cells` are the others of its row. */
export type CellReader = (text: string, cells: readonly string[]) => unknown;

/** Fields that are hashed before anything is stored, and ids: digits are what they are made of. */
const ids = new Set([
  'callId',
  'threadId',
  'messageId',
  'inReplyTo',
  'visitId',
  'transactionId',
  'caseId',
  'visitorKey',
  'subjectId',
]);
const hashed = new Set(['threadId', 'messageId', 'inReplyTo', 'visitorKey', 'subjectId']);
/** Words of the sender that its source's mapping may name otherwise. */
const mappable = ['queue', 'service', 'enquiryType', 'network', 'site'] as const;

const formula = 'begins with =, so it is a formula that was never worked out: paste its value';
const personal =
  'looks like a telephone number or an e-mail address, which is not kept: map another column, or name it under mapping';

const tableOf = (words: CsvField['words']): ReadonlyMap<string, string> =>
  new Map(Object.entries(words ?? {}).map(([from, to]) => [nameKey(from), to]));

export const textReader = (field: string, spec: CsvField, kind: FieldKind, mapping: Mapping): CellReader => {
  const words = tableOf(spec.words);
  const names = mappable.find((name) => field === name || field === `dimensions.${name}`);
  const isPersonal =
    hashed.has(field) || kind === 'prose' ? () => false : ids.has(field) ? looksLikeEmail : looksPersonal;
  return (text) => {
    if (text.startsWith('=')) return new CellProblem(`${quoted(text)} ${formula}`);
    const ours = words.get(nameKey(text)) ?? (names && mapped(mapping[names], text));
    if (ours !== undefined) return ours;
    const kept = spec.withoutQuery || field === 'path' ? text.replace(/[?#].*$/s, '') : text;
    if (isPersonal(kept)) return new CellProblem(`what it holds ${personal}`);
    return `${spec.prefix ?? ''}${kept}`;
  };
};

/** One of a closed set: `On track` is on-track. */
export const wordReader = ({ words: written }: CsvField, values: readonly string[]): CellReader => {
  const words = tableOf(written);
  return (text) => {
    const key = nameKey(text);
    const ours = words.get(key) ?? values.find((value) => value === key.replace(/[\s_]+/g, '-'));
    return ours ?? new CellProblem(`"${quoted(text)}" is none of ${values.join(', ')}: add it to words`);
  };
};

const answers: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  1: true,
  no: false,
  n: false,
  false: false,
  0: false,
};

export const flagReader = ({ words: written }: CsvField): CellReader => {
  const words = tableOf(written);
  return (text) => {
    const key = nameKey(text);
    return (
      answers[words.get(key) ?? key] ?? new CellProblem(`"${quoted(text)}" is neither yes nor no: add it to words`)
    );
  };
};

/** `age band: 65 and over; ward: Seacombe`. */
export const namesReader: CellReader = (text) => {
  const pairs = text.split(';').filter((pair) => pair.trim() !== '');
  const named = pairs.map((pair) =>
    /^([^:]+):(.+)$/s
      .exec(pair)
      ?.slice(1)
      .map((part) => part.trim()),
  );
  if (named.some((pair) => !pair))
    return new CellProblem(`"${quoted(text)}" must be a name, a colon and a value, such as age band: 65 and over`);
  return Object.fromEntries(named as [string, string][]);
};
