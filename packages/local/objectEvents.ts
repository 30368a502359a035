import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type EventPattern, matches } from '#local/eventPattern.ts';
import { Failure } from '#local/failure.ts';
import { type Resources, region } from '#local/resources.ts';
import type { LocalStateMachine } from '#local/stateMachine.ts';

/** An object that was put. */
export interface Created {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
}

/** Tells of each object that a server of S3 has taken: put whole, or in parts that were then put together. */
export function watchObjects(server: Server, onCreated: (created: Created) => void) {
  server.prependListener('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    const [, bucket = '', ...path] = decodeURIComponent(pathname).split('/');
    const isPart = searchParams.has('uploadId');
    const isPut = request.method === 'PUT' && !isPart && [...searchParams.keys()].every((name) => name === 'x-id');
    const isCompleted = request.method === 'POST' && isPart;
    const key = path.join('/');
    if (key === '' || !(isPut || isCompleted)) return;
    response.once('finish', () => {
      const etag = String(response.getHeader('etag') ?? randomUUID()).replaceAll('"', '');
      if (response.statusCode === 200) onCreated({ bucket, key, etag });
    });
  });
}

interface BucketProperties {
  readonly NotificationConfiguration?: {
    readonly EventBridgeConfiguration?: { readonly EventBridgeEnabled?: boolean };
  };
}
interface RuleProperties {
  readonly EventPattern?: EventPattern;
  readonly State?: string;
  readonly Targets?: readonly { readonly Arn: string; readonly Input?: string; readonly InputTransformer?: object }[];
}

export interface ObjectEvents {
  /** Gives the event to the targets of each rule that it matches; does not wait for them. */
  readonly created: (created: Created) => void;
  /** Resolves when every target that was started has ended. */
  readonly settled: () => Promise<void>;
}

/** The template's rules and their targets, for objects in the buckets that tell EventBridge. */
export function objectEvents(
  resources: Resources,
  machines: ReadonlyMap<string, LocalStateMachine>,
  now: () => Date,
): ObjectEvents {
  const telling = resources
    .of<BucketProperties>('AWS::S3::Bucket')
    .filter(({ properties }) => properties.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled)
    .map(({ ref }) => ref);
  const rules = resources
    .of<RuleProperties>('AWS::Events::Rule')
    .map(({ id, properties }) => ruleOf(id, properties, machines));
  const running = new Set<Promise<unknown>>();
  const start = (machine: LocalStateMachine, event: unknown): void => {
    const run = machine
      .run(event)
      .catch((error: unknown) => console.error(`What was put could not be imported: ${error}`))
      .finally(() => running.delete(run));
    running.add(run);
  };
  return {
    created(object) {
      if (!telling.includes(object.bucket)) return;
      const event = eventOf(object, now());
      for (const { pattern, targets } of rules)
        if (matches(pattern, event)) for (const target of targets) start(target, event);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function ruleOf(
  id: string,
  { EventPattern: pattern, State = 'ENABLED', Targets = [] }: RuleProperties,
  machines: ReadonlyMap<string, LocalStateMachine>,
) {
  if (!pattern || State !== 'ENABLED') throw new Failure(`The rule ${id} has no pattern or is not enabled.`);
  const targets = Targets.map(({ Arn, Input, InputTransformer }) => {
    const machine = machines.get(Arn);
    if (!machine || Input !== undefined || InputTransformer)
      throw new Failure(`The rule ${id} has a target that this computer cannot run: ${Arn}.`);
    return machine;
  });
  return { pattern, targets };
}

const eventOf = ({ bucket, key, etag }: Created, now: Date) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '000000000000',
  time: `${now.toISOString().slice(0, 19)}Z`,
  region,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: { version: '0', bucket: { name: bucket }, object: { key, etag }, reason: 'PutObject' },
});
