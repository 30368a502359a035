import { createHash } from 'node:crypto';
import { manifestsPrefix } from '#store/names.ts';
import type { SiteFile, Website } from '#store/website.ts';

/** What a scorecard's last publication wrote: a hash by path. Kept beside the data, because it is not for the public. */
export type Manifest = Readonly<Record<string, string>>;

export interface Manifests {
  read(): Promise<Manifest>;
  write(manifest: Manifest): Promise<void>;
}

export const hashOf = ({ body, contentType, cacheControl }: SiteFile): string =>
  createHash('sha256').update(`${contentType}\n${cacheControl}\n`).update(body).digest('hex');

const parsed = (body: SiteFile['body'] | undefined): Manifest =>
  body === undefined ? {} : (JSON.parse(Buffer.from(body).toString()) as Manifest);

export const manifestsIn = (files: Website, organisation: string, scorecard: string): Manifests => {
  const path = `${manifestsPrefix}${organisation}/${scorecard}.json`;
  return {
    read: async () => parsed((await files.get(path))?.body),
    write: (manifest) =>
      files.put({
        path,
        body: JSON.stringify(manifest),
        contentType: 'application/json',
        cacheControl: 'no-store',
      }),
  };
};
