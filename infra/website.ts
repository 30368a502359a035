import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { projectRoot } from '#infra/bundle.ts';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { env } from '#store/names.ts';

export interface WebsiteProps {
  readonly domainName?: string;
  readonly certificateArn?: string;
}

/** Pages need nothing from elsewhere, so nothing from elsewhere is allowed. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Nor may a page use what it has no use for. */
const permissionsPolicy = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The public site: a private bucket, and CloudFront in front of it. */
export class Website extends Construct {
  private readonly bucket: Bucket;
  private readonly domainName?: string;

  constructor(scope: Construct, id: string, props: WebsiteProps) {
    super(scope, id);
    this.domainName = props.domainName;
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35) }],
    });
    const distribution = this.distributionOf(props);
    new CfnOutput(this, 'Url', { key: 'SiteUrl', value: `https://${props.domainName ?? distribution.domainName}/` });
    new CfnOutput(this, 'Name', { key: 'SiteBucket', value: this.bucket.bucketName });
  }

  /** Puts pages and reads them back; may list, so that S3 says "not there" and not "forbidden". */
  grantPublish(grantee: NodeFunction) {
    grantee.mayCall(['s3:GetObject', 's3:PutObject'], this.bucket.arnForObjects('*'));
    grantee.mayCall(['s3:ListBucket'], this.bucket.bucketArn);
    grantee.addEnvironment(env.siteBucket, this.bucket.bucketName);
    if (this.domainName) grantee.addEnvironment(env.siteOrigin, `https://${this.domainName}`);
  }

  private distributionOf({ domainName, certificateArn }: WebsiteProps): Distribution {
    return new Distribution(this, 'Distribution', {
      comment: 'Quarterlight',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.headersPolicy(),
        functionAssociations: [{ function: this.addresses(), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      // A private bucket answers 403 for what it does not hold, since CloudFront may not list it.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: '/404.html',
        ttl: Duration.minutes(1),
      })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...this.ownName({ domainName, certificateArn }),
    });
  }

  private ownName({ domainName, certificateArn }: WebsiteProps) {
    if (!domainName || !certificateArn) return {};
    return {
      domainNames: [domainName],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private addresses(): EdgeFunction {
    return new EdgeFunction(this, 'Addresses', {
      comment: 'Adds index.html, and the slash where it was left out',
      code: FunctionCode.fromFile({ filePath: join(projectRoot, 'infra', 'addresses.cloudfront.js') }),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private headersPolicy(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Quarterlight: nothing from elsewhere',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: permissionsPolicy, override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        ],
      },
    });
  }
}
