import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mulberry32 } from '#events/example/random.ts';

/** CPU time, not the clock on the wall: other programs on the machine then matter little. */
export interface Cost {
  readonly cpuMs: number;
  /** How many draws of the reference loop take as long, measured in the same minute on the same machine. */
  readonly draws: number;
}

const referenceDraws = 5_000_000;
const warmUps = 2;

/** The median of several rounds after two to warm up. `prepare` is not counted. */
export async function costOf<Prepared>(
  rounds: number,
  prepare: (round: number) => Prepared | Promise<Prepared>,
  work: (prepared: Prepared) => unknown,
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds + warmUps; round++) {
    const prepared = await prepare(round);
    collectGarbage();
    const perDrawMs = await drawMs();
    const cpuMs = await cpuMsOf(() => work(prepared));
    if (round >= warmUps) costs.push({ cpuMs, draws: cpuMs / perDrawMs });
  }
  return medianCost(costs);
}

setFlagsFromString('--expose-gc');
/** What was prepared is in its place before the work begins: it would else be moved while the work is measured. */
const collectGarbage: () => void = runInNewContext('gc');

export function medianCost(costs: readonly Cost[]): Cost {
  return { cpuMs: median(costs.map(({ cpuMs }) => cpuMs)), draws: median(costs.map(({ draws }) => draws)) };
}

/** CPU milliseconds that one draw of the reference loop takes just now. */
export async function drawMs(): Promise<number> {
  return (await cpuMsOf(referenceLoop)) / referenceDraws;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The same work on every machine and in every version: arithmetic that no library can speed up. */
function referenceLoop(): void {
  const random = mulberry32(1);
  let sum = 0;
  for (let draw = 0; draw < referenceDraws; draw++) sum += random();
  if (Math.abs(sum / referenceDraws - 0.5) > 0.01) throw new Error('the reference loop did not do its work');
}

async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
