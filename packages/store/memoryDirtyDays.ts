import { randomUUID } from 'node:crypto';
import type { DirtyDay, DirtyDays, Mark } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Write } from '#store/memoryWrite.ts';
import { eventKeys } from '#store/names.ts';

type Listed = DirtyDay & Mark & { readonly cursor: string };

const keyOf = ({ organisation, stream, day }: DirtyDay) => `${organisation}#${eventKeys.dirtyDay(stream, day)}`;

export function memoryDirtyDays(write: Write): DirtyDays {
  const marks = new Map<string, Listed>();

  const set = ({ organisation, stream, day }: DirtyDay, now: Date) =>
    marks.set(keyOf({ organisation, stream, day }), {
      organisation,
      stream,
      day,
      cursor: eventKeys.dirtyDay(stream, day),
      token: randomUUID(),
      markedAt: now.toISOString(),
    });

  return {
    async list(organisation, { before, after = '', limit }) {
      const listed = [...marks.values()].filter(
        (mark) => mark.organisation === organisation && mark.cursor > after && mark.markedAt < before.toISOString(),
      );
      return listed.toSorted((a, b) => (a.cursor < b.cursor ? -1 : 1)).slice(0, limit);
    },
    async read(days) {
      const found = days.map((day) => marks.get(keyOf(day)));
      return found.map((mark) => mark && { token: mark.token, markedAt: mark.markedAt });
    },
    async mark(days, now) {
      await inParallel(days, (day) => write(() => set(day, now)));
    },
    clear: (day, token) => write(() => marks.get(keyOf(day))?.token === token && marks.delete(keyOf(day))),
  };
}
