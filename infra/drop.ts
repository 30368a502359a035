import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Choice, Condition, DefinitionBody, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Alarms } from '#infra/alarms.ts';
import type { DataBucket } from '#infra/dataBucket.ts';
import type { EventLog } from '#infra/eventLog.ts';
import { task } from '#infra/night.ts';
import { NodeFunction } from '#infra/nodeFunction.ts';
import type { Secrets } from '#infra/secrets.ts';
import { dropPrefix } from '#store/names.ts';

export interface DropProps {
  readonly alarms: Alarms;
  readonly bundles: string;
  readonly data: DataBucket;
  readonly eventLog: EventLog;
  readonly secrets: Secrets;
}

const failureMeans =
  'A file that was put under drop/ is not imported, or only in part: the site lacks its rows until it is put there again.';

/** Object under drop/ → rule → import a part → any left? → import a part … */
export class Drop extends Construct {
  constructor(scope: Construct, id: string, { alarms, bundles, data, eventLog, secrets }: DropProps) {
    super(scope, id);
    const drop = new NodeFunction(this, 'Drop', {
      name: 'drop',
      failureMeans,
      alarms,
      bundles,
      memoryMegabytes: 1769,
      timeoutSeconds: 900,
    });
    eventLog.grantAppend(drop);
    data.grantReadConfiguration(drop);
    data.grantImportDropped(drop);
    secrets.grantRead(drop);

    const machine = this.machineOf(drop);
    const undelivered = this.ruleFor(machine, data);
    alarms.onBrokenRun('drop-failed', { machine, means: failureMeans });
    const metric = undelivered.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) });
    alarms.onAny('drop-undelivered', { metric, means: failureMeans });
  }

  /** A function has fifteen minutes, a file may need more: it is called again with what it gave. */
  private machineOf(drop: NodeFunction): StateMachine {
    const importing = task(this, 'Import a part', drop);
    const loop = new Choice(this, 'Any row left?')
      .when(Condition.booleanEquals('$.done', false), importing)
      .otherwise(new Succeed(this, 'Imported'));
    return new StateMachine(this, 'Import', {
      definitionBody: DefinitionBody.fromChainable(importing.next(loop)),
      timeout: Duration.hours(12),
    });
  }

  /** What cannot even be begun waits in a queue, where it raises an alarm. */
  private ruleFor(machine: StateMachine, data: DataBucket): Queue {
    const undelivered = new Queue(this, 'Undelivered', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    new Rule(this, 'Rule', {
      description: 'Imports what is put under drop/',
      eventPattern: data.createdUnder(dropPrefix, '*.csv'),
      targets: [
        new SfnStateMachine(machine, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    return undelivered;
  }
}
