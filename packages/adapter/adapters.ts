import type { Adapter } from '#adapter/adapter.ts';
import { asterisk } from '#adapter/asterisk.ts';
import { cloudevents } from '#adapter/cloudevents.ts';
import { csv } from '#adapter/csv.ts';
import { firehose } from '#adapter/firehose.ts';
import { freeswitch } from '#adapter/freeswitch.ts';
import { matomo } from '#adapter/matomo.ts';
import { meta } from '#adapter/meta.ts';
import { plausible } from '#adapter/plausible.ts';
import { twilio } from '#adapter/twilio.ts';
import { umami } from '#adapter/umami.ts';

/** By the name that a source gives; packages/scorecard/sourceSchema.ts lists the same. */
export const adapters: Readonly<Record<string, Adapter>> = {
  cloudevents,
  csv,
  asterisk,
  freeswitch,
  firehose,
  matomo,
  meta,
  plausible,
  twilio,
  umami,
};
