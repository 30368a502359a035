import { createHash } from 'node:crypto';
import type { Commentary, Edition, EditionMeasure, EditionMilestone, Status } from '#scorecard/edition.ts';
import { passedBefore } from '#scorecard/milestone.ts';

/** `revised` only tells of the edition before. */
const settled = (status: Status): Status => (status === 'revised' ? 'confirmed' : status);

/** So does a comment that was written before a revision. */
const toldAfresh = ({ stale, ...comment }: Commentary): unknown => comment;

/** The block says nothing of the figures that their words do not; a default that a later version adds is no news. */
const measureFigures = ({ asOf, portable, ...measure }: EditionMeasure): unknown => ({
  ...measure,
  commentary: measure.commentary.map(toldAfresh),
  status: settled(measure.status),
  series: measure.series.map((point) => ({ ...point, status: settled(point.status) })),
});

/** A red milestone says by which day its deadline had passed; another day alone is no other figure. */
const milestoneFigures =
  (asOf: string) =>
  ({ rating, ...milestone }: EditionMilestone): unknown => ({
    ...milestone,
    rating: { ...rating, reason: rating.reason.replace(passedBefore(asOf), 'passed') },
  });

const figuresOf = ({
  edition,
  asOf,
  publishedAt,
  software,
  revisions,
  earlierRevisions,
  ...rest
}: Edition): unknown => ({
  ...rest,
  measures: rest.measures.map(measureFigures),
  milestones: rest.milestones.map(milestoneFigures(asOf)),
});

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * Of everything in an edition but its number, as-of date, publication time, software and revisions: two editions with
 * one hash say the same. Hex.
 */
export const figuresHashOf = (edition: Edition): string =>
  createHash('sha256')
    .update(JSON.stringify(figuresOf(edition), (_, value) => inOrder(value)))
    .digest('hex');
