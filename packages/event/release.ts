import * as z from 'zod';
import { name, period, prose } from '#event/field.ts';

/** `edition.released`: an officer signs off a draft, named by the hash of its figures. */
export const editionReleased = z.object({
  scorecard: name,
  period,
  editionHash: name,
  /** A role, never a person's name. */
  releasedBy: name,
  /** Of a release that is taken back: why. Published. */
  reason: prose.optional(),
});
