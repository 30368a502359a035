import { CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from '#infra/alarms.ts';
import { Collector } from '#infra/collector.ts';
import { DataBucket } from '#infra/dataBucket.ts';
import { Drop } from '#infra/drop.ts';
import { Editions } from '#infra/editions.ts';
import { EventLog } from '#infra/eventLog.ts';
import { Nightly } from '#infra/nightly.ts';
import { Partials } from '#infra/partials.ts';
import { Secrets } from '#infra/secrets.ts';
import { Website } from '#infra/website.ts';

export interface QuarterlightProps extends StackProps {
  /** A folder with one folder a function, each holding `index.mjs`. */
  readonly bundles: string;
  /** The public site's own name. Needs a certificate for it in us-east-1. */
  readonly domainName?: string;
  readonly certificateArn?: string;
  /** Requests that collect may work on at once; as many as the account allows when left out. */
  readonly collectAtOnce?: number;
}

/** POST /events → Collector → EventLog → Nightly → Website; and drop/… → Drop → EventLog. */
export class QuarterlightStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { bundles, domainName, certificateArn, collectAtOnce, ...props }: QuarterlightProps,
  ) {
    super(scope, id, { description: 'Quarterlight: what happens at the front doors, published every night', ...props });
    const quietSeconds = new CfnParameter(this, 'QuietSeconds', {
      type: 'Number',
      default: 300,
      minValue: 0,
      description: 'How long a day must have rested before its mark may go: the index of the event log lags behind it',
    });

    const alarms = new Alarms(this, 'Alarms');
    const data = new DataBucket(this, 'Data');
    const secrets = new Secrets(this, 'Secrets');
    const eventLog = new EventLog(this, 'EventLog');
    const partials = new Partials(this, 'Partials', { data });
    const editions = new Editions(this, 'Editions', { data });
    const website = new Website(this, 'Website', { domainName, certificateArn });

    new Collector(this, 'Collector', { alarms, atOnce: collectAtOnce, bundles, data, eventLog, secrets });
    new Drop(this, 'Drop', { alarms, bundles, data, eventLog, secrets });
    new Nightly(this, 'Nightly', { alarms, bundles, data, eventLog, partials, editions, website, quietSeconds });
  }
}
