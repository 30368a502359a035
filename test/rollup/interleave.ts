/** What a step does to what. `all` is everything at once: time that passes. */
export type Access = `${'read' | 'write'} ${'facts' | 'mark' | 'partial' | 'all'}`;
/** One atomic step of an actor; it happens when the schedule says so. */
export type Step = <Result>(access: Access, work: () => Promise<Result>) => Promise<Result>;
export type Actor = (step: Step) => Promise<unknown>;

interface Waiting {
  readonly actor: number;
  readonly access: Access;
  readonly proceed: () => void;
}

/** How many steps could be next, and which of them was taken. */
interface Choice {
  readonly taken: number;
  readonly of: number;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Steps that may change places without a difference. */
function commute(a: Access, b: Access): boolean {
  const [doesA, whatA] = a.split(' ');
  const [doesB, whatB] = b.split(' ');
  if (whatA === 'all' || whatB === 'all') return false;
  return whatA !== whatB || (doesA === 'read' && doesB === 'read');
}

/** Of two orders that differ by such an exchange only, the one that begins with the lower actor is run. */
const isNew = (last: Waiting | undefined) => (step: Waiting) =>
  !(last && step.actor < last.actor && commute(step.access, last.access));

/** Runs the actors; the script says who is next, and after its end the first who waits. undefined when it is no new order. */
async function perform(actors: readonly Actor[], script: readonly number[]) {
  const waiting = new Map<number, Waiting>();
  const stepOf =
    (actor: number): Step =>
    async (access, work) => {
      await new Promise<void>((proceed) => waiting.set(actor, { actor, access, proceed }));
      return work();
    };
  const runs = actors.map((actor, i) => actor(stepOf(i)));
  const choices: Choice[] = [];
  let last: Waiting | undefined;
  for (await settled(); waiting.size > 0; await settled()) {
    const candidates = [...waiting.values()].sort((a, b) => a.actor - b.actor).filter(isNew(last));
    const taken = script[choices.length] ?? 0;
    last = candidates[taken];
    if (!last) return { choices, isComplete: false };
    choices.push({ taken, of: candidates.length });
    waiting.delete(last.actor);
    last.proceed();
  }
  await Promise.all(runs);
  return { choices, isComplete: true };
}

/** The script after this one, as an odometer turns; undefined after the last. */
function next(choices: readonly Choice[]): number[] | undefined {
  const turning = choices.findLastIndex(({ taken, of }) => taken + 1 < of);
  const kept = choices.slice(0, turning + 1).map(({ taken }) => taken);
  return turning < 0 ? undefined : kept.with(turning, (kept[turning] ?? 0) + 1);
}

/** Every order that the steps of the actors can take and that makes a difference, each from a fresh start. */
export async function everyInterleaving(
  start: () => Promise<{ readonly actors: readonly Actor[]; readonly check: () => Promise<void> }>,
): Promise<number> {
  let script: number[] | undefined = [];
  let orders = 0;
  while (script) {
    const { actors, check } = await start();
    const { choices, isComplete } = await perform(actors, script);
    script = next(choices);
    if (!isComplete) continue;
    orders++;
    await check();
  }
  return orders;
}
