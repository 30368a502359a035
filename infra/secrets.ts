import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { env } from '#store/names.ts';

/** The keys of every organisation and its sources, as one JSON object; empty until an operator fills it. */
export class Secrets extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Quarterlight: hash keys, signing secrets and tokens, by organisation (docs/deploying.md)',
      secretObjectValue: {},
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(this, 'Arn', { key: 'SecretArn', value: this.secret.secretArn });
  }

  grantRead(grantee: NodeFunction) {
    grantee.mayCall(['secretsmanager:GetSecretValue'], this.secret.secretArn);
    grantee.addEnvironment(env.secret, this.secret.secretArn);
  }
}
