import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from '#infra/alarms.ts';
import type { DataBucket } from '#infra/dataBucket.ts';
import type { EventLog } from '#infra/eventLog.ts';
import { NodeFunction } from '#infra/nodeFunction.ts';
import type { Secrets } from '#infra/secrets.ts';

export interface CollectorProps {
  readonly alarms: Alarms;
  /** Requests at once; AWS itself answers more with 429. */
  readonly atOnce?: number;
  readonly bundles: string;
  readonly data: DataBucket;
  readonly eventLog: EventLog;
  readonly secrets: Secrets;
}

const failureMeans = 'Senders are refused: their events wait with them, and are lost if they do not send again.';

/** The ingest address. Public, because senders sign; a gateway would cost more than everything behind it. */
export class Collector extends Construct {
  constructor(scope: Construct, id: string, { alarms, atOnce, bundles, data, eventLog, secrets }: CollectorProps) {
    super(scope, id);
    const collect = new NodeFunction(this, 'Collect', {
      name: 'collect',
      failureMeans,
      alarms,
      bundles,
      memoryMegabytes: 1024,
      timeoutSeconds: 30,
      atOnce,
    });
    eventLog.grantAppend(collect);
    data.grantReadConfiguration(collect);
    data.grantQuarantine(collect);
    data.grantRememberImports(collect);
    secrets.grantRead(collect);

    const { url } = collect.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    alarms.onAny('collect-refusals', { metric: serverErrors(collect), means: failureMeans });
    new CfnOutput(this, 'Url', { key: 'IngestUrl', value: url });
  }
}

/** Answers of 500 and above, which the count of errors leaves out when the handler itself gave them. */
const serverErrors = (fn: NodeFunction) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Url5xxCount',
    dimensionsMap: { FunctionName: fn.functionName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
