/** Every single write of a memory store goes through one: a test may lose it, or lose its answer. */
export type Write = <Result>(write: () => Result) => Promise<Result>;

export const plainWrite: Write = async (write) => write();
