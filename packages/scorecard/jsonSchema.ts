import * as z from 'zod';
import { dashboard } from '#scorecard/dashboardSchema.ts';
import { definition } from '#scorecard/definitionSchema.ts';
import { measure, organisation, scorecard } from '#scorecard/schema.ts';
import { sources } from '#scorecard/sourceSchema.ts';

const files = { scorecard, organisation, sources, dashboard } as const;

/** For editors, which complete and check a file as it is written: what an officer may leave out is not required. */
export const jsonSchemaOf = (file: keyof typeof files): object =>
  z.toJSONSchema(files[file], { io: 'input', target: 'draft-07' });

/** For programs and editors of other councils: what stands in it often is written once, and the measure by its name. */
export const definitionJsonSchema = (): object => {
  const named = z.registry<{ id?: string; description?: string }>();
  const metadata = Object.assign(Object.create(named), {
    get: (schema: z.ZodType) => ({ ...z.globalRegistry.get(schema), ...(schema === measure && { id: 'measure' }) }),
  });
  return z.toJSONSchema(definition, { io: 'input', reused: 'ref', target: 'draft-2020-12', metadata });
};
