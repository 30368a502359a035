import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from '#local/clients.ts';
import { declaredSources } from '#local/declaredSources.ts';
import { startDynamoDb } from '#local/dynamodb.ts';
import { Failure } from '#local/failure.ts';
import { dataFolder, objectsFolder } from '#local/folders.ts';
import { type FunctionProperties, type LocalFunction, localFunction } from '#local/functions.ts';
import { functionUrl } from '#local/functionUrl.ts';
import { lock } from '#local/lock.ts';
import { type ObjectEvents, objectEvents } from '#local/objectEvents.ts';
import { denialsOf } from '#local/permissions.ts';
import { type Resources, region, resourcesOf } from '#local/resources.ts';
import { s3ClientFor, startS3 } from '#local/s3.ts';
import { keepSchedule, type ScheduleProperties } from '#local/schedule.ts';
import { ensureSecrets, startSecretsManager } from '#local/secrets.ts';
import { serve } from '#local/server.ts';
import { edgeOf, site } from '#local/site.ts';
import { type LocalStateMachine, localStateMachine } from '#local/stateMachine.ts';
import { startStepFunctions } from '#local/stepFunctions.ts';
import { type Assembly, readAssembly } from '#local/template.ts';
import { localSources, type Up } from '#local/upFile.ts';

export interface StackOptions {
  /** Of the project. */
  readonly root: string;
  /** `.quarterlight`, which holds the data. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly sitePort: number;
  readonly ingestPort: number;
  readonly now: () => Date;
}

export interface Stack {
  readonly up: Up;
  readonly tables: number;
  readonly functions: number;
  close(): Promise<void>;
}

type Closing = () => unknown;

/** Starts everything that the template declares, on this computer. What was started is closed again if a part fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const closings: Closing[] = [];
  const close = async () => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { ...(await start(options, closings)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start({ root, folder, sitePort, ingestPort, now }: StackOptions, closings: Closing[]) {
  const assembly = readAssembly(join(root, 'cdk.out'));
  const resources = resourcesOf(assembly.template, { QuietSeconds: '0' });
  const outputs = outputsOf(assembly, resources);
  const closeLater = <T extends { close(): unknown }>(part: T): T => {
    closings.push(() => part.close());
    return part;
  };
  closings.push(lock(folder));

  const secretsFile = join(folder, 'secrets.json');
  const scorecards = join(root, 'scorecards');
  const secrets = ensureSecrets(secretsFile, scorecards);
  const data = dataFolder(folder);
  mkdirSync(data, { recursive: true });
  const denial = denialsOf(resources);
  const tables = resources.of<object>('AWS::DynamoDB::Table');
  const buckets = resources.of('AWS::S3::Bucket').map(({ ref }) => ref);
  const dynamodb = closeLater(await startDynamoDb(join(data, 'dynamodb'), tables, denial));
  let objects: ObjectEvents | undefined;
  const s3 = closeLater(await startS3(objectsFolder(folder), buckets, denial, (created) => objects?.created(created)));
  const secretsManager = closeLater(await startSecretsManager(secretsFile, outputs('SecretArn'), denial));

  const environment = environmentOf({ dynamodb, s3, secretsManager });
  const functions = functionsOf(resources, { assembly, environment, logs: join(folder, 'logs') });
  for (const fn of functions.values()) closeLater(fn);

  const ingest = closeLater(await serve(functionUrl(behindUrl(resources, functions), now), ingestPort));
  const machines = stateMachinesOf(resources, functions);
  objects = objectEvents(resources, machines, now);
  closings.push(objects.settled);
  const night = nightOf(outputs('NightArn'), machines);
  const stepFunctions = closeLater(await startStepFunctions(night.arn, night.machine, now));
  closings.push(scheduleOf(resources, night, now));

  const s3Client = s3ClientFor(s3.address);
  closings.push(() => s3Client.destroy());
  const siteServer = closeLater(await serve(site(edgeOf(resources), s3Client), sitePort));

  const sources = localSources(secrets, declaredSources(scorecards), ingest.address);
  const up = upOf({ outputs, sources, dynamodb, s3, secretsManager, stepFunctions, ingest, site: siteServer });
  return { up, tables: tables.length, functions: functions.size };
}

type Outputs = (name: string) => string;

const outputsOf =
  ({ template }: Assembly, { resolve }: Resources): Outputs =>
  (name) => {
    const output = template.Outputs?.[name];
    if (!output) throw new Failure(`The template has no output ${name}.`);
    return String(resolve(output.Value));
  };

interface Part {
  readonly address: string;
}

const environmentOf = ({ dynamodb, s3, secretsManager }: Record<'dynamodb' | 's3' | 'secretsManager', Part>) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb.address,
  AWS_ENDPOINT_URL_S3: s3.address,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.address,
});

function functionsOf(resources: Resources, options: Parameters<typeof localFunction>[1]) {
  const found = resources.of<FunctionProperties>('AWS::Lambda::Function');
  return new Map(
    found.map((fn) => [String(resources.resolve({ 'Fn::GetAtt': [fn.id, 'Arn'] })), localFunction(fn, options)]),
  );
}

type Functions = ReadonlyMap<string, LocalFunction>;

function functionNamed(functions: Functions, arn: string): LocalFunction {
  const fn = functions.get(arn);
  if (!fn) throw new Failure(`The template names ${arn}, which is no function of it.`);
  return fn;
}

const behindUrl = (resources: Resources, functions: Functions): LocalFunction =>
  functionNamed(
    functions,
    resources.the<{ TargetFunctionArn: string }>('AWS::Lambda::Url').properties.TargetFunctionArn,
  );

interface Night {
  readonly arn: string;
  readonly machine: LocalStateMachine;
}

type StateMachines = ReadonlyMap<string, LocalStateMachine>;

function stateMachinesOf(resources: Resources, functions: Functions): StateMachines {
  const invoke = async (arn: string, input: unknown) => functionNamed(functions, arn).invoke(input);
  const found = resources.of<{ DefinitionString: string }>('AWS::StepFunctions::StateMachine');
  return new Map(found.map(({ ref, properties }) => [ref, localStateMachine(properties.DefinitionString, invoke)]));
}

function nightOf(arn: string, machines: StateMachines): Night {
  const machine = machines.get(arn);
  if (!machine) throw new Failure(`The output NightArn, ${arn}, is no state machine of the template.`);
  return { arn, machine };
}

function scheduleOf(resources: Resources, { arn, machine }: Night, now: () => Date): () => void {
  const { properties } = resources.the<ScheduleProperties>('AWS::Scheduler::Schedule');
  if (properties.Target.Arn !== arn) throw new Failure('The schedule does not start the night.');
  const input: unknown = JSON.parse(properties.Target.Input ?? '{}');
  return keepSchedule(properties, now, () => {
    machine.run(input).then(
      () => console.log('The scheduled night has run.'),
      (error) => console.error(`The scheduled night failed: ${error}`),
    );
  });
}

interface Parts extends Record<'dynamodb' | 's3' | 'secretsManager' | 'stepFunctions' | 'ingest' | 'site', Part> {
  readonly outputs: Outputs;
  readonly sources: Up['sources'];
}

const upOf = ({ outputs, sources, ...parts }: Parts): Up => ({
  pid: process.pid,
  site: `${parts.site.address}/`,
  ingest: parts.ingest.address,
  dynamodb: parts.dynamodb.address,
  s3: parts.s3.address,
  secretsManager: parts.secretsManager.address,
  stepFunctions: parts.stepFunctions.address,
  region,
  stateMachine: outputs('NightArn'),
  tables: { events: outputs('EventsTable'), partials: outputs('PartialsTable'), editions: outputs('EditionsTable') },
  buckets: { data: outputs('DataBucket'), site: outputs('SiteBucket') },
  sources,
});
