import * as z from 'zod';
import { name, oneOf, path } from '#event/field.ts';
import { webKinds } from '#event/vocabulary.ts';

/** `web.interaction`: one thing done on a website. It is never corrected: its revision is 0. */
export const webInteraction = z.object({
  site: name,
  kind: oneOf(webKinds),
  path: path.optional(),
  name: name.optional(),
  visitorKey: name.optional(),
});
