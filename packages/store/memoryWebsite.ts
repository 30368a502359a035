import { plainWrite, type Write } from '#store/memoryWrite.ts';
import type { SiteFile, Website } from '#store/website.ts';

export interface MemoryWebsite extends Website {
  /** Sorted. */
  paths(): readonly string[];
}

export function memoryWebsite({ write = plainWrite }: { readonly write?: Write } = {}): MemoryWebsite {
  const files = new Map<string, SiteFile>();
  return {
    async put(file) {
      const body = new Uint8Array(Buffer.from(file.body));
      await write(() => files.set(file.path, { ...file, body }));
    },
    get: async (path) => files.get(path),
    paths: () => [...files.keys()].sort(),
  };
}
