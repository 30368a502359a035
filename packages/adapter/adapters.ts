import type { Adapter } from '#adapter/adapter.ts';
import { cloudevents } from '#adapter/cloudevents.ts';

/** By the name that a source gives; packages/scorecard/sourceSchema.ts lists the same. */
export const adapters: Readonly<Record<string, Adapter>> = { cloudevents };
