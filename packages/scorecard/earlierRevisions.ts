import { londonDay } from '#calendar/day.ts';
import type { Edition, EditionMeasure, Point, Revision } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';

/** So many of one figure: the first, which says what was published at first, and the newest. */
const mostOfOneFigure = 5;

const figureOf = ({ measure, period, of }: Revision): string => `${measure} ${period} ${of ?? 'value'}`;

const fewOf = (ofOneFigure: readonly Revision[]): readonly Revision[] =>
  ofOneFigure.length <= mostOfOneFigure
    ? ofOneFigure
    : [...ofOneFigure.slice(0, mostOfOneFigure - 1), ...ofOneFigure.slice(-1)];

/** A figure that is withheld now is not told by what it once was. */
const asMayBeKnown = (revision: Revision, point: Point): Revision => {
  const { from, to, ...rest } = revision;
  return isWithheld(point) && revision.of === undefined ? rest : revision;
};

/** Each with its day, which editions did not always say of their own. */
const knownTo = (before: Edition | undefined): readonly Revision[] => {
  if (before === undefined) return [];
  const on = londonDay(before.publishedAt);
  return [...before.revisions, ...(before.earlierRevisions ?? [])].map((revision) => ({ on, ...revision }));
};

/** Of figures that still stand in a series, what the edition before revised and what it kept; the newest first. */
export const earlierRevisions = (
  measures: readonly EditionMeasure[],
  before: Edition | undefined,
): readonly Revision[] | undefined => {
  const points = new Map(measures.flatMap(({ id, series }) => series.map((point) => [`${id} ${point.period}`, point])));
  const standing = knownTo(before).flatMap((revision) => {
    const point = points.get(`${revision.measure} ${revision.period}`);
    return point ? [asMayBeKnown(revision, point)] : [];
  });
  const kept = new Set([...Map.groupBy(standing, figureOf).values()].flatMap(fewOf));
  return kept.size === 0 ? undefined : standing.filter((revision) => kept.has(revision));
};
