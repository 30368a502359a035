/** How many requests a source may still make. In the memory of one running function: another one counts anew. */
export interface Rates {
  /** Takes one; or answers in how many seconds there will be one. */
  take(name: string, perMinute: number, now: Date): number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** A bucket for each name that holds a minute's requests and fills evenly. Only names of configured sources may be given. */
export const memoryRates = (): Rates => {
  const buckets = new Map<string, Bucket>();
  return {
    take(name, perMinute, now) {
      const at = now.getTime();
      const bucket = buckets.get(name) ?? { left: perMinute, at };
      const passedMs = Math.max(0, at - bucket.at);
      const left = Math.min(perMinute, bucket.left + (passedMs * perMinute) / 60_000);
      const taken = left >= 1 ? 1 : 0;
      buckets.set(name, { left: left - taken, at });
      return taken === 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute);
    },
  };
};
