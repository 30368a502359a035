import { setTimeout as sleep } from 'node:timers/promises';
import { isDay } from '#calendar/day.ts';
import { type Command, type Context, textOf } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import type { NightInput } from '#functions/payloads.ts';
import { Failure } from '#local/failure.ts';
import type { Step } from '#local/stateMachine.ts';
import type { Execution } from '#local/stepFunctions.ts';
import type { Up } from '#local/upFile.ts';

export const night: Command = {
  usage: 'night [--as-of DATE] [--org ORG]',
  summary: 'count dirty days, assess the scorecards and publish them',
  options: { 'as-of': { type: 'string' }, org: { type: 'string' } },
  async run(context, { values }) {
    const asOf = textOf(values, 'as-of');
    if (asOf !== undefined && !isDay(asOf)) throw new Failure(`"${asOf}" is no day: write --as-of 2024-01-25.`);
    return withStack(context, (up) => runNight(context, up, { asOf, organisation: textOf(values, 'org') }));
  },
};

export interface NightReport {
  readonly days: number;
  readonly waiting: number;
  readonly scorecards: number;
  readonly editions: number;
  readonly files: number;
}

/** The night in two stages, as they end: what was counted and assessed, and what was published. */
export async function runNight({ output, folder }: Context, up: Up, input: NightInput): Promise<NightReport> {
  const title = `${input.organisation ?? 'all'}${input.asOf ? ` as of ${input.asOf}` : ''}`;
  const execution = await startExecution(up, input);
  const assessed = await output.stage('Night', async () => {
    const result = await waitFor(up, execution, folder, isPublishing);
    return { detail: `${title}: ${assessedInWords(reportOf(result))}`, result };
  });
  const published = await output.stage('Publish', async () => {
    const result = await waitFor(up, assessed.executionArn, folder, () => false);
    return { detail: `${title}: ${counted(reportOf(result).files, 'file')}`, result };
  });
  return reportOf(published);
}

const isPublishing = ({ steps }: Execution) => 'Publish a scorecard' in steps;

const assessedInWords = ({ days, waiting, scorecards, editions }: NightReport): string =>
  [
    `${counted(days, 'day')} counted`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    `${counted(scorecards, 'scorecard')} assessed`,
    counted(editions, 'new edition'),
  ].join(', ');

const sum = (step: Step | undefined, numberOf: (output: Record<string, unknown>) => unknown): number =>
  (step?.outputs ?? []).reduce<number>((total, output) => total + Number(numberOf(output as never) ?? 0), 0);

function reportOf({ steps }: Execution): NightReport {
  const { 'Roll up a chunk': rollup, 'Assess a scorecard': assess, 'Publish a scorecard': publish } = steps;
  return {
    days: sum(rollup, ({ rebuilt }) => rebuilt),
    waiting: sum(rollup, ({ waiting }) => waiting),
    scorecards: assess?.outputs.length ?? 0,
    editions: sum(assess, ({ minted }) => (minted as readonly unknown[]).length),
    files: sum(publish, ({ files }) => files),
  };
}

async function startExecution({ stepFunctions, stateMachine }: Up, input: NightInput): Promise<string> {
  const request = { stateMachineArn: stateMachine, input: JSON.stringify(input) };
  return (await call<Execution>(stepFunctions, 'StartExecution', request)).executionArn;
}

const lookEveryMs = 50;

async function waitFor(up: Up, executionArn: string, folder: string, reached: (execution: Execution) => boolean) {
  for (;;) {
    const execution = await call<Execution>(up.stepFunctions, 'DescribeExecution', { executionArn });
    if (execution.status === 'FAILED') throw nightFailed(execution, folder);
    if (execution.status === 'SUCCEEDED' || reached(execution)) return execution;
    await sleep(lookEveryMs);
  }
}

/** The last thing that went wrong in a step says more than the state machine does. */
function nightFailed({ error, cause, steps }: Execution, folder: string): Failure {
  const [step, reason] =
    Object.entries(steps)
      .map(([name, { errors }]) => [name, errors.at(-1)] as const)
      .filter(([, last]) => last !== undefined)
      .at(-1) ?? [];
  const why = step ? `"${step}" said: ${reason}` : `${error}: ${cause}`;
  return new Failure(`The night failed and left the pages of what failed as they were. ${why} (${folder}/logs)`);
}

async function call<Output>(address: string, operation: string, input: unknown): Promise<Output> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(input),
  });
  const answer = await response.json();
  if (!response.ok) throw new Failure(`${operation} failed: ${answer.message}`);
  return answer;
}
