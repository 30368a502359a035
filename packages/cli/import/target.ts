import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, Values } from '#cli/command.ts';
import { withSource } from '#cli/deployed.ts';
import { signatureOf } from '#cli/post.ts';
import { Failure, messageOf } from '#local/failure.ts';

/** Where sheets are posted, and with what. */
export interface Target {
  readonly address: string;
  /** A token, or a secret (`whsec_…`) that requests are signed with. */
  readonly key: string;
  readonly now: () => Date;
}

export interface Answer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly leftOut: number;
  readonly rejected: readonly Told[];
  /** Of rows that were stored all the same. */
  readonly warnings: readonly Told[];
}

interface Told {
  readonly index: number;
  readonly reason: string;
}

/** The stack on this computer, or the deployment that `--to` says. */
export const withTarget = <Result>(
  context: Context,
  values: Values,
  name: string,
  work: (target: Target) => Promise<Result>,
): Promise<Result> =>
  withSource(context, values, name, async ({ hook, tokens, signing }) => {
    const [key] = [...tokens, ...signing];
    if (key === undefined)
      throw new Failure(`${name} has no keys on this computer: run "quarterlight source keys ${name}".`);
    return work({ address: hook, key, now: context.now });
  });

const attempts = 6;
const firstPauseMs = 200;

/** One request, sent again where the answer says that it may work later. */
export async function postSheet({ address, key, now }: Target, query: string, body: string): Promise<Answer> {
  let problem = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await sleep(firstPauseMs * 2 ** (attempt - 1));
    const answer = await attemptOf(`${address}?${query}`, proofOf(key, body, now()), body);
    if (typeof answer === 'object') return answer;
    problem = answer;
  }
  throw new Failure(`${address} did not take the rows after ${attempts} attempts: ${problem}`);
}

/** Each attempt is signed anew: a signature is good for five minutes. */
function proofOf(key: string, body: string, at: Date): Readonly<Record<string, string>> {
  if (!key.startsWith('whsec_')) return { authorization: `Bearer ${key}` };
  return signatureOf(key, body, at);
}

async function attemptOf(
  address: string,
  proof: Readonly<Record<string, string>>,
  body: string,
): Promise<Answer | string> {
  const headers = { 'content-type': 'text/csv; charset=utf-8', ...proof };
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, { method: 'POST', headers, body });
    text = await response.text();
  } catch (error) {
    return messageOf(error);
  }
  if (response.status === 429 || response.status >= 500) return `${response.status} ${text}`;
  if (response.status === 202 || response.status === 422) return answerIn(text);
  throw new Failure(
    `${new URL(address).origin} refused the rows: ${response.status} ${detailIn(text)}${mendOf(response.status)}`,
  );
}

const mendOf = (status: number): string => (status === 404 ? ' Push first: quarterlight push.' : '');

function answerIn(text: string): Answer {
  const { accepted = 0, duplicates = 0, leftOut = 0, rejected = [], warnings = [] } = JSON.parse(text);
  return { accepted, duplicates, leftOut, rejected, warnings };
}

function detailIn(text: string): string {
  try {
    return JSON.parse(text).detail ?? text;
  } catch {
    return text;
  }
}
