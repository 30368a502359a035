import { nearestFew } from '#metric/nearest.ts';
import type { Scorecard } from '#scorecard/schema.ts';

/** What an event of the record stream says, as far as it names parts of a scorecard. */
export interface NamingRecord {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Unnamed {
  readonly reason: string;
  /** RFC 6901, into the event. */
  readonly pointer: string;
}

export type Recordable = Pick<Scorecard, 'id' | 'groups' | 'budgets'>;

const partsOf: Readonly<Record<string, readonly Part[]>> = {
  'measure.recorded': ['measure'],
  'commentary.recorded': ['measure', 'milestone', 'group'],
  'milestone.updated': ['milestone'],
  'edition.released': [],
};

type Part = 'measure' | 'milestone' | 'group';

/** By what records are kept under: a budget's amounts go by its own id, as a measure's do. */
export const recordableIds = ({ groups, budgets = [] }: Recordable, part: Part): readonly string[] => {
  if (part === 'group') return groups.map(({ id }) => id);
  if (part === 'milestone') return groups.flatMap(({ milestones }) => milestones.map(({ id }) => id));
  return [...groups.flatMap(({ measures }) => measures.map(({ id }) => id)), ...budgets.map(({ id }) => id)];
};

/**
 * The names in a record that no scorecard has, with those most like them. It is stored all the same, since a scorecard may
 * be pushed after its figures; `shown` writes what was sent, for where not everything may be repeated.
 */
export const unnamedIn = (
  { type, data }: NamingRecord,
  scorecards: readonly Recordable[],
  shown: (sent: string) => string = inQuotes,
): readonly Unnamed[] => {
  const parts = partsOf[type];
  if (!parts) return [];
  const named = scorecards.find(({ id }) => id === data['scorecard']);
  const missing = (part: string, whose: string, ids: readonly string[]): Unnamed => {
    const sent = String(data[part]);
    const others = nearestFew(sent, ids, 3);
    const meant = others.length === 0 ? '' : `: is it ${others.join(' or ')}?`;
    const until = `it is stored, and counts nowhere until there is one of this name`;
    return { reason: `${whose} no ${part} ${shown(sent)}${meant} (${until})`, pointer: `/data/${part}` };
  };
  if (!named) {
    const ids = scorecards.map(({ id }) => id);
    return [missing('scorecard', 'there is', ids)];
  }
  return parts
    .filter((part) => data[part] !== undefined && !recordableIds(named, part).includes(String(data[part])))
    .map((part) => missing(part, `${named.id} has`, recordableIds(named, part)));
};

const inQuotes = (sent: string): string => `"${sent.slice(0, 60)}"`;
