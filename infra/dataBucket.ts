import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { batchesPrefix, configPrefix, dropPrefix, env, quarantinePrefix } from '#store/names.ts';

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
        { prefix: dropPrefix, expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
        { prefix: quarantinePrefix, expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.tellOfObjects();
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

  /** The dropped file in the version that was put; what is written beside it; what its import stores. It goes in the end. */
  grantImportDropped(grantee: NodeFunction) {
    grantee.mayCall(
      ['s3:GetObject', 's3:GetObjectVersion', 's3:DeleteObject'],
      this.bucket.arnForObjects(`${dropPrefix}*`),
    );
    this.grantWrite(grantee, dropPrefix);
    this.grantRememberImports(grantee);
  }

  /** Events of objects that are put under a prefix, with a name like that. */
  createdUnder(prefix: string, name: string): EventPattern {
    return {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ wildcard: `${prefix}${name}` }] } },
    };
  }

  /** By its own property: the usual way makes a custom resource. */
  private tellOfObjects() {
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
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
