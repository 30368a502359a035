import { nearest } from '#metric/nearest.ts';

/** What a paper may say of one measure, of one milestone, and what it may count. */
export const measureFields = [
  'title',
  'value',
  'target',
  'variance',
  'rating',
  'reason',
  'change',
  'direction',
  'previous',
  'numerator',
  'denominator',
  'period',
] as const;
export const milestoneFields = [
  'title',
  'status',
  'rating',
  'deadline',
  'original-deadline',
  'completed',
  'delay',
] as const;
export const measureCounts = [
  'total',
  'rated',
  'green',
  'amber',
  'red',
  'no-target',
  'not-reported',
  'improved',
  'worsened',
] as const;
export const milestoneCounts = [
  'total',
  'complete',
  'on-track',
  'delayed',
  'green',
  'amber',
  'red',
  're-baselined',
] as const;
/** Since the period before. */
export const movements = ['completed', 'newly-delayed', 'newly-red', 'no-longer-red', 'newly-green'] as const;
export const plainNames = [
  'council',
  'scorecard',
  'period',
  'as-of',
  'edition',
  'most-improved',
  'most-worsened',
] as const;

/** Between double braces on one line. */
export const placeholder = /\{\{([^{}\n]*)\}\}/g;

type MeasureField = (typeof measureFields)[number];
type MilestoneField = (typeof milestoneFields)[number];
type MeasureCount = (typeof measureCounts)[number];
type MilestoneCount = (typeof milestoneCounts)[number];

/** What a name between double braces stands for. A count without a group is of the whole scorecard. */
export type Bound =
  | { readonly kind: 'plain'; readonly name: (typeof plainNames)[number] }
  | { readonly kind: 'measure'; readonly id: string; readonly field: MeasureField }
  | { readonly kind: 'milestone'; readonly id: string; readonly field: MilestoneField }
  | { readonly kind: 'measures'; readonly group?: string; readonly count: MeasureCount }
  | { readonly kind: 'milestones'; readonly group?: string; readonly count: MilestoneCount }
  | { readonly kind: 'movement'; readonly of: 'measures' | 'milestones'; readonly name: (typeof movements)[number] };

/** What names are looked up in: ids only. */
export interface Named {
  readonly groups: readonly {
    readonly id: string;
    readonly measures: readonly { readonly id: string }[];
    readonly milestones: readonly { readonly id: string }[];
  }[];
}

/** Why a name stands for nothing, and the mend. */
export interface Unbound {
  readonly message: string;
  readonly mend: string;
}

const isIn = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  (words as readonly string[]).includes(word);

const unknown = (what: string, name: string, known: readonly string[]): Unbound => ({
  message: `there is no ${what} "${name}"`,
  mend:
    known.length === 0
      ? `remove it: there is no ${what} at all`
      : `did you mean ${nearest(name, known)}? There are ${known.join(', ')}`,
});

const fewIds = 12;
const unknownId = (what: string, id: string, ids: readonly string[]): Unbound => ({
  message: `there is no ${what} "${id}" in the scorecard`,
  mend:
    ids.length === 0
      ? `remove it: the scorecard has no ${what}`
      : `did you mean ${nearest(id, ids)}?${ids.length <= fewIds ? ` There are ${ids.join(', ')}` : ''}`,
});

const starts = ['measure.', 'milestone.', 'measures.', 'milestones.', 'group.', 'movement.'] as const;

/** The name split at its first and last dot: ids hold none. */
export function boundTo(name: string, scorecard: Named): Bound | Unbound {
  const parts = name.split('.');
  const [kind = '', first = '', second = '', third = ''] = parts;
  if (parts.length === 1 && isIn(plainNames, kind)) return { kind: 'plain', name: kind };
  if (kind === 'measure' && parts.length === 3) return ofMeasure(first, second, scorecard);
  if (kind === 'milestone' && parts.length === 3) return ofMilestone(first, second, scorecard);
  if (isCounted(kind) && parts.length === 2) return counted(kind, first);
  if (kind === 'group' && parts.length === 4 && isCounted(second)) return ofGroup(first, second, third, scorecard);
  if (kind === 'movement' && parts.length === 3 && isCounted(first)) return movementOf(first, second);
  return unknown('name', name, [...plainNames, ...starts.map((start) => `${start}…`)]);
}

const isCounted = (word: string): word is 'measures' | 'milestones' => word === 'measures' || word === 'milestones';

const ofMeasure = (id: string, field: string, { groups }: Named): Bound | Unbound => {
  const ids = groups.flatMap(({ measures }) => measures.map((measure) => measure.id));
  if (!ids.includes(id)) return unknownId('measure', id, ids);
  return isIn(measureFields, field) ? { kind: 'measure', id, field } : unknown('field', field, measureFields);
};

const ofMilestone = (id: string, field: string, { groups }: Named): Bound | Unbound => {
  const ids = groups.flatMap(({ milestones }) => milestones.map((milestone) => milestone.id));
  if (!ids.includes(id)) return unknownId('milestone', id, ids);
  return isIn(milestoneFields, field) ? { kind: 'milestone', id, field } : unknown('field', field, milestoneFields);
};

const counted = (kind: 'measures' | 'milestones', count: string, group?: string): Bound | Unbound => {
  const of = group === undefined ? {} : { group };
  if (kind === 'measures')
    return isIn(measureCounts, count) ? { kind, count, ...of } : unknown('count of measures', count, measureCounts);
  return isIn(milestoneCounts, count) ? { kind, count, ...of } : unknown('count of milestones', count, milestoneCounts);
};

const ofGroup = (id: string, kind: 'measures' | 'milestones', count: string, { groups }: Named): Bound | Unbound => {
  const ids = groups.map((group) => group.id);
  return ids.includes(id) ? counted(kind, count, id) : unknownId('group', id, ids);
};

const ofMeasures: readonly string[] = ['newly-red', 'no-longer-red', 'newly-green'];

const movementOf = (of: 'measures' | 'milestones', name: string): Bound | Unbound => {
  const known = of === 'measures' ? movements.filter((each) => ofMeasures.includes(each)) : movements;
  return isIn(known, name) ? { kind: 'movement', of, name } : unknown(`movement of ${of}`, name, known);
};
