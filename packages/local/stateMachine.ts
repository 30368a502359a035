import { StateMachine } from 'aws-local-stepfunctions';
import { Failure, messageOf } from '#local/failure.ts';

type Json = Parameters<StateMachine['run']>[0];
type Definition = ConstructorParameters<typeof StateMachine>[0];
type Task = (input: Json) => Promise<Json>;

/** What came out of each time that a step was taken, or went wrong, and how long it took in all. */
export interface Step {
  readonly outputs: unknown[];
  readonly errors: string[];
  milliseconds: number;
}

export interface Finished {
  readonly output: unknown;
  readonly steps: Readonly<Record<string, Step>>;
}

export interface LocalStateMachine {
  /** Throws when the execution fails. The steps taken so far are filled in meanwhile. */
  run(input: unknown, steps?: Record<string, Step>): Promise<Finished>;
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
    async run(input, steps = {}) {
      const handlers = resources.map(([name, resource]) => [name, measured(name, resource, invoke, steps)] as const);
      const { result } = machine.run(input as Json, {
        overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) },
      });
      return { output: await result.catch(throwCause), steps };
    },
  };
}

/** The library wraps what went wrong; its name is what AWS calls the error. */
function throwCause(error: Error): never {
  throw error.cause instanceof Error ? error.cause : error;
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
    steps[name] ??= { outputs: [], errors: [], milliseconds: 0 };
    const step = steps[name];
    const startedAt = performance.now();
    try {
      const output = await invoke(resource, withinLimit(input, `the input of ${name}`));
      step.outputs.push(output);
      return withinLimit(output, `the output of ${name}`) as Json;
    } catch (error) {
      step.errors.push(messageOf(error));
      throw error;
    } finally {
      step.milliseconds += performance.now() - startedAt;
    }
  };

function withinLimit<T>(payload: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? '');
  if (bytes <= payloadLimitBytes) return payload;
  const error = new Error(`${what} has ${bytes} bytes; a state may take and give ${payloadLimitBytes}`);
  error.name = 'States.DataLimitExceeded';
  throw error;
}
