import { createHash } from 'node:crypto';
import type { SiteFile } from '#site/siteFile.ts';

type Files = ReadonlyMap<string, Pick<SiteFile, 'body' | 'contentType'>>;

const textOf = ({ body }: Pick<SiteFile, 'body'>): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString();
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const styleLink = /<link rel="stylesheet" href="\/([^"]+)"\s*\/?>/g;
const script = /<script\b[^>]*><\/script>/g;
const otherLink = /<link rel="(?:icon|alternate|canonical)"[^>]*>/g;
const picture = /(<img\b[^>]*\bsrc=")\/([^"]+)(")/g;
/** A link to a page of a site that is not there. */
const insideLink = /<a\b[^>]* href="\/[^"]*"[^>]*>/g;
const policy = /(http-equiv="Content-Security-Policy" content=")[^"]*(")/;

const dataAddress = ({ body, contentType }: Pick<SiteFile, 'body' | 'contentType'>): string =>
  `data:${contentType.replace(/;.*/, '')};base64,${Buffer.from(body).toString('base64')}`;

/**
 * A page of the site as one file that needs no other: its styles and pictures within it, no script, and no link to
 * pages that only the site has. It may load nothing at all.
 */
export const standalone = (html: string, files: Files): string => {
  const hashes: string[] = [];
  const styled = html.replace(styleLink, (_, path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`there is no style sheet ${path}`);
    const css = textOf(file);
    hashes.push(sha256(css));
    return `<style>${css}</style>`;
  });
  return styled
    .replace(script, '')
    .replace(otherLink, '')
    .replace(picture, (whole, before: string, path: string, after: string) => {
      const file = files.get(path);
      return file ? `${before}${dataAddress(file)}${after}` : whole;
    })
    .replace(insideLink, '<a>')
    .replace(
      policy,
      `$1default-src 'none'; style-src ${hashes.join(' ')}; img-src data:; base-uri 'none'; form-action 'none'$2`,
    );
};
