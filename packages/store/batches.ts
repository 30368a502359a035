import type { Fact } from '#event/types.ts';

/** One import, as it is known afterwards. */
export interface BatchPart {
  readonly organisation: string;
  readonly batch: string;
  /** Counted from 0; a part that is put again replaces itself. */
  readonly part: number;
}

/** What each import stored, so that it can be taken back from any computer. */
export interface Batches {
  put(place: BatchPart, facts: readonly Fact[]): Promise<void>;
  /** Parts that were put, in order. */
  parts(organisation: string, batch: string): Promise<readonly number[]>;
  facts(place: BatchPart): Promise<readonly Fact[]>;
}
