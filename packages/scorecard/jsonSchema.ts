import * as z from 'zod';
import { editionSchema } from '#scorecard/editionSchema.ts';
import { organisation, scorecard, sources } from '#scorecard/schema.ts';

const files = { scorecard, organisation, sources } as const;

/** For editors, which complete and check a file as it is written: what an officer may leave out is not required. */
export const jsonSchemaOf = (file: keyof typeof files): object =>
  z.toJSONSchema(files[file], { io: 'input', target: 'draft-07' });

/** Of a published edition, at `/schema/edition-1.json`. Minor versions only add keys. */
export const editionJsonSchema = (): object => z.toJSONSchema(editionSchema, { io: 'input', target: 'draft-2020-12' });
