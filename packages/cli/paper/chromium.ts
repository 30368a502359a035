import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Failure } from '#local/failure.ts';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium. */
export const chromiumPath = (): string | undefined => places.find((path) => path !== undefined && existsSync(path));

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const longestMs = 60_000;

/** Prints a page as its own style sheet says: A4, with page numbers; tagged for screen readers, with an outline. */
export async function printPdf(chromium: string, htmlPath: string, pdfPath: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'quarterlight-chromium-'));
  try {
    await promisify(execFile)(
      chromium,
      [
        '--headless',
        ...chromiumArguments,
        `--user-data-dir=${profile}`,
        '--no-pdf-header-footer',
        '--generate-pdf-document-outline',
        `--print-to-pdf=${pdfPath}`,
        pathToFileURL(htmlPath).href,
      ],
      { timeout: longestMs },
    );
  } catch (error) {
    throw new Failure(
      `${chromium} could not print the paper: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`,
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  if (!existsSync(pdfPath)) throw new Failure(`${chromium} printed nothing.`);
}
