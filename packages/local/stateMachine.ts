import { StateMachine } from 'aws-local-stepfunctions';
import { Failure } from '#local/failure.ts';

type Json = Parameters<StateMachine['run']>[0];
type Definition = ConstructorParameters<typeof StateMachine>[0];
type Task = (input: Json) => Promise<Json>;

/** How often a step was taken, how long that took in all, and what came out. */
export interface Step {
  readonly outputs: unknown[];
  milliseconds: number;
}

export interface Finished {
  readonly output: unknown;
  readonly steps: Readonly<Record<string, Step>>;
}

export interface LocalStateMachine {
  /** Throws when the execution fails. The steps taken so far are filled in meanwhile. */
  run(input: unknown, startTime: Date, steps?: Record<string, Step>): Promise<Finished>;
}

/** The limit of Step Functions on what goes into and comes out of a state. */
export const payloadLimitBytes = 262_144;

/** Runs a definition of the Amazon States Language; `invoke` gets a task's resource and its input. */
export function localStateMachine(
  definitionText: string,
  invoke: (resource: string, input: unknown) => Promise<unknown>,
): LocalStateMachine {
  const definition = JSON.parse(definitionText) as Definition;
  const machine = new StateMachine(definition, { validationOptions: { checkArn: false } });
  const resources = [...tasksOf(definition)];
  return {
    async run(input, startTime, steps = {}) {
      const handlers = resources.map(([name, resource]) => [name, measured(name, resource, invoke, steps)] as const);
      const { result } = machine.run(input as Json, {
        overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) },
        context: { Execution: { Input: input as Json, StartTime: startTime.toISOString() } },
      });
      return { output: await result, steps };
    },
  };
}

function* tasksOf(states: Pick<Definition, 'States'>): Generator<[name: string, resource: string]> {
  for (const [name, state] of Object.entries(states.States)) {
    if (state.Type === 'Task') yield [name, state.Resource];
    if (state.Type === 'Map') yield* tasksOf(state.ItemProcessor ?? state.Iterator ?? { States: {} });
    if (state.Type === 'Parallel') throw new Failure(`The state machine has a Parallel state (${name}), not run here.`);
  }
}

const measured =
  (
    name: string,
    resource: string,
    invoke: (resource: string, input: unknown) => Promise<unknown>,
    steps: Record<string, Step>,
  ): Task =>
  async (input) => {
    steps[name] ??= { outputs: [], milliseconds: 0 };
    const step = steps[name];
    const startedAt = performance.now();
    const output = await invoke(resource, withinLimit(input, `the input of ${name}`));
    step.outputs.push(output);
    step.milliseconds += performance.now() - startedAt;
    return withinLimit(output, `the output of ${name}`) as Json;
  };

function withinLimit<T>(payload: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? '');
  if (bytes <= payloadLimitBytes) return payload;
  const error = new Error(`${what} has ${bytes} bytes; a state may take and give ${payloadLimitBytes}`);
  error.name = 'States.DataLimitExceeded';
  throw error;
}
