import { Failure } from '#local/failure.ts';
import { type Resolve, resolver } from '#local/resolve.ts';
import type { Template } from '#local/template.ts';

export const region = 'eu-west-2';
const account = '000000000000';

interface Names {
  readonly ref: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

/** What Ref and GetAtt give, by type, for everything that runs here. */
const emulated: Readonly<Record<string, (id: string) => Names>> = {
  'AWS::DynamoDB::Table': (id) => ({ ref: id, attributes: { Arn: arn('dynamodb', `table/${id}`) } }),
  'AWS::S3::Bucket': (id) => ({
    ref: id.toLowerCase(),
    attributes: { Arn: `arn:aws:s3:::${id.toLowerCase()}`, RegionalDomainName: id.toLowerCase() },
  }),
  'AWS::Events::Rule': (id) => ({ ref: id, attributes: { Arn: arn('events', `rule/${id}`) } }),
  'AWS::Lambda::Function': (id) => ({ ref: id, attributes: { Arn: arn('lambda', `function:${id}`) } }),
  'AWS::Lambda::Url': (id) => ({ ref: id }),
  'AWS::StepFunctions::StateMachine': (id) => ({
    ref: arn('states', `stateMachine:${id}`),
    attributes: { Arn: arn('states', `stateMachine:${id}`) },
  }),
  'AWS::Scheduler::Schedule': (id) => ({ ref: id }),
  'AWS::SecretsManager::Secret': (id) => ({ ref: arn('secretsmanager', `secret:${id}`) }),
  'AWS::CloudFront::Distribution': (id) => ({ ref: id }),
  'AWS::CloudFront::Function': (id) => ({ ref: id, attributes: { FunctionARN: id } }),
  'AWS::CloudFront::ResponseHeadersPolicy': (id) => ({ ref: id }),
};

/** Named by what runs; logs are files here. */
const namedOnly: Readonly<Record<string, (id: string) => Names>> = {
  'AWS::SQS::Queue': (id) => ({ ref: id, attributes: { Arn: arn('sqs', id), QueueName: id } }),
  'AWS::CloudFront::OriginAccessControl': (id) => ({ ref: id, attributes: { Id: id } }),
  'AWS::IAM::Policy': (id) => ({ ref: id }),
  'AWS::IAM::Role': (id) => ({ ref: id, attributes: { Arn: arn('iam', `role/${id}`) } }),
  'AWS::Logs::LogGroup': (id) => ({ ref: id, attributes: { Arn: arn('logs', `log-group:${id}`) } }),
};

/** Neither run nor named by what runs. */
const leftOut = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::Lambda::Permission',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
]);

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackName': 'Quarterlight',
  'AWS::URLSuffix': 'amazonaws.com',
};

export interface Found<Properties> {
  readonly id: string;
  readonly ref: string;
  readonly properties: Properties;
}

/** The template's resources with their properties resolved. */
export interface Resources {
  readonly resolve: Resolve;
  of<Properties>(type: string): Found<Properties>[];
  the<Properties>(type: string): Found<Properties>;
}

/** Throws where the template holds a type that is neither run nor knowingly left out. */
export function resourcesOf(template: Template, parameters: Readonly<Record<string, string>>): Resources {
  const names = namesOf(template);
  const resolve = resolver({
    ref: (name) => names.get(name)?.ref ?? pseudoParameters[name] ?? parameterOf(template, parameters, name),
    attribute(logicalId, attribute) {
      const value = names.get(logicalId)?.attributes?.[attribute];
      if (value === undefined)
        throw new Failure(`The template needs ${logicalId}.${attribute}, unknown on this computer.`);
      return value;
    },
  });

  const of = <Properties>(type: string): Found<Properties>[] =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, { Properties }]) => ({
        id,
        ref: names.get(id)?.ref ?? id,
        properties: resolve(Properties ?? {}) as Properties,
      }));

  const the = <Properties>(type: string): Found<Properties> => {
    const [only, ...others] = of<Properties>(type);
    if (!only || others.length > 0) throw new Failure(`The template must have exactly one ${type}.`);
    return only;
  };
  return { resolve, of, the };
}

function namesOf(template: Template): Map<string, Names> {
  const names = new Map<string, Names>();
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    const name = emulated[Type] ?? namedOnly[Type];
    if (name) names.set(id, name(id));
    else if (!leftOut.has(Type))
      throw new Failure(`The template has a ${Type} (${id}), which this computer cannot run.`);
  }
  return names;
}

function parameterOf(template: Template, given: Readonly<Record<string, string>>, name: string): string | number {
  const value = given[name] ?? template.Parameters?.[name]?.Default;
  if (value === undefined) throw new Failure(`The template refers to ${name}, which this computer does not know.`);
  return value;
}
