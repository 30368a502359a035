/** How many requests are in flight at once: below the SDK's 50 sockets. */
const inFlight = 32;

/**
 * The results in the order of the items, at most 32 at work at once, or as few as the caller says. After a failure nothing new begins, and it rejects
 * only when whatever had begun has ended, so that nothing writes behind a caller's back.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = inFlight,
): Promise<readonly Result[]> {
  const results: Result[] = new Array(items.length);
  const queue = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      results[index] = await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return results;
}
