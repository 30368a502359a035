import type { DirtyDays, EventLog } from '#store/eventLog.ts';
import { eventLogOver } from '#store/eventLogOver.ts';
import { memoryDirtyDays } from '#store/memoryDirtyDays.ts';
import { type MemoryFactTable, memoryFactTable } from '#store/memoryFactTable.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';

export type MemoryEventLog = EventLog & DirtyDays & Pick<MemoryFactTable, 'settle' | 'stored'>;

/** An event log for tests. `lagging`: its index shows what was stored at the last `settle()`, at first nothing. */
export function memoryEventLog({
  lagging = false,
  write = plainWrite,
}: {
  readonly lagging?: boolean;
  readonly write?: Write;
} = {}): MemoryEventLog {
  const table = memoryFactTable(write, lagging);
  return { ...eventLogOver(table, memoryDirtyDays(write)), settle: table.settle, stored: table.stored };
}
