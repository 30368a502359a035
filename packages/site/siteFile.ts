/** A file of the public site. `packages/store` declares the same shape: neither may import the other. */
export interface SiteFile {
  /** Without a leading slash: `wirral/index.html`. */
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The style sheet and the script, as text. */
export interface Assets {
  readonly css: string;
  readonly script: string;
}

const forGood = 'public, max-age=31536000, immutable';
const forFiveMinutes = 'public, max-age=300';

const file = (contentType: string, cacheControl: string) => (path: string, body: string | Uint8Array) => ({
  path: path.replace(/^\//, ''),
  body,
  contentType,
  cacheControl,
});

export const htmlFile = file('text/html; charset=utf-8', forFiveMinutes);
export const jsonFile = file('application/json; charset=utf-8', forFiveMinutes);
export const csvFile = file('text/csv; charset=utf-8; header=present', forFiveMinutes);
export const svgFile = file('image/svg+xml; charset=utf-8', forFiveMinutes);
export const feedFile = file('application/atom+xml; charset=utf-8', forFiveMinutes);
export const textFile = file('text/plain; charset=utf-8', forFiveMinutes);
export const xmlFile = file('application/xml; charset=utf-8', forFiveMinutes);

/** Assets have their hash in their name, so they may be kept for ever. */
export const cssAsset = file('text/css; charset=utf-8', forGood);
export const scriptAsset = file('text/javascript; charset=utf-8', forGood);
export const svgAsset = file('image/svg+xml; charset=utf-8', forGood);
export const pngAsset = file('image/png', forGood);
