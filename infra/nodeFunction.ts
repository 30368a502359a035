import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Alarms } from '#infra/alarms.ts';
import type { FunctionName } from '#infra/bundle.ts';

export interface NodeFunctionProps {
  readonly name: FunctionName;
  /** What the public or a sender loses, in a sentence: it becomes the alarm's description. */
  readonly failureMeans: string;
  readonly alarms: Alarms;
  readonly bundles: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Invocations at once, kept free for it alone; what the account has left over when left out. */
  readonly atOnce?: number;
}

/** A bundled function that cannot be made without saying what its failure means. */
export class NodeFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const logGroup = logGroupOf(scope, id);
    super(scope, id, {
      role: roleOf(scope, id, logGroup),
      description: `Quarterlight ${props.name}. When it fails: ${props.failureMeans}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, props.name)),
      handler: 'index.handler',
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      reservedConcurrentExecutions: props.atOnce,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
    });
    props.alarms.onErrors(this, props);
  }

  /** Only what is listed, only on that resource: the ready-made grants allow more than we call. */
  mayCall(actions: readonly string[], resource: string) {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
  }
}

const logGroupOf = (scope: Construct, id: string) =>
  new LogGroup(scope, `${id}Log`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });

/** May write its own log and nothing else: the managed policy for functions allows every log of the account. */
function roleOf(scope: Construct, id: string, logGroup: LogGroup): Role {
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return role;
}
