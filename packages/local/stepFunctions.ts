import { randomUUID } from 'node:crypto';
import { awsJson, ServiceError } from '#local/awsJson.ts';
import { messageOf } from '#local/failure.ts';
import { type Listening, serve } from '#local/server.ts';
import type { LocalStateMachine, Step } from '#local/stateMachine.ts';

export interface Execution {
  readonly executionArn: string;
  readonly startDate: number;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  output?: string;
  error?: string;
  cause?: string;
  /** Not of AWS: the steps taken so far. */
  readonly steps: Record<string, Step>;
}

/** The two calls of Step Functions that start a night and tell how it went. */
export function startStepFunctions(arn: string, machine: LocalStateMachine, now: () => Date): Promise<Listening> {
  const executions = new Map<string, Execution>();
  const start = (input: unknown, name: string): Execution => {
    const execution: Execution = {
      executionArn: `${arn.replace(':stateMachine:', ':execution:')}:${name}`,
      startDate: now().getTime() / 1000,
      status: 'RUNNING',
      steps: {},
    };
    executions.set(execution.executionArn, execution);
    void settle(execution, machine.run(input, execution.steps));
    return execution;
  };
  return serve(
    awsJson({
      StartExecution({ stateMachineArn, input = '{}', name = randomUUID() }) {
        if (stateMachineArn !== arn) throw new ServiceError('StateMachineDoesNotExist', `no ${stateMachineArn}`);
        const { executionArn, startDate } = start(JSON.parse(input), name);
        return { executionArn, startDate };
      },
      DescribeExecution({ executionArn }) {
        const execution = executions.get(executionArn ?? '');
        if (!execution) throw new ServiceError('ExecutionDoesNotExist', `no ${executionArn}`);
        return { ...execution, stateMachineArn: arn };
      },
    }),
  );
}

async function settle(execution: Execution, run: Promise<{ output: unknown }>) {
  try {
    execution.output = JSON.stringify((await run).output);
    execution.status = 'SUCCEEDED';
  } catch (error) {
    execution.error = error instanceof Error ? error.name : 'Error';
    execution.cause = messageOf(error);
    execution.status = 'FAILED';
  }
}
