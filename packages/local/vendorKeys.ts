import { randomBytes } from 'node:crypto';
import type { AdapterName } from '#scorecard/sourceSchema.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

export type SourceKeys = OrganisationSecrets['sources'][string];

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const webhookKey = () => `whsec_${randomBytes(24).toString('base64')}`;
const token = () => ({ signing: [], tokens: [hex(24)] });

/** Random keys in the form that each vendor's own have. */
const makers: Readonly<Record<AdapterName, () => SourceKeys>> = {
  cloudevents: () => ({ signing: [webhookKey()], tokens: [hex(24)] }),
  csv: () => ({ signing: [webhookKey()], tokens: [hex(24)] }),
  /** An access key. */
  firehose: token,
  /** A token_auth, which has 32 hex digits. */
  matomo: () => ({ signing: [], tokens: [hex(16)] }),
  plausible: token,
  umami: token,
  asterisk: token,
  /** A password. */
  freeswitch: token,
  /** An auth token. */
  twilio: () => ({ signing: [hex(16)], tokens: [] }),
  /** An app secret, and a verify token of one's own choice. */
  meta: () => ({ signing: [hex(16)], tokens: [hex(16)] }),
};

/** For a name that no adapter has, those of a plain sender: whether it is right is for the push to say. */
export const newKeys = (adapter = 'cloudevents'): SourceKeys =>
  (Object.hasOwn(makers, adapter) ? makers[adapter as AdapterName] : makers.cloudevents)();
