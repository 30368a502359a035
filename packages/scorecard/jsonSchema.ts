import * as z from 'zod';
import { dashboard } from '#scorecard/dashboardSchema.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';
import { sources } from '#scorecard/sourceSchema.ts';

const files = { scorecard, organisation, sources, dashboard } as const;

/** For editors, which complete and check a file as it is written: what an officer may leave out is not required. */
export const jsonSchemaOf = (file: keyof typeof files): object =>
  z.toJSONSchema(files[file], { io: 'input', target: 'draft-07' });
