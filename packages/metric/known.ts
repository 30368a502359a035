import { PartialTooOld } from '#metric/cannotAnswer.ts';
import type { Declaration } from '#metric/declaration.ts';
import type { Partial } from '#metric/partial.ts';
import { declarationOf } from '#metric/streams.ts';

/** The numbers and instants, and the dimensions added to a table, that rows built by this version know. */
export const declaredNames = ({ numbers, table }: Declaration): string[] =>
  [...Object.keys(numbers), ...(table?.instants ?? []), ...(table?.added ?? [])].sort();

const knownTo = (declaration: Declaration, { knows }: Partial): readonly string[] =>
  knows ?? declaredNames(declaration).filter((name) => !declaration.added?.includes(name));

/** What the rows of every one of several partials know. */
export const knownToAll = (declaration: Declaration, partials: readonly Partial[]): string[] =>
  declaredNames(declaration).filter((name) => partials.every((each) => knownTo(declaration, each).includes(name)));

/** Throws PartialTooOld where rows without a number or an instant might only be older than it. */
export function requireKnown(partial: Partial, names: readonly string[]): void {
  const declaration = declarationOf(partial.stream);
  const known = knownTo(declaration, partial);
  const lacking = names.find((name) => declaredNames(declaration).includes(name) && !known.includes(name));
  if (lacking !== undefined) throw new PartialTooOld(partial.stream, lacking);
}
