/** One installation's secrets. Signing secrets are Standard Webhooks `whsec_…`; two of them while keys rotate. */
export interface OrganisationSecrets {
  /** Keys the hashes of callers, addresses and visitors, and encrypts the quarantine. At least 32 random characters. */
  readonly hashKey: string;
  readonly sources: Readonly<
    Record<string, { readonly signing?: readonly string[]; readonly tokens?: readonly string[] }>
  >;
}

export interface Secrets {
  /** undefined when the organisation has none yet. */
  of(organisation: string): Promise<OrganisationSecrets | undefined>;
}
