import { hash } from 'node:crypto';
import { emptyRegisters, estimate, type Registers, raise, record } from '#metric/hyperLogLog.ts';
import { withLazy } from '#metric/lazy.ts';
import type { Ids } from '#metric/partial.ts';

/** So many different ids are kept one by one; more only as a sketch. */
export const mostExact = 4096;
const idLength = 16;

/** 64 bits of an id, in hexadecimal digits. */
export const hashedId = (id: string): string => hash('sha256', id, 'hex').slice(0, idLength);

const split = (ids: string): string[] =>
  Array.from({ length: ids.length / idLength }, (_, i) => ids.slice(i * idLength, (i + 1) * idLength));

const registersOf = (sketch: string): Registers => new Uint8Array(Buffer.from(sketch, 'base64'));

const collected = Symbol('collected');

/** Written out when they are first read: what is merged again needs neither order nor text. */
const exactIds = (ids: ReadonlySet<string>): Ids =>
  Object.defineProperty(withLazy({}, { ids: () => [...ids].sort().join('') }), collected, { value: ids });

const collectedIn = (ids: Ids): ReadonlySet<string> | undefined =>
  (ids as { readonly [collected]?: ReadonlySet<string> })[collected];

/**
 * Collects ids, until `done`. What comes of them is exact or a sketch by how many different ones there are, never by
 * the order in which they came: a sketch holds more than `mostExact`, and its registers are what the ids would have made
 * one by one.
 */
export function idCollector() {
  const exact = new Set<string>();
  let registers: Registers | undefined;

  const sketched = (): Registers => {
    registers ??= emptyRegisters();
    for (const id of exact) record(registers, id);
    exact.clear();
    return registers;
  };
  const addId = (id: string): void => {
    if (registers) record(registers, id);
    else exact.add(id);
    if (exact.size > mostExact) sketched();
  };

  return {
    addId,
    add(ids: Ids): void {
      if ('sketch' in ids) raise(sketched(), registersOf(ids.sketch));
      else for (const id of collectedIn(ids) ?? split(ids.ids)) addId(id);
    },
    done: (): Ids => (registers ? { sketch: Buffer.from(registers).toString('base64') } : exactIds(exact)),
  };
}

/** How many different ids: a whole number. */
export const countIds = (ids: Ids): number =>
  'sketch' in ids
    ? Math.round(estimate(registersOf(ids.sketch)))
    : (collectedIn(ids)?.size ?? ids.ids.length / idLength);
