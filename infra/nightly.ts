import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, type CfnParameter, Duration, TimeZone } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Alarms } from '#infra/alarms.ts';
import { type FunctionName, projectRoot } from '#infra/bundle.ts';
import type { DataBucket } from '#infra/dataBucket.ts';
import type { Editions } from '#infra/editions.ts';
import type { EventLog } from '#infra/eventLog.ts';
import { type NightFunctions, nightOf } from '#infra/night.ts';
import { NodeFunction } from '#infra/nodeFunction.ts';
import type { Partials } from '#infra/partials.ts';
import type { Website } from '#infra/website.ts';
import { driftMetric, env, manifestsPrefix } from '#store/names.ts';

export interface NightlyProps {
  readonly alarms: Alarms;
  readonly bundles: string;
  readonly data: DataBucket;
  readonly eventLog: EventLog;
  readonly partials: Partials;
  readonly editions: Editions;
  readonly website: Website;
  readonly quietSeconds: CfnParameter;
}

interface Work {
  readonly failureMeans: string;
  readonly memoryMegabytes: number;
}

const work: Record<keyof NightFunctions, Work> = {
  plan: { failureMeans: 'No night runs: the site shows the figures of the last good one.', memoryMegabytes: 512 },
  rollup: {
    failureMeans: 'A day cannot be counted: the site keeps the figures of the last good night.',
    memoryMegabytes: 1769,
  },
  assess: { failureMeans: 'A scorecard gets no new edition: its pages show old figures.', memoryMegabytes: 1769 },
  publish: {
    failureMeans: 'A scorecard is assessed but not published: its pages show old figures.',
    memoryMegabytes: 1769,
  },
};

const driftMeans =
  'Published figures rest on a day that was not counted as its events say: the next night counts it again, and the site lists what that revises.';

/** At 02:00 in London, and on request: count the dirty days, assess the scorecards, publish them. */
export class Nightly extends Construct {
  constructor(scope: Construct, id: string, props: NightlyProps) {
    super(scope, id);
    const functions = this.functionsWith(props);
    const machine = this.machineOf(functions);
    this.scheduleOf(machine);
    props.alarms.onFailedNight(machine, 'A night broke: the site keeps the figures of the last good night.');
    props.alarms.onAny('partial-drift', { metric: driftOf(functions.rollup), means: driftMeans });
    props.alarms.onMissedNight(machine, 'No night succeeded for 26 hours: the site shows old figures.');
    new CfnOutput(this, 'Arn', { key: 'NightArn', value: machine.stateMachineArn });
  }

  private functionsWith({
    data,
    eventLog,
    partials,
    editions,
    website,
    quietSeconds,
    ...props
  }: NightlyProps): NightFunctions {
    const plan = this.functionOf('plan', props);
    data.grantReadConfiguration(plan);
    eventLog.grantListDirtyDays(plan);
    partials.grantListDays(plan);

    const rollup = this.functionOf('rollup', props);
    data.grantReadConfiguration(rollup);
    eventLog.grantRollUp(rollup);
    partials.grantReplace(rollup);
    partials.grantRead(rollup);
    rollup.addEnvironment(env.quietSeconds, quietSeconds.valueAsString);

    const assess = this.functionOf('assess', props);
    data.grantReadConfiguration(assess);
    eventLog.grantReadRecords(assess);
    partials.grantRead(assess);
    editions.grantMint(assess);
    assess.addEnvironment(env.version, softwareVersion());

    const publish = this.functionOf('publish', props);
    data.grantReadConfiguration(publish);
    eventLog.grantReadRecords(publish);
    editions.grantRead(publish);
    data.grantRead(publish, manifestsPrefix);
    data.grantWrite(publish, manifestsPrefix);
    website.grantPublish(publish);
    return { plan, rollup, assess, publish };
  }

  private functionOf(name: keyof NightFunctions & FunctionName, props: Pick<NightlyProps, 'alarms' | 'bundles'>) {
    return new NodeFunction(this, capital(name), { name, timeoutSeconds: 300, ...work[name], ...props });
  }

  private machineOf(functions: NightFunctions): StateMachine {
    return new StateMachine(this, 'Night', {
      definitionBody: DefinitionBody.fromChainable(nightOf(new Construct(this, 'Steps'), functions)),
      timeout: Duration.hours(6),
    });
  }

  private scheduleOf(machine: StateMachine) {
    new Schedule(this, 'Schedule', {
      description: 'Every night at two in London, after the day has ended there in every season',
      schedule: ScheduleExpression.cron({ minute: '0', hour: '2', timeZone: TimeZone.EUROPE_LONDON }),
      target: new StepFunctionsStartExecution(machine, {}),
    });
  }
}

const driftOf = ({ functionName }: NodeFunction) =>
  new Metric({
    namespace: driftMetric.namespace,
    metricName: driftMetric.name,
    dimensionsMap: { [driftMetric.dimension]: functionName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const softwareVersion = (): string => JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
