import { addresses } from '#site/addresses.ts';

export interface Dated {
  readonly organisation: { readonly id: string };
  readonly edition: number;
  readonly asOf: string;
}

/**
 * The name that a reader's copy of a file gets, which tells whose it is, of which edition and as at which day; the address
 * of a file never changes: `wirral-live-accounts-2023-24-q3-edition-2-as-at-2024-01-25.csv`.
 */
export const savedAs = (address: string, { organisation, edition, asOf }: Dated): string => {
  const [stem = '', ending = ''] = address.slice(address.lastIndexOf('/') + 1).split('.');
  const owner = addresses.organisation(organisation.id).slice(1, -1);
  return `${owner}-${stem}-edition-${edition}-as-at-${asOf}.${ending}`;
};

/** The document is called the same in every folder, so that its copy needs the name of what it is of. */
export const documentSavedAs = (scorecard: string, period: string, dated: Dated): string =>
  savedAs(`${scorecard}-${period}.json`, dated);
