import { vendorKeyName } from '#cli/source/vendorKey.ts';
import type { SourceKeys } from '#local/vendorKeys.ts';
import type { AdapterName, Source } from '#scorecard/sourceSchema.ts';

/** What somebody needs to point a tool here. */
export interface Pasting {
  /** `https://…/hooks/telephony`. */
  readonly hook: string;
  readonly source: Pick<Source, 'trust'>;
  readonly keys: SourceKeys;
  /** `northmoor.telephony`. */
  readonly name: string;
}

const tokenOf = ({ keys: { tokens = [] } }: Pasting): string => tokens.at(-1) ?? '';
const signingOf = ({ keys: { signing = [] } }: Pasting): string => signing.at(-1) ?? '';

const bearer = (pasting: Pasting): string => `header Authorization: Bearer ${tokenOf(pasting)}`;

/** What goes where, in order. */
const steps: Readonly<Record<AdapterName, (pasting: Pasting) => readonly string[]>> = {
  cloudevents: (pasting) => [
    `Post CloudEvents to ${pasting.hook}`,
    `Sign them with Standard Webhooks by the secret ${signingOf(pasting)}`,
    `or, where the tool cannot sign, send the ${bearer(pasting)}`,
  ],
  csv: (pasting) => [
    `Import a file with: quarterlight import FILE.csv --source ${pasting.name}`,
    `or post it as text/csv to ${pasting.hook}`,
    `with the ${bearer(pasting)}`,
  ],
  firehose: (pasting) => [
    'In the Firehose stream choose the destination HTTP endpoint',
    `HTTP endpoint URL: ${pasting.hook}`,
    `Access key: ${tokenOf(pasting)}`,
    'Content encoding: GZIP; buffer 1 MiB',
  ],
  matomo: (pasting) => [
    `In the tracking code: _paq.push(['setTrackerUrl', '${pasting.hook}/matomo.php']);`,
    `For logs and backdated visits: import_logs.py --url=${pasting.hook} --token-auth=${tokenOf(pasting)}`,
    'Never put the token into a page',
  ],
  plausible: (pasting) => [
    `In the tracker's script: data-api="${pasting.hook}/api/event" (endpoint, in the npm package)`,
  ],
  umami: (pasting) => [`In the tracker's script: data-host-url="${pasting.hook}" (hostUrl, in @umami/node)`],
  asterisk: (pasting) => [
    `Let syslog-ng or rsyslog post the lines of queue_log and the CDR file to ${pasting.hook}`,
    `with the header X-Api-Key: ${tokenOf(pasting)}`,
  ],
  freeswitch: (pasting) => [
    `In json_cdr.conf.xml: <param name="url" value="${pasting.hook}"/>`,
    `<param name="cred" value="quarterlight:${tokenOf(pasting)}"/>`,
    '<param name="auth-scheme" value="basic"/>',
  ],
  twilio: (pasting) => [
    `Status callback, TaskRouter event callback and Event Streams webhook: ${pasting.hook}`,
    `Twilio signs with its auth token, which is kept here as ${signingOf(pasting)}`,
  ],
  meta: (pasting) => [
    `In the app's Webhooks: Callback URL ${pasting.hook}`,
    `Verify token: ${tokenOf(pasting)}`,
    `Meta signs with the app secret, which is kept here as ${signingOf(pasting)}`,
  ],
};

const masked = (key: string): string => `${key.slice(0, 4)}…`;

/** A vendor's own key was typed in by somebody who has it: it is not shown again. */
export const stepsFor = (adapter: AdapterName, pasting: Pasting): readonly string[] => {
  const { signing = [], ...keys } = pasting.keys;
  const shown = vendorKeyName(adapter) === undefined ? signing : signing.map(masked);
  return steps[adapter]({ ...pasting, keys: { ...keys, signing: shown } });
};
