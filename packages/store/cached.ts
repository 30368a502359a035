/** The newest load that is young enough, or a new one. What fails is not kept; what is under way is shared. */
export const cached = <Value>(load: () => Promise<Value>): ((now: Date, mostAgeMs: number) => Promise<Value>) => {
  let held: { readonly loadedAt: number; readonly value: Promise<Value> } | undefined;
  return async (now, mostAgeMs) => {
    if (held && now.getTime() - held.loadedAt <= mostAgeMs) return held.value;
    const loading = { loadedAt: now.getTime(), value: load() };
    held = loading;
    try {
      return await loading.value;
    } catch (error) {
      if (held === loading) held = undefined;
      throw error;
    }
  };
};
