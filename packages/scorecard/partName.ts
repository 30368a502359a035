import { absent } from '#metric/declaration.ts';

export const notStated = 'not stated';

/** A part of a figure by the value that its events have, or that they say nothing. */
export const partName = (value: string): string => (value === absent ? notStated : value);
