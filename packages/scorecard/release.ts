import type { Fact } from '#event/types.ts';
import { oldestFirst } from '#scorecard/records.ts';
import type { Scorecard } from '#scorecard/schema.ts';

/** Where an edition stands and what its figures are. */
export interface Hashed {
  readonly period: string;
  readonly edition: number;
  /** London day. */
  readonly asOf: string;
  /** 64 hexadecimal digits. */
  readonly figuresHash: string;
}

/** An `edition.released` record: the figures of a period that a role signed off. */
export interface Release {
  readonly period: string;
  readonly editionHash: string;
  readonly releasedBy: string;
  /** Why it was taken back. */
  readonly reason?: string;
  /** ISO 8601 UTC, and its London day. */
  readonly at: string;
  readonly on: string;
  readonly withdrawn: boolean;
}

export const isOnSignOff = ({ release }: Pick<Scorecard, 'release'>): boolean => release === 'on-sign-off';

/** Oldest first, withdrawn ones too. */
export const releasesIn = (records: readonly Fact[]): readonly Release[] =>
  records
    .filter(({ type }) => type === 'edition.released')
    .toSorted(oldestFirst)
    .map(({ data, time, day, withdrawn }) => ({
      ...(data as Pick<Release, 'period' | 'editionHash' | 'releasedBy' | 'reason'>),
      at: time,
      on: day,
      withdrawn,
    }));

/** The whole hash, or its beginning; fewer digits than twelve name nothing. */
const fewestDigits = 12;

export const isHashOf = (text: string, figuresHash: string): boolean =>
  text.length >= fewestDigits && figuresHash.startsWith(text.toLowerCase());

/**
 * The edition that a release names. Where several say the same: the highest that there was on the day of the release;
 * none of them being so old, the lowest.
 */
export const releasedBy = <Head extends Hashed>(release: Release, heads: readonly Head[]): Head | undefined => {
  const same = heads
    .filter((head) => head.period === release.period && isHashOf(release.editionHash, head.figuresHash))
    .toSorted((a, b) => a.edition - b.edition);
  return same.findLast(({ asOf }) => asOf <= release.on) ?? same[0];
};

/** Editions that releases name, in the order of the releases: the last of a period is the one that the site shows. */
export const releasedOf = <Head extends Hashed>(records: readonly Fact[], heads: readonly Head[]): readonly Head[] =>
  releasesIn(records)
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((release) => releasedBy(release, heads) ?? []);

/**
 * What readers saw, in the order of the releases. One that was taken back counts only where nothing that stands came
 * before it: otherwise they were shown again what was there before.
 */
export const seenOf = <Head extends Hashed>(records: readonly Fact[], heads: readonly Head[]): readonly Head[] => {
  const seen = releasesIn(records).flatMap((release) => {
    const head = releasedBy(release, heads);
    return head ? [{ head, isStanding: !release.withdrawn }] : [];
  });
  const first = seen.findIndex(({ isStanding }) => isStanding);
  return seen.filter(({ isStanding }, i) => isStanding || first === -1 || i < first).map(({ head }) => head);
};

/** Editions whose every release was withdrawn. */
export const withdrawnOf = <Head extends Hashed>(records: readonly Fact[], heads: readonly Head[]): readonly Head[] => {
  const standing = new Set(releasedOf(records, heads).map(({ figuresHash, period }) => `${period} ${figuresHash}`));
  const gone = releasesIn(records)
    .filter(({ withdrawn }) => withdrawn)
    .flatMap((release) =>
      heads.filter((head) => head.period === release.period && isHashOf(release.editionHash, head.figuresHash)),
    );
  return [...new Set(gone)].filter(({ figuresHash, period }) => !standing.has(`${period} ${figuresHash}`));
};

/** Of an edition that was taken back the release that tells of it: the last that named it. */
export const takenBack = (records: readonly Fact[], head: Hashed): Release | undefined =>
  releasesIn(records).findLast(
    ({ withdrawn, period, editionHash }) =>
      withdrawn && period === head.period && isHashOf(editionHash, head.figuresHash),
  );

/** Of each period the edition that the site shows: by the night the highest, on sign-off the last released. */
export const shownOf = <Head extends Hashed>(
  scorecard: Pick<Scorecard, 'release'>,
  heads: readonly Head[],
  records: readonly Fact[],
): readonly Head[] => {
  const inOrder = isOnSignOff(scorecard) ? releasedOf(records, heads) : heads.toSorted((a, b) => a.edition - b.edition);
  const last = new Map(inOrder.map((head) => [head.period, head]));
  return [...last.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
};
