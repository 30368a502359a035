import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { batchesPrefix, configPrefix, env, quarantinePrefix } from '#store/names.ts';

/** What is too large for a table, and the configuration, of which every version is kept. */
export class DataBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { prefix: batchesPrefix, expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(1) },
        { prefix: quarantinePrefix, expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    new CfnOutput(this, 'Name', { key: 'DataBucket', value: this.bucket.bucketName });
  }

  /** May list as well: without that, S3 answers "forbidden" for a file that was never pushed. */
  grantReadConfiguration(grantee: NodeFunction) {
    this.grantRead(grantee, configPrefix);
    grantee.mayCall(['s3:ListBucket'], this.bucket.bucketArn);
  }

  grantQuarantine(grantee: NodeFunction) {
    this.grantWrite(grantee, quarantinePrefix);
  }

  /** What an import stores is remembered before it is stored. */
  grantRememberImports(grantee: NodeFunction) {
    this.grantWrite(grantee, batchesPrefix);
  }

  grantRead(grantee: NodeFunction, prefix: string) {
    grantee.mayCall(['s3:GetObject'], this.bucket.arnForObjects(`${prefix}*`));
    grantee.addEnvironment(env.dataBucket, this.bucket.bucketName);
  }

  grantWrite(grantee: NodeFunction, prefix: string) {
    grantee.mayCall(['s3:PutObject'], this.bucket.arnForObjects(`${prefix}*`));
    grantee.addEnvironment(env.dataBucket, this.bucket.bucketName);
  }
}
