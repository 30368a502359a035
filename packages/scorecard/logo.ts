import type { Problem } from '#scorecard/problem.ts';
import { sizeOfSvg, svgProblems } from '#scorecard/svgFile.ts';

/** A picture that was checked. */
export interface Logo {
  readonly format: 'svg' | 'png';
  /** The text of an SVG; of a PNG its bytes in base64. */
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

export type CheckedLogo = { readonly value: Logo } | { readonly problems: readonly Problem[] };

export const mostBytes = 30_000;

const problem = (file: string, message: string, mend: string): { readonly problems: readonly Problem[] } => ({
  problems: [{ file, line: 1, column: 1, path: '', message, mend }],
});

/** A PNG begins with these bytes, then the header with its width and height. */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

const checkPng = (file: string, bytes: Uint8Array): CheckedLogo => {
  const isPng = bytes.length > 24 && signature.every((byte, i) => bytes[i] === byte);
  if (!isPng) return problem(file, 'is no PNG, whatever its name says', 'save it as PNG or SVG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return problem(file, 'is a PNG without a size', 'save it as PNG or SVG');
  return { value: { format: 'png', body: Buffer.from(bytes).toString('base64'), width, height } };
};

const checkSvg = (file: string, bytes: Uint8Array): CheckedLogo => {
  const body = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const problems = svgProblems(file, body);
  const size = sizeOfSvg(body);
  return problems.length > 0 || size === undefined ? { problems } : { value: { format: 'svg', body, ...size } };
};

/** What is shown on every page: it must be small, and a drawing must be nothing but a drawing. */
export const checkLogo = (file: string, bytes: Uint8Array): CheckedLogo => {
  if (bytes.length > mostBytes)
    return problem(
      file,
      `has ${bytes.length.toLocaleString('en-GB')} bytes, and every page carries it`,
      `make it smaller: ${mostBytes.toLocaleString('en-GB')} bytes at most`,
    );
  return file.endsWith('.svg') ? checkSvg(file, bytes) : checkPng(file, bytes);
};
