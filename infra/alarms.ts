import { CfnCondition, CfnOutput, CfnParameter, Duration, Fn } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/** A night, and two hours for it to be late in. */
const hoursBetweenNights = 26;

interface AlarmProps {
  readonly metric: IMetric;
  readonly means: string;
}

/** One topic that says what the public loses. */
export class Alarms extends Construct {
  private readonly topic = new Topic(this, 'Topic', { displayName: 'Quarterlight', enforceSSL: true });

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.subscribe();
    new CfnOutput(this, 'Arn', { key: 'AlarmTopic', value: this.topic.topicArn });
  }

  onErrors(fn: LambdaFunction, { name, failureMeans }: { readonly name: string; readonly failureMeans: string }) {
    const metric = fn.metricErrors({ period: Duration.minutes(5) });
    this.onAny(`${name}-errors`, { metric, means: failureMeans });
  }

  /** At least one within five minutes. */
  onAny(id: string, { metric, means }: AlarmProps) {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: means,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.notify(alarm);
  }

  onFailedNight(machine: StateMachine, means: string) {
    this.onBrokenRun('night-failed', { machine, means });
  }

  onBrokenRun(id: string, { machine, means }: { readonly machine: StateMachine; readonly means: string }) {
    const period = Duration.minutes(5);
    const metric = new MathExpression({
      expression: 'failed + timedOut + aborted',
      label: 'Broken runs',
      period,
      usingMetrics: {
        failed: machine.metricFailed({ period }),
        timedOut: machine.metricTimedOut({ period }),
        aborted: machine.metricAborted({ period }),
      },
    });
    this.onAny(id, { metric, means });
  }

  /** Hour by hour, so that a night that takes a little longer than the last one is no gap. */
  onMissedNight(machine: StateMachine, means: string) {
    const alarm = new Alarm(this, 'night-missed', {
      metric: machine.metricSucceeded({ period: Duration.hours(1) }),
      alarmDescription: means,
      threshold: 1,
      evaluationPeriods: hoursBetweenNights,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    this.notify(alarm);
  }

  private notify(alarm: Alarm) {
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  private subscribe() {
    const email = new CfnParameter(this, 'AlarmEmail', {
      default: '',
      description: 'Who is told when something breaks; nobody when empty',
    });
    email.overrideLogicalId('AlarmEmail');
    const subscription = new CfnSubscription(this, 'Email', {
      topicArn: this.topic.topicArn,
      protocol: 'email',
      endpoint: email.valueAsString,
    });
    subscription.cfnOptions.condition = new CfnCondition(this, 'HasEmail', {
      expression: Fn.conditionNot(Fn.conditionEquals(email.valueAsString, '')),
    });
  }
}
