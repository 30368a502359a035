import type { Candidate } from '#cli/release/candidate.ts';

/** A release now; another one later, of the same figures, is an event of its own. */
export const releaseEvent = ({ sender, edition, hash }: Candidate, by: string, now: Date) => ({
  specversion: '1.0',
  type: 'edition.released',
  source: sender,
  id: `release-${edition.scorecard.id}-${edition.period.id}-${hash.slice(0, 12)}-${now.getTime()}`.slice(-200),
  time: now.toISOString(),
  data: {
    scorecard: edition.scorecard.id,
    period: edition.period.id,
    editionHash: hash,
    releasedBy: by,
  },
});
