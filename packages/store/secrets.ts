/** One installation's secrets. Signing secrets are in each vendor's own form, for CloudEvents Standard Webhooks' `whsec_…`. */
export interface OrganisationSecrets {
  /** Keys the hashes of callers, addresses and visitors, and encrypts the quarantine. At least 32 random characters. */
  readonly hashKey: string;
  /** By the name that a source gives under `secret`, or its id. Two of each key while keys rotate. */
  readonly sources: Readonly<
    Record<string, { readonly signing?: readonly string[]; readonly tokens?: readonly string[] }>
  >;
}

export interface Secrets {
  /** undefined when the organisation has none yet. As known a minute ago, or less where that is asked for. */
  of(organisation: string, mostAgeMs?: number): Promise<OrganisationSecrets | undefined>;
}
