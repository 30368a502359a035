export interface SiteFile {
  /** Without a leading slash: `wirral/index.html`. */
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The public site: files by path, each replaced whole. */
export interface Website {
  put(file: SiteFile): Promise<void>;
  /** The body comes back as bytes. */
  get(path: string): Promise<SiteFile | undefined>;
}
