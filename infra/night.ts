import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  JsonPath,
  Map as MapState,
  Pass,
  Result,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { NodeFunction } from '#infra/nodeFunction.ts';

export interface NightFunctions {
  readonly plan: NodeFunction;
  readonly rollup: NodeFunction;
  readonly assess: NodeFunction;
  readonly publish: NodeFunction;
}

/** Chunks at a time: each reads one day after the other, so that the table is never hurried. */
const rollupsAtOnce = 10;
const verificationsAtOnce = 2;
const assessmentsAtOnce = 5;

/**
 * Begin → Plan → (Roll up → Plan)… → Verify → Assess → Publish → End. A day that cannot be counted stops the night, since
 * a figure without it would be wrong; a day that cannot be verified, or a scorecard that cannot be published, does not
 * keep the others from the public.
 */
export function nightOf(scope: Construct, { plan, rollup, assess, publish }: NightFunctions): IChainable {
  const planning = task(scope, 'Plan', plan);
  const rollingUp = new MapState(scope, 'Roll up', {
    itemsPath: '$.chunks',
    maxConcurrency: rollupsAtOnce,
    resultPath: JsonPath.DISCARD,
  });
  rollingUp.itemProcessor(task(scope, 'Roll up a chunk', rollup));

  const closing = assessing(scope, assess).next(publishing(scope, publish)).next(ending(scope));
  const verification = new Choice(scope, 'Anything to verify?')
    .when(Condition.isPresent('$.checks[0]'), verifying(scope, rollup).next(closing))
    .otherwise(closing);
  const loop = new Choice(scope, 'Any day left?')
    .when(Condition.booleanEquals('$.done', false), rollingUp.next(planning))
    .otherwise(verification);
  return begin(scope).next(planning).next(loop);
}

/** A night knows when it began: what is marked later waits for the next one. */
const begin = (scope: Construct) =>
  new Pass(scope, 'Begin', {
    parameters: {
      night: JsonPath.objectAt('$$.Execution.Input'),
      startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
    },
  });

/** Before the figures are worked out, so that what is said of the days is in the log when they are published. */
function verifying(scope: Construct, rollup: IFunction): MapState {
  const notVerified = new Pass(scope, 'Not verified');
  const map = new MapState(scope, 'Verify', {
    itemsPath: '$.checks',
    maxConcurrency: verificationsAtOnce,
    resultPath: JsonPath.DISCARD,
  });
  return map.itemProcessor(task(scope, 'Verify a chunk', rollup).addCatch(notVerified));
}

function assessing(scope: Construct, assess: IFunction) {
  const notAssessed = new Pass(scope, 'Not assessed', { result: Result.fromObject({ failed: true }) });
  const map = new MapState(scope, 'Assess', { itemsPath: '$.scorecards', maxConcurrency: assessmentsAtOnce });
  return map.itemProcessor(task(scope, 'Assess a scorecard', assess).addCatch(notAssessed));
}

/** One after the other: all of them write the list of organisations and the shared assets. */
function publishing(scope: Construct, publish: IFunction) {
  const outcome = (id: string, result: 'published' | 'failed') =>
    new Pass(scope, id, { result: Result.fromString(result) });
  const step = task(scope, 'Publish a scorecard', publish)
    .addCatch(outcome('Not published', 'failed'))
    .next(outcome('Published', 'published'));
  const assessed = new Choice(scope, 'Assessed?')
    .when(Condition.isPresent('$.failed'), outcome('Leave the old pages', 'failed'))
    .otherwise(step);
  return new MapState(scope, 'Publish', { maxConcurrency: 1 }).itemProcessor(assessed);
}

function ending(scope: Construct): IChainable {
  const lookingBack = new Pass(scope, 'Look back', {
    parameters: { anyFailed: JsonPath.arrayContains(JsonPath.objectAt('$'), 'failed') },
  });
  const verdict = new Choice(scope, 'All published?')
    .when(
      Condition.booleanEquals('$.anyFailed', true),
      new Fail(scope, 'Some not published', { error: 'ScorecardFailed', cause: 'At least one scorecard failed' }),
    )
    .otherwise(new Succeed(scope, 'Done'));
  return lookingBack.next(verdict);
}

/** Every step can be taken again: nothing is ever incremented. */
export function task(scope: Construct, id: string, lambdaFunction: IFunction): LambdaInvoke {
  const invoke = new LambdaInvoke(scope, id, {
    lambdaFunction,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
  });
  return invoke.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    maxAttempts: 3,
    backoffRate: 4,
  }) as LambdaInvoke;
}
