import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A figure worked in a council's paper. `docs/decisions.md` says what each inconsistent one comes to and why. */
export interface Golden {
  readonly id: string;
  readonly council: string;
  readonly kind: string;
  readonly formula?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Where the inputs stand when not in the case itself. */
  readonly inputsFrom?: string;
  readonly rounding: string;
  /** What follows from the inputs. */
  readonly computed?: unknown;
  /** What the paper printed. */
  readonly expected: unknown;
  /** True: the print follows and must be reproduced; false: it does not and must be caught; null: undecidable. */
  readonly consistent: boolean | null;
  /** Where neither is a figure to publish: what is published. */
  readonly ours?: unknown;
  /** Of milestones: the colour as of the quarter after. */
  readonly later?: string;
}

export const cases = JSON.parse(readFileSync('test/golden/golden.json', 'utf8')) as readonly Golden[];

/** Works a case out through the public functions when its inputs have this shape; undefined when they do not. */
export type Way = (golden: Golden) => { readonly answer: unknown } | undefined;

/** By the shape of the inputs, never by the id. */
export const given = <Shape extends z.ZodRawShape>(
  shape: Shape,
  work: (inputs: z.infer<z.ZodObject<Shape>>, golden: Golden) => unknown,
): Way => {
  const schema = z.strictObject(shape);
  return (golden) => {
    const { data } = schema.safeParse(golden.inputs);
    return data && { answer: work(data as z.infer<z.ZodObject<Shape>>, golden) };
  };
};

export const number = z.number();
export const numbers = z.array(z.number());
export const text = z.string();
export const day = z.iso.date();
export const month = z.string().regex(/^\d{4}-\d{2}$/);
