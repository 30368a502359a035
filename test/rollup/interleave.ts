/** One atomic step of an actor; it happens when the schedule says so. */
export type Step = <Result>(work: () => Promise<Result>) => Promise<Result>;
export type Actor = (step: Step) => Promise<unknown>;

const settled = () => new Promise((resolve) => setImmediate(resolve));

interface Choice {
  readonly taken: number;
  readonly of: number;
}

/** Runs the actors, choosing whose step is next as the script says, and the first who waits once it has ended. */
async function perform(actors: readonly Actor[], script: readonly number[]): Promise<readonly Choice[]> {
  const waiting = new Map<number, () => void>();
  const gateOf =
    (actor: number): Step =>
    async (work) => {
      await new Promise<void>((resolve) => waiting.set(actor, resolve));
      return work();
    };
  const runs = actors.map((actor, i) => actor(gateOf(i)));
  const choices: Choice[] = [];
  for (await settled(); waiting.size > 0; await settled()) {
    const actorsWaiting = [...waiting.keys()].sort();
    const taken = script[choices.length] ?? 0;
    choices.push({ taken, of: actorsWaiting.length });
    const actor = actorsWaiting[taken] ?? 0;
    const proceed = waiting.get(actor);
    waiting.delete(actor);
    proceed?.();
  }
  await Promise.all(runs);
  return choices;
}

/** The script after this one, as an odometer turns; undefined after the last. */
function next(choices: readonly Choice[]): number[] | undefined {
  const turning = choices.findLastIndex(({ taken, of }) => taken + 1 < of);
  return turning < 0
    ? undefined
    : [...choices.slice(0, turning), ...choices.slice(turning, turning + 1)].map(({ taken }, i) =>
        i === turning ? taken + 1 : taken,
      );
}

/** Every order that the steps of the actors can take, each from a fresh start. Returns how many there were. */
export async function everyInterleaving(
  start: () => Promise<{ readonly actors: readonly Actor[]; readonly check: () => Promise<void> }>,
): Promise<number> {
  let script: number[] | undefined = [];
  let orders = 0;
  for (; script; orders++) {
    const { actors, check } = await start();
    script = next(await perform(actors, script));
    await check();
  }
  return orders;
}
