import type { Tally } from '#adapter/adapter.ts';
import type { Refusal } from '#event/reason.ts';

/** What became of one event, or of one record of a request. */
export interface Outcome {
  readonly id: string | undefined;
  readonly result: 'accepted' | 'duplicate' | 'left out' | Refusal;
  readonly warnings: readonly Refusal[];
}

const fromWorst = (result: Outcome['result']): number =>
  typeof result === 'object' ? 0 : ['accepted', 'duplicate', 'left out'].indexOf(result) + 1;

const nothing: Outcome = { id: undefined, result: 'left out', warnings: [] };

/** A record of several events counts once, by the worst of them; one of none is left out. */
export const worstOf = (outcomes: readonly Outcome[]): Outcome => {
  const [worst = nothing] = outcomes.toSorted((a, b) => fromWorst(a.result) - fromWorst(b.result));
  return { ...worst, warnings: outcomes.flatMap(({ warnings }) => warnings) };
};

const counted = (outcomes: readonly Outcome[], result: Outcome['result']): number =>
  outcomes.filter((outcome) => outcome.result === result).length;

const rejected = ({ id, result }: Outcome, index: number) =>
  typeof result === 'string' ? [] : [{ index, id, ...result }];

export const tallyOf = (outcomes: readonly Outcome[]): Tally => ({
  accepted: counted(outcomes, 'accepted'),
  duplicates: counted(outcomes, 'duplicate'),
  leftOut: counted(outcomes, 'left out'),
  rejected: outcomes.flatMap(rejected),
  warnings: outcomes.flatMap(warned).slice(0, mostWarnings),
});

/** An answer must stay under a function's 6 MB, whatever was sent. */
const mostWarnings = 1_000;

const warned = ({ id, warnings }: Outcome, index: number) => warnings.map((warning) => ({ index, id, ...warning }));
