import { describe, expect, test } from '@jest/globals';
import { Match } from 'aws-cdk-lib/assertions';
import { functionNames } from '#infra/bundle.ts';
import { synthesized } from '#test/infra/synthesized.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
}

const template = synthesized();
const found = (type: string) => Object.entries(template.findResources(type));
const properties = (type: string) => found(type).map(([, resource]) => resource['Properties']);
const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);
const statements = (): Statement[] =>
  properties('AWS::IAM::Policy').flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

/** The role of a function, by a word of its logical id. */
const statementsOf = (name: string): Statement[] => {
  const role = new RegExp(`${name}Role`, 'i');
  return properties('AWS::IAM::Policy')
    .filter(({ Roles }) => role.test(Roles[0].Ref))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
};
const actionsOf = (name: string) => [...new Set(statementsOf(name).flatMap(({ Action }) => list(Action)))].sort();

describe('permissions', () => {
  test('no policy allows every action of a service, or any action on everything', () => {
    for (const { Action, Resource } of statements()) {
      expect(list(Action)).not.toContainEqual(expect.stringContaining('*'));
      expect(list(Resource)).not.toContain('*');
    }
  });

  test('no function has a ready-made policy', () => {
    const lambdaRoles = found('AWS::IAM::Role').filter(([id]) => /^(Collector|Drop|Nightly)/.test(id));
    // Beside those of the functions: two state machines, and the rule that starts one of them.
    expect(lambdaRoles.length).toBe(functionNames.length + 3);
    for (const [, role] of lambdaRoles) expect(role['Properties'].ManagedPolicyArns).toBeUndefined();
  });

  const own = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  test.each([
    {
      name: 'collect',
      may: [
        'dynamodb:BatchWriteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject',
        'secretsmanager:GetSecretValue',
      ],
    },
    {
      name: 'dropDrop',
      may: [
        'dynamodb:BatchWriteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:PutObject',
        'secretsmanager:GetSecretValue',
      ],
    },
    { name: 'plan', may: ['dynamodb:Query', 's3:GetObject', 's3:ListBucket'] },
    {
      name: 'rollup',
      may: [
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject',
      ],
    },
    {
      name: 'assess',
      may: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
    },
    { name: 'publish', may: ['dynamodb:GetItem', 'dynamodb:Query', 's3:GetObject', 's3:ListBucket', 's3:PutObject'] },
  ])('$name may call just what it calls', ({ name, may }) => {
    expect(actionsOf(name)).toEqual([...may, ...own].sort());
  });

  test('publish reads the event log for releases, and does nothing else with it', () => {
    const onEvents = statementsOf('Publish').filter(({ Resource }) => /EventLogTable/.test(JSON.stringify(Resource)));
    expect(onEvents.flatMap(({ Action }) => list(Action))).toEqual(['dynamodb:Query']);
    expect(JSON.stringify(onEvents)).not.toContain('/index/');
  });

  test('only what takes events in may read the secrets and change an event', () => {
    const others = functionNames.filter((name) => name !== 'collect' && name !== 'drop').flatMap(actionsOf);
    expect(others).not.toContain('secretsmanager:GetSecretValue');
    expect(others).not.toContain('dynamodb:UpdateItem');
  });

  test('nothing may delete an edition or a published file', () => {
    const deleting = statements().filter(({ Action }) => list(Action).some((action) => /Delete/.test(action)));
    const resources = deleting.map(({ Resource }) => JSON.stringify(Resource));
    expect(resources).toHaveLength(2);
    for (const resource of resources) expect(resource).toMatch(/EventLogTable|DataBucket.*\/drop\/\*/);
  });
});

describe('what is public', () => {
  test('only the function behind the ingest address may be called by anyone', () => {
    const open = properties('AWS::Lambda::Permission').filter(({ Principal }) => Principal === '*');
    for (const permission of open) {
      expect(permission.FunctionName['Fn::GetAtt'][0]).toMatch(/^CollectorCollect/);
      expect(permission.FunctionUrlAuthType ?? permission.InvokedViaFunctionUrl).toBeTruthy();
    }
    template.resourceCountIs('AWS::Lambda::Url', 1);
  });

  test('buckets are closed to the public, and refuse what is not encrypted on the way', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    for (const { PolicyDocument } of properties('AWS::S3::BucketPolicy')) {
      const [deny, ...allowed] = PolicyDocument.Statement as Statement[];
      expect(deny).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
      for (const { Principal } of allowed) expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    }
  });

  test('pages may load nothing from elsewhere, and are always fetched encrypted', () => {
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy:
              "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
              "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000 },
        },
      },
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' } },
    });
  });
});

describe('what holds data', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'].flatMap(found);

  test.each(kept)('%s outlives the stack', (_, resource) => {
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('tables can be restored to any second, are on demand and are hard to delete', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', 3);
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
    });
  });

  test('events can be listed by day, and expire when told to', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'day',
          KeySchema: [
            { AttributeName: 'dayPk', KeyType: 'HASH' },
            { AttributeName: 'daySk', KeyType: 'RANGE' },
          ],
        },
      ],
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
  });

  test('every version of the configuration is kept', () => {
    template.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } });
  });
});

describe('alarms', () => {
  const alarms = properties('AWS::CloudWatch::Alarm');

  test.each(found('AWS::Lambda::Function').map(([id]) => id))('%s has one, which says what is lost', (id) => {
    const own = alarms.filter(
      ({ MetricName, Dimensions }) => MetricName === 'Errors' && Dimensions[0].Value.Ref === id,
    );
    expect(own).toHaveLength(1);
    expect(own[0].AlarmDescription).toMatch(/site|pages|Senders|night/);
  });

  test('a night that broke, one that did not run, and a refused sender are noticed', () => {
    const descriptions = alarms.map(({ AlarmDescription }) => AlarmDescription).join('\n');
    expect(descriptions).toMatch(/A night broke/);
    expect(descriptions).toMatch(/No night succeeded for 26 hours/);
    expect(alarms.map(({ MetricName }) => MetricName)).toContain('Url5xxCount');
  });

  test('a day that was not counted as its events say is noticed, by the function that verifies', () => {
    const [id] = found('AWS::Lambda::Function').find(([each]) => /^NightlyRollup/.test(each)) ?? [];
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Quarterlight',
      MetricName: 'PartialDrift',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: id } }],
      Statistic: 'Sum',
      Threshold: 1,
      TreatMissingData: 'notBreaching',
      AlarmDescription: Match.stringLikeRegexp('the next night counts it again'),
    });
  });

  test('a dropped file that cannot be begun, or broke, is noticed', () => {
    const lost = alarms.filter(({ AlarmDescription }) => /under drop\//.test(AlarmDescription));
    expect(lost.map(({ MetricName = 'several' }) => MetricName).sort()).toEqual([
      'ApproximateNumberOfMessagesVisible',
      'Errors',
      'several',
    ]);
  });

  test('a missing night counts as none, for longer than a day', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ExecutionsSucceeded',
      TreatMissingData: 'breaching',
      Period: 3600,
      EvaluationPeriods: 26,
    });
  });

  test('all of them tell the topic, and CloudWatch may', () => {
    for (const { AlarmActions } of alarms)
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
    const [{ PolicyDocument }] = properties('AWS::SNS::TopicPolicy');
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    );
  });
});

describe('a dropped file', () => {
  test('is told by the bucket itself, without a custom resource', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    const types = Object.values(template.toJSON()['Resources']).map((resource) => (resource as { Type: string }).Type);
    expect(types.filter((type) => type.startsWith('Custom::'))).toEqual([]);
  });

  test('is tried for a day, and then waits in a queue', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'detail-type': ['Object Created'], detail: { object: { key: [{ wildcard: 'drop/*.csv' }] } } },
      Targets: [
        {
          Arn: { Ref: Match.stringLikeRegexp('^DropImport') },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DropUndelivered'), 'Arn'] } },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        },
      ],
    });
  });
});

describe('functions', () => {
  test('run on the newest Node, on arm64, and keep their logs for three months', () => {
    template.resourceCountIs('AWS::Lambda::Function', functionNames.length);
    template.allResourcesProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  test('collect alone may be given a number of requests at once, and has none by itself', () => {
    const reserved = (one: ReturnType<typeof synthesized>) =>
      Object.values(one.findResources('AWS::Lambda::Function')).flatMap(
        ({ Properties }) => Properties.ReservedConcurrentExecutions ?? [],
      );
    expect(reserved(template)).toEqual([]);
    expect(reserved(synthesized(undefined, undefined, { collectAtOnce: 20 }))).toEqual([20]);
  });

  test('no variable holds a secret', () => {
    const names = properties('AWS::Lambda::Function').flatMap(({ Environment }) => Object.keys(Environment.Variables));
    expect([...new Set(names)].sort()).toEqual([
      'DATA_BUCKET',
      'EDITIONS_TABLE',
      'EVENTS_TABLE',
      'PARTIALS_TABLE',
      'QUARTERLIGHT_VERSION',
      'QUIET_SECONDS',
      'SECRET_ID',
      'SITE_BUCKET',
    ]);
  });
});

test('the night is started at two in London', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 2 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/London',
    State: 'ENABLED',
  });
});
